package workbook.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workbook.Lesson;
import workbook.Result;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseFiles;
import workbook.usecase.Glossary;
import workbook.usecase.LessonPages;
import workbook.usecase.RecordedRuns;
import workbook.view.HtmlText;
import workbook.view.Picture;
import workbook.view.Theme;

/// The whole book as a site of plain files: every lesson, step and exercise, with the schedules
/// that fail and the runs that were recorded.
public final class StaticSite {
  private static final List<String> OWN =
      List.of(
          "style.css",
          "book.css",
          "schedule.css",
          "site.js",
          "terms.js",
          "schedule.js",
          "schedule-data.js",
          "code-panels.js",
          "lock-graph.js",
          "elements.js",
          "timeline.js");

  private final Book book;
  private final Path home;
  private final RecordedRuns runs;
  private final Map<String, byte[]> files = new TreeMap<>();

  private StaticSite(Book book, Path home, RecordedRuns runs) {
    this.book = book;
    this.home = home;
    this.runs = runs;
  }

  /// Makes all its files, in memory. Explores every scenario of a step, and blocks until that is
  /// done. The same book and the same runs give the same files.
  ///
  /// @param home the folder that holds `lessons/`
  /// @return the files by their place in the site, with slashes
  /// @throws CommandException when a file of the book is gone
  /// @throws IOException when the machine lacks what pictures need
  /// @throws InterruptedException when the thread was interrupted
  public static Map<String, byte[]> files(Book book, Path home, RecordedRuns runs)
      throws CommandException, IOException, InterruptedException {
    var site = new StaticSite(book, home, runs);
    site.make();
    return site.files;
  }

  private void make() throws CommandException, IOException, InterruptedException {
    for (var name : OWN) {
      WebFiles.get(new String[] {name}).ifPresent(file -> files.put(name, file.body()));
    }
    page("/", "Concurrency, by experiment", contents());
    page(GlossaryHtml.ADDRESS, "Glossary", GlossaryHtml.main(Glossary.read().terms()));
    for (var lesson : book.lessons()) {
      page("/lessons/" + lesson.name(), lesson.number() + " " + lesson.name(), lesson(lesson));
      var steps = Book.steps(lesson);
      for (var n = 0; n < steps.size(); n++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var run = runs.of(steps.get(n));
        put(BookHtml.address(lesson, n), StaticStepHtml.page(steps, n, run));
        if (run.isPresent()) {
          charts(steps.get(n), run.get(), BookHtml.address(lesson, n));
        }
      }
      for (var exercise : Book.exercises(lesson)) {
        page("/exercises/" + exercise.name(), exercise.id(), exercise(exercise));
      }
    }
  }

  private void page(String address, String title, String main) {
    put(address, StaticPage.of(address, title, main));
  }

  private void put(String address, String text) {
    files.put(StaticPage.file(address), text.getBytes(StandardCharsets.UTF_8));
  }

  private void charts(Book.StepRef ref, Result run, String address) throws IOException {
    var experiment = ref.experiment().orElseThrow().experiment();
    for (var n = 0; n < experiment.charts().size(); n++) {
      for (var theme : Theme.values()) {
        var chart = experiment.charts().get(n);
        put(
            ResultHtml.picture(address, n, theme),
            Picture.svg(chart, run, experiment.parameters(), theme));
      }
    }
  }

  private String contents() {
    var lessons = book.lessons().stream().map(one -> ContentsHtml.lesson(one, ""));
    return """
    <h1>Concurrency, by experiment</h1>
    <p>Five threads add a million each to one counter. What's the sum? Each step asks such a \
    question. Make a guess, and then look what happened. To run the programs yourself, and to have \
    your exercises checked, you need the book on your own machine.</p>
    %s
    """
        .formatted(ContentsHtml.lessons(lessons));
  }

  private static String lesson(Lesson lesson) {
    var page = LessonPages.of(lesson);
    var steps = Book.steps(lesson);
    var list = new StringBuilder();
    for (var n = 0; n < steps.size(); n++) {
      var title = BookLinks.words(steps.get(n).step().title());
      list.append("<li>%s</li>".formatted(link(BookHtml.address(lesson, n), title)));
    }
    var exercises =
        Book.exercises(lesson).stream()
            .map(
                one ->
                    "<li>%s: %s</li>"
                        .formatted(
                            link("/exercises/" + one.name(), HtmlText.of(one.id())),
                            HtmlText.of(one.exercise().asks())))
            .collect(Collectors.joining());
    return "<h1>%s</h1>%s<h2>Steps</h2><ol>%s</ol>%s"
        .formatted(
            BookLinks.words(page.title()),
            BookLinks.html(page.introduction()),
            list,
            exercises.isEmpty() ? "" : "<h2>Exercises</h2><ul>" + exercises + "</ul>");
  }

  private static String link(String address, String html) {
    return "<a href=\"%s\">%s</a>".formatted(address, html);
  }

  /// The task, and one hint after the other. No answer is in the site.
  private String exercise(Book.ExerciseRef ref) throws CommandException {
    var texts = new ExerciseFiles(home, ref.exercise());
    var hints = new StringBuilder();
    var all = texts.hints();
    for (var n = 0; n < all.size(); n++) {
      hints.append(
          "<details><summary>Hint %d of %d</summary>%s</details>"
              .formatted(n + 1, all.size(), BookLinks.html(all.get(n))));
    }
    return """
    <p class="where"><a href="/lessons/%s">%s %s</a>, exercise %s</p>
    %s
    %s
    <h2>How it begins</h2>
    <pre tabindex="0"><code>%s</code></pre>
    <h2>Hints</h2>
    %s
    """
        .formatted(
            ref.lesson().name(),
            ref.lesson().number(),
            ref.lesson().name(),
            HtmlText.of(ref.id()),
            ContractHtml.task(ref.exercise(), texts.task()),
            ContractHtml.of(ref.exercise(), texts.contract()),
            HtmlText.of(texts.stub()),
            hints);
  }
}

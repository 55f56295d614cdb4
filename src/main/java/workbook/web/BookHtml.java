package workbook.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.Lesson;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.page.LessonPage;
import workbook.page.LessonStep;
import workbook.progress.Progress;
import workbook.usecase.Book;
import workbook.usecase.ReadProgress;
import workbook.view.HtmlText;

/// The pages of the lessons, without the results of runs.
final class BookHtml {
  private BookHtml() {}

  /// A lesson: its introduction and its steps.
  static String lesson(Lesson lesson, LessonPage page, Progress done) {
    var steps = Book.steps(lesson);
    var list = new StringBuilder("<ol>");
    for (var n = 0; n < steps.size(); n++) {
      var mark = ReadProgress.done(steps.get(n), done) ? " <span class=\"done\">✓ done</span>" : "";
      list.append(
          "<li><a href=\"%s\">%s</a>%s</li>"
              .formatted(address(lesson, n), HtmlText.of(steps.get(n).step().title()), mark));
    }
    list.append("</ol>");
    var exercises =
        Book.exercises(lesson).stream()
            .map(
                one ->
                    "<li><a href=\"/exercises/%s\">%s</a>: %s</li>"
                        .formatted(
                            one.name(), HtmlText.of(one.id()), HtmlText.of(one.exercise().asks())))
            .collect(Collectors.joining());
    var programs =
        Book.scenarios(lesson).stream()
            .map(
                one ->
                    "<li><a href=\"/play/%s\">%s</a>: %s</li>"
                        .formatted(
                            one.name(), HtmlText.of(one.id()), HtmlText.of(one.scenario().says())))
            .collect(Collectors.joining());
    return SitePage.of(
        page.title(),
        "<h1>%s</h1>%s<h2>Steps</h2>%s%s%s"
            .formatted(
                HtmlText.of(page.title()),
                BookLinks.html(page.introduction()),
                list,
                programs.isEmpty()
                    ? ""
                    : "<h2>Programs to explore and to play</h2><ul>" + programs + "</ul>",
                exercises.isEmpty() ? "" : "<h2>Exercises</h2><ul>" + exercises + "</ul>"));
  }

  static String address(Lesson lesson, int step) {
    return "/lessons/%s/%d".formatted(lesson.name(), step + 1);
  }

  /// A step, before it has run.
  ///
  /// @param number from 0
  static String step(Lesson lesson, List<Book.StepRef> steps, int number) {
    var ref = steps.get(number);
    var step = ref.step();
    var before = number > 0 ? link("Before", lesson, number - 1) : "";
    var next =
        number + 1 < steps.size()
            ? link("Next: " + steps.get(number + 1).step().title(), lesson, number + 1)
            : "<a href=\"/lessons/%s\">To the lesson</a>".formatted(lesson.name());
    return SitePage.of(
        step.title(),
        """
        <p class="where"><a href="/lessons/%s">%s %s</a>, step %d of %d</p>
        <h1>%s</h1>
        <div class="sides">
        <section aria-label="Program">%s</section>
        <section aria-label="Question">%s</section>
        </div>
        <section id="result" tabindex="-1" aria-live="polite"></section>
        <nav class="steps" aria-label="Steps">%s %s</nav>
        """
            .formatted(
                lesson.name(),
                lesson.number(),
                lesson.name(),
                number + 1,
                steps.size(),
                HtmlText.of(step.title()),
                BookLinks.html(step.text()),
                form(ref, number),
                before,
                next));
  }

  private static String link(String text, Lesson lesson, int step) {
    return "<a href=\"%s\">%s</a>".formatted(address(lesson, step), HtmlText.of(text));
  }

  private static String form(Book.StepRef ref, int number) {
    var runs = ref.step().kind() == LessonStep.Kind.SCENARIO ? "Explore every schedule" : "Run";
    return """
    <form id="ask" data-lesson="%s" data-step="%d">
    <fieldset><legend>%s</legend>
    %s
    </fieldset>
    %s
    <p><button>%s</button> <button type="button" id="cancel" hidden>Stop it</button>%s</p>
    <p id="reach" role="status"></p>
    </form>
    """
        .formatted(
            ref.lesson().name(),
            number + 1,
            BookLinks.line(ref.step().question().text()),
            answers(ref.step().question()),
            settings(ref),
            runs,
            play(ref));
  }

  private static String play(Book.StepRef ref) {
    var scenarios = ref.scenarios();
    return scenarios.isEmpty()
        ? ""
        : " <a class=\"button\" href=\"/play/%s\">Play this</a>"
            .formatted(scenarios.getFirst().name());
  }

  /// The controls to answer a question with.
  static String answers(Question question) {
    return switch (question) {
      case Question.Choice choice ->
          choice.options().stream()
                  .map(option -> radio(option, option))
                  .collect(Collectors.joining())
              + radio("", "no guess: just show me");
      case Question.Number number ->
          "<label>Your guess, in %s <input name=\"guess\" inputmode=\"decimal\" autocomplete=\"off\"></label><p class=\"hint\">Leave it empty to just see.</p>"
              .formatted(HtmlText.of(number.unit()));
    };
  }

  private static String radio(String value, String words) {
    return "<label class=\"choice\"><input type=\"radio\" name=\"guess\" value=\"%s\" required> %s</label>"
        .formatted(HtmlText.of(value), HtmlText.of(words));
  }

  private static String settings(Book.StepRef ref) {
    var experiment = ref.experiment().map(Book.ExperimentRef::experiment);
    var declared = experiment.map(one -> one.parameters()).orElse(List.of());
    if (declared.isEmpty()) {
      return "";
    }
    var preset = Parameters.of(declared, ref.step().settings());
    var controls =
        declared.stream()
            .map(one -> control(one, preset.values().get(one.name())))
            .collect(Collectors.joining());
    return "<details><summary>Settings</summary>" + controls + "</details>";
  }

  private static String control(Parameter parameter, String value) {
    var name = HtmlText.of(parameter.name());
    var input =
        switch (parameter) {
          case Parameter.Count count ->
              "<input type=\"number\" name=\"set-%s\" value=\"%s\" min=\"%d\" max=\"%d\" required>"
                  .formatted(name, HtmlText.of(value), count.min(), count.max());
          case Parameter.Choice choice -> select(name, choice.options(), value);
          case Parameter.Toggle _ -> select(name, List.of("yes", "no"), value);
        };
    return "<label class=\"setting\">%s (%s) %s</label>"
        .formatted(name, HtmlText.of(parameter.range()), input);
  }

  private static String select(String name, List<String> options, String value) {
    return options.stream()
        .map(
            one ->
                "<option%s>%s</option>"
                    .formatted(one.equals(value) ? " selected" : "", HtmlText.of(one)))
        .collect(Collectors.joining("", "<select name=\"set-" + name + "\">", "</select>"));
  }

  static Optional<Integer> number(String text, int most) {
    try {
      var number = Integer.parseInt(text);
      return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}

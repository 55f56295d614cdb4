package workbook.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Parameters;
import workbook.page.LessonStep;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.Glossary;
import workbook.usecase.LessonPages;
import workbook.usecase.PredictionParser;
import workbook.usecase.ReadLesson;
import workbook.usecase.ReadProgress;
import workbook.usecase.SearchBook;
import workbook.view.Theme;

/// What there is at each address. Thread-safe.
final class Site {
  private final Book book;
  private final ProgressLog log;
  private final PageRuns runs;
  private final Exercises exercises;
  private final Review review;
  private final PlayablePrograms programs;
  private final Presence presence;
  private final String command;

  /// @param command starts the workbook again at the same address
  Site(
      Book book,
      ProgressLog log,
      PageRuns runs,
      Exercises exercises,
      PlayablePrograms programs,
      Presence presence,
      String command) {
    this.book = book;
    this.log = log;
    this.runs = runs;
    this.exercises = exercises;
    review = new Review(book, log);
    this.programs = programs;
    this.presence = presence;
    this.command = command;
  }

  /// Answers a request that the guard let in.
  ///
  /// @param path parts between slashes; `""` for the first page
  /// @param query what follows the question mark; may be empty
  /// @param form what was sent, by name; of a request that only reads, what its address holds
  Response answer(String method, String[] path, String query, Map<String, String> form) {
    var route = method + " " + path[0] + " " + path.length;
    return switch (route) {
      case "GET  1" ->
          Response.html(
              ContentsHtml.page(book, new ReadProgress(book, log).overview(), review.due()));
      case "GET glossary 1" -> Response.html(GlossaryHtml.page(Glossary.read().terms()));
      case "GET search 1" -> search(form.getOrDefault("q", "").strip());
      case "GET review 1" -> review.page();
      case "POST review 1" -> review.answer(form);
      case "GET play 3" -> programs.page(path[1] + "/" + path[2]).orElseGet(Site::nothing);
      case "GET own 1" -> programs.own().orElseGet(Site::nothing);
      case "GET own 2" ->
          path[1].equals("version") ? programs.version().orElseGet(Site::nothing) : nothing();
      case "POST games 1" -> programs.games().answer(form);
      case "GET lessons 2" -> lesson(path[1]);
      case "GET lessons 3" -> step(path[1], path[2]);
      case "GET exercises 3" -> exercises.page(path[1] + "/" + path[2]).orElseGet(Site::nothing);
      case "GET exercises 4", "POST exercises 4" ->
          exercise(method, path[1] + "/" + path[2], path[3], form).orElseGet(Site::nothing);
      case "POST runs 1" -> start(form);
      case "GET runs 2" -> run(path[1]).map(Site::reach).orElseGet(Site::nothing);
      case "GET runs 4" ->
          path[2].equals("charts")
              ? run(path[1]).flatMap(one -> chart(one, path[3], query)).orElseGet(Site::nothing)
              : nothing();
      case "POST runs 3" ->
          path[2].equals("cancel")
              ? run(path[1]).map(Site::cancel).orElseGet(Site::nothing)
              : nothing();
      case "POST here 2" -> {
        presence.here(path[1]);
        yield Response.says(200, command);
      }
      case "POST gone 2" -> {
        presence.gone(path[1]);
        yield Response.says(200, "");
      }
      default -> method.equals("GET") ? WebFiles.get(path).orElseGet(Site::nothing) : nothing();
    };
  }

  private Optional<Response> exercise(
      String method, String name, String part, Map<String, String> form) {
    return switch (method + " " + part) {
      case "GET version" -> exercises.version(name);
      case "GET file" -> exercises.file(name);
      case "POST file" -> exercises.save(name, form);
      case "POST reset" -> exercises.reset(name, form);
      case "POST hint" -> exercises.hint(name);
      case "GET solution" -> exercises.solution(name);
      default -> Optional.empty();
    };
  }

  private Response search(String words) {
    var hits =
        words.isEmpty()
            ? List.<SearchBook.Hit>of()
            : new SearchBook(book, Glossary.read()).find(words);
    return Response.html(SearchHtml.page(book, words, hits));
  }

  private static Response nothing() {
    return Response.says(404, "There is nothing here. Go back to the list of lessons.");
  }

  private Response lesson(String name) {
    try {
      var lesson = book.lesson(name);
      new ReadLesson(log).read(lesson);
      var done = new ReadProgress(book, log).progress();
      return Response.html(BookHtml.lesson(lesson, LessonPages.of(lesson), done));
    } catch (CommandException unknown) {
      return nothing();
    }
  }

  private Response step(String name, String number) {
    try {
      var lesson = book.lesson(name);
      var steps = Book.steps(lesson);
      return BookHtml.number(number, steps.size())
          .map(one -> Response.html(BookHtml.step(lesson, steps, one - 1)))
          .orElseGet(Site::nothing);
    } catch (CommandException unknown) {
      return nothing();
    }
  }

  private Response start(PageRun run) {
    return runs.start(run)
        .map(id -> Response.says(201, Integer.toString(id)))
        .orElseGet(
            () ->
                Response.says(
                    409,
                    "Another run goes on, and two would measure each other. This one begins when"
                        + " that has ended."));
  }

  private Response start(Map<String, String> form) {
    if (form.containsKey("exercise")) {
      return exercises
          .submission(form.get("exercise"))
          .map(one -> start(new ExerciseRun(one, exercises.grader())))
          .orElseGet(Site::nothing);
    }
    if (form.containsKey("program") || form.containsKey("own")) {
      return programs.run(form).map(this::start).orElseGet(Site::nothing);
    }
    try {
      var steps = Book.steps(book.lesson(form.getOrDefault("lesson", "")));
      var number = BookHtml.number(form.getOrDefault("step", ""), steps.size());
      if (number.isEmpty()) {
        return nothing();
      }
      var ref = steps.get(number.get() - 1);
      var guess = guess(ref.step(), form.getOrDefault("guess", "").strip());
      return start(new StepRun(ref, settings(ref, form), guess, programs.games()));
    } catch (CommandException unknown) {
      return nothing();
    } catch (IllegalArgumentException refused) {
      return Response.says(400, refused.getMessage());
    }
  }

  private static Optional<String> guess(LessonStep step, String typed) {
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(PredictionParser.parse(step.question(), typed));
  }

  private static Parameters settings(Book.StepRef ref, Map<String, String> form) {
    if (ref.experiment().isEmpty()) {
      return new Parameters(Map.of());
    }
    var declared = ref.experiment().get().experiment().parameters();
    var typed = new LinkedHashMap<>(ref.step().settings());
    for (var parameter : declared) {
      var value = form.get("set-" + parameter.name());
      if (value != null) {
        typed.put(parameter.name(), parameter.parse(value));
      }
    }
    return Parameters.of(declared, typed);
  }

  private Optional<PageRun> run(String id) {
    return BookHtml.number(id, Integer.MAX_VALUE).flatMap(runs::get);
  }

  private static Response reach(PageRun run) {
    return run.html().map(Response::html).orElseGet(() -> Response.says(202, run.reach()));
  }

  private static Response cancel(PageRun run) {
    run.cancel();
    return Response.says(200, "");
  }

  private static Optional<Response> chart(PageRun run, String number, String query) {
    var theme = query.equals("dark") ? Theme.DARK : Theme.LIGHT;
    var chart = BookHtml.number(number, Integer.MAX_VALUE);
    if (chart.isEmpty()) {
      return Optional.empty();
    }
    try {
      return run.chart(chart.get() - 1, theme).map(svg -> Response.of(200, "image/svg+xml", svg));
    } catch (IOException missing) {
      return Optional.of(Response.says(503, missing.getMessage()));
    }
  }
}

package workbook.usecase;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import workbook.Exercise;
import workbook.Experiment;
import workbook.Lesson;
import workbook.Parameters;
import workbook.Scenario;
import workbook.io.Invocation;
import workbook.page.LessonStep;

/// The lessons in the order of the book, and how a person names them.
public record Book(List<Lesson> lessons) {
  private static final String LOOK = Invocation.of("list shows them all.");

  public Book {
    lessons = List.copyOf(lessons);
  }

  /// A thing of a lesson that a person can ask for by name.
  public sealed interface Item {
    Lesson lesson();

    String id();

    /// The full name, for example `races/lost-updates`.
    default String name() {
      return lesson().name() + "/" + id();
    }
  }

  /// An experiment and the lesson it belongs to.
  public record ExperimentRef(Lesson lesson, Experiment experiment) implements Item {
    @Override
    public String id() {
      return experiment.id();
    }

    /// The step of the lesson's page that this experiment runs with its defaults.
    public LessonStep step() {
      var steps = steps();
      return steps.stream()
          .filter(step -> step.isAbout(experiment.parameters(), defaults()))
          .findFirst()
          .orElseGet(steps::getFirst);
    }

    /// The step whose question is about a run with these settings; empty when the page asks nothing
    /// about it.
    public Optional<LessonStep> step(Parameters settings) {
      return steps().stream()
          .filter(step -> step.isAbout(experiment.parameters(), settings))
          .findFirst();
    }

    private List<LessonStep> steps() {
      var steps = LessonPages.of(lesson).experiment(id());
      if (steps.isEmpty()) {
        throw new IllegalStateException(
            "lessons/%s/README.md: no step is about %s".formatted(lesson.room(), id()));
      }
      return steps;
    }

    private Parameters defaults() {
      return Parameters.defaults(experiment.parameters());
    }
  }

  /// A scenario and the lesson it belongs to.
  public record ScenarioRef(Lesson lesson, Scenario.Named scenario) implements Item {
    @Override
    public String id() {
      return scenario.id();
    }
  }

  /// An exercise and the lesson it belongs to.
  public record ExerciseRef(Lesson lesson, Exercise exercise) implements Item {
    @Override
    public String id() {
      return exercise.id();
    }
  }

  /// A step of a lesson's page.
  public record StepRef(Lesson lesson, LessonStep step) {
    /// The name by which progress remembers it: `races/lost-updates`, and what the question is
    /// about where it is not the default run.
    public String name() {
      var about = new TreeMap<>(step.settings()).toString().replaceAll("[{} ]", "");
      var suffix = step.kind() == LessonStep.Kind.SCENARIO ? "scenario" : about;
      return lesson.name() + "/" + step.id() + (suffix.isEmpty() ? "" : ":" + suffix);
    }

    /// What to call it on a screen: `races: Two increments`. The identifier can give the answer
    /// away.
    public String title() {
      return lesson.name() + ": " + step.title();
    }

    /// What to type after the workbook's name to see it: `run races/lost-updates`.
    public String command() {
      var name = lesson.name() + "/" + step.id();
      if (step.kind() == LessonStep.Kind.SCENARIO) {
        return "explore " + name;
      }
      var command = new StringBuilder("run ").append(name);
      step.settings().forEach((key, value) -> command.append(" --%s=%s".formatted(key, value)));
      return command.toString();
    }

    /// The experiment it runs; empty when it explores a scenario.
    public Optional<ExperimentRef> experiment() {
      return experiments(lesson).stream()
          .filter(ref -> step.kind() == LessonStep.Kind.EXPERIMENT && ref.id().equals(step.id()))
          .findFirst();
    }

    /// The scenario it explores; empty when it runs an experiment.
    public Optional<ScenarioRef> scenario() {
      return Book.scenarios(lesson).stream().filter(ref -> isOwn(ref.id())).findFirst();
    }

    /// What it proposes to explore and play, its own scenario first.
    public List<ScenarioRef> scenarios() {
      return Book.scenarios(lesson).stream()
          .filter(ref -> isOwn(ref.id()) || step.scenarios().contains(ref.id()))
          .sorted(Comparator.comparing(ref -> !isOwn(ref.id()))) // false comes first
          .toList();
    }

    private boolean isOwn(String scenario) {
      return step.kind() == LessonStep.Kind.SCENARIO && step.id().equals(scenario);
    }
  }

  /// The steps of a lesson's page, in its order.
  public static List<StepRef> steps(Lesson lesson) {
    return LessonPages.of(lesson).steps().stream().map(step -> new StepRef(lesson, step)).toList();
  }

  /// Every experiment in the order of the book.
  public List<ExperimentRef> experiments() {
    return lessons.stream().flatMap(lesson -> experiments(lesson).stream()).toList();
  }

  public static List<ExperimentRef> experiments(Lesson lesson) {
    return lesson.experiments().stream().map(each -> new ExperimentRef(lesson, each)).toList();
  }

  /// Every scenario in the order of the book.
  public List<ScenarioRef> scenarios() {
    return lessons.stream().flatMap(lesson -> scenarios(lesson).stream()).toList();
  }

  /// The scenarios of a lesson, in its order.
  public static List<ScenarioRef> scenarios(Lesson lesson) {
    return lesson.scenarios().stream().map(each -> new ScenarioRef(lesson, each)).toList();
  }

  /// Every exercise in the order of the book.
  public List<ExerciseRef> exercises() {
    return lessons.stream().flatMap(lesson -> exercises(lesson).stream()).toList();
  }

  /// The exercises of a lesson, in its order.
  public static List<ExerciseRef> exercises(Lesson lesson) {
    return lesson.exercises().stream().map(each -> new ExerciseRef(lesson, each)).toList();
  }

  /// The lesson called so: `races`, `03`, `3` or `_03_races`.
  ///
  /// @throws CommandException when there is none; the sentence offers the nearest names
  public Lesson lesson(String typed) throws CommandException {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    for (var lesson : lessons) {
      if (isCalled(lesson, word)) {
        return lesson;
      }
    }
    var names = lessons.stream().map(Lesson::name).toList();
    throw CommandException.usage(
        "There is no lesson '%s'. %s".formatted(typed, Suggestions.offer(word, names, LOOK)));
  }

  /// The step called so: `races/6`, with its number on the page and in the menu, from 1. Its
  /// experiment's name could give the answer away.
  ///
  /// @return empty when a name was typed, not a number
  /// @throws CommandException when the lesson has no such step
  public Optional<StepRef> step(String typed) throws CommandException {
    var parts = typed.strip().split("/", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
      return Optional.empty();
    }
    var lesson = lesson(parts[0]);
    var steps = steps(lesson);
    var number = Integer.parseInt(parts[1]);
    if (number < 1 || number > steps.size()) {
      throw CommandException.usage(
          "There is no step %d in the lesson %s. Its steps are 1 to %d."
              .formatted(number, lesson.name(), steps.size()));
    }
    return Optional.of(steps.get(number - 1));
  }

  /// The experiment called so: `races/lost-updates`, `03/lost-updates`, just `lost-updates` when
  /// only one lesson has it, or [#step(String)].
  ///
  /// @throws CommandException when there is none or more than one; the sentence offers names
  public ExperimentRef experiment(String typed) throws CommandException {
    var step = step(typed);
    return step.isEmpty()
        ? find("experiment", Book::experiments, typed)
        : step.get()
            .experiment()
            .orElseThrow(() -> wrongCommand(typed, "explore", "explored, not run"));
  }

  /// The scenario called so, in the same ways as an experiment.
  ///
  /// @throws CommandException when there is none or more than one; the sentence offers names
  public ScenarioRef scenario(String typed) throws CommandException {
    var step = step(typed);
    return step.isEmpty()
        ? find("scenario", Book::scenarios, typed)
        : step.get().scenario().orElseThrow(() -> wrongCommand(typed, "run", "run, not explored"));
  }

  private static CommandException wrongCommand(String step, String command, String is) {
    return CommandException.usage(
        "The step %s is %s: %s.".formatted(step, is, Invocation.of(command + " " + step)));
  }

  /// The exercise called so, in the same ways as an experiment; or as its class, `TicketBooth`; or
  /// as its file, `lessons/_03_races/exercise/TicketBooth.java`.
  ///
  /// @throws CommandException when there is none or more than one; the sentence offers names
  public ExerciseRef exercise(String typed) throws CommandException {
    var name = typed.replaceFirst("^(?:.*[/\\\\])?(\\w+)\\.java$", "$1");
    return find("exercise", Book::exercises, Exercise.id(name));
  }

  /// The exercises whose names stand here, each once, in this order.
  ///
  /// @param typed one name, or several with commas between them
  /// @throws CommandException as [#exercise]
  public List<ExerciseRef> exercises(String typed) throws CommandException {
    var chosen = new LinkedHashSet<ExerciseRef>();
    for (var name : typed.split(",")) {
      chosen.add(exercise(name.strip()));
    }
    return List.copyOf(chosen);
  }

  private <T extends Item> T find(String kind, Function<Lesson, List<T>> of, String typed)
      throws CommandException {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    var slash = word.indexOf('/');
    var where = slash < 0 ? lessons : List.of(lesson(word.substring(0, slash)));
    var candidates = where.stream().flatMap(lesson -> of.apply(lesson).stream()).toList();
    var id = word.substring(slash + 1);
    var same = candidates.stream().filter(item -> item.id().equals(id)).toList();
    var found = same.isEmpty() ? begun(candidates, id) : same;
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw unknown(kind, of, typed, candidates);
      default ->
          throw CommandException.usage(
              "'%s' is in several lessons. Say which one: %s.".formatted(id, or(found)));
    };
  }

  /// The only one whose name begins so, if it is the only one.
  private static <T extends Item> List<T> begun(List<T> candidates, String start) {
    var begun = candidates.stream().filter(item -> item.id().startsWith(start)).toList();
    return begun.size() == 1 && !start.isEmpty() ? begun : List.of();
  }

  private <T extends Item> CommandException unknown(
      String kind, Function<Lesson, List<T>> of, String typed, List<T> candidates) {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    var id = word.substring(word.indexOf('/') + 1);
    for (var lesson : lessons) {
      if (isCalled(lesson, id.isEmpty() ? word.replace("/", "") : id)) {
        return CommandException.usage(
            "'%s' is a lesson. Say which %s of it: %s."
                .formatted(typed, kind, or(of.apply(lesson))));
      }
    }
    var near = Suggestions.to(id, candidates.stream().map(Item::id).toList());
    var meant = candidates.stream().filter(item -> near.contains(item.id())).toList();
    return CommandException.usage(
        "There is no %s '%s'. %s"
            .formatted(kind, typed, meant.isEmpty() ? LOOK : "Did you mean " + or(meant) + "?"));
  }

  private static boolean isCalled(Lesson lesson, String word) {
    return word.equals(lesson.name())
        || word.equals(lesson.room())
        || (word.matches("0*\\d{1,2}")
            && Integer.parseInt(word) == Integer.parseInt(lesson.number()));
  }

  private static String or(List<? extends Item> items) {
    return items.isEmpty()
        ? "it has none yet"
        : String.join(" or ", items.stream().map(Item::name).toList());
  }
}

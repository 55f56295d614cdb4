package workbook.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import workbook.Parameter;
import workbook.Sentences;
import workbook.course.ClassWork;
import workbook.course.GradeBook;
import workbook.course.HandedIn;
import workbook.course.Mark;
import workbook.course.Roster;
import workbook.grade.Grader;
import workbook.io.IoErrors;
import workbook.queue.JobQueue;
import workbook.sandbox.Sandbox;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.GradeClass;
import workbook.usecase.WriteClassReports;

/// `grade SUBMISSIONS --out=DIR`: what a whole class handed in.
final class GradeCommand implements Command {
  /// What the system calls it.
  private static final String DISK_FULL = "No space left";

  private static final int MOST_JOBS = 64;
  static final Parameter.Count JOBS =
      new Parameter.Count(
          "jobs",
          Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_JOBS),
          1,
          MOST_JOBS,
          "jobs");

  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final Console console;

  GradeCommand(Book book, Path home, Grader.Factory graders, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.console = console;
  }

  @Override
  public String name() {
    return "grade";
  }

  @Override
  public String summary() {
    return "what a class handed in: a grade book, and a verdict for each answer";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "grade SUBMISSIONS --out=DIR [OPTIONS]",
            "Grades what a class handed in. SUBMISSIONS is a folder or a .zip, .tar.gz or .tgz"
                + " file with a folder or an archive for each student, or what you downloaded from"
                + " Canvas, Moodle or Gradescope. DIR gets gradebook.csv, a page for the class,"
                + " index.html, and in results/ a page for each student and a JSON file for each"
                + " answer. What was graded before isn't graded again, so you can stop it at any"
                + " time and start it again.")
        .option("out", "DIR", "the folder for the results; it is made when it is missing")
        .flag("unsandboxed", "without a sandbox: run the students' code with your rights")
        .option(
            "exercise",
            "NAMES",
            "these exercises, separated by commas; default: those that somebody has answered")
        .option("roster", "FILE", "a CSV file with the students; without it, whoever handed in")
        .option("due", "TIME", "what was changed later is late: 2026-11-30 or 2026-11-30T23:59")
        .option(
            "jobs",
            "N",
            "how many answers at a time, %s; default: one for each core".formatted(JOBS.range()))
        .option("queue", "PLACE", "have workers grade; PLACE is that of their worker command")
        .with(FillOption::declare)
        .flag("junit", "write the verdicts as JUnit XML, too")
        .flag("gradescope", "write what Gradescope reads for each student, too")
        .flag("classroom", "write what GitHub Classroom reads for each student, too")
        .example("grade downloads/submissions.zip --out=marks")
        .example("grade answers --out=marks --exercise=tally --roster=class.csv")
        .example("grade answers --out=marks --fill=canvas.csv --column=\"Lab 3\"");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    if (!line.hasOption("out")) {
      throw CommandException.usage("Say where the results go: --out=DIR.");
    }
    var wanted = exercises(line);
    var jobs = jobs(line);
    var due = due(line);
    try {
      var fill = FillOption.of(line, wanted);
      var roster = line.hasOption("roster") ? roster(line) : fill.map(FillOption::roster);
      var handedIn = HandedIn.read(path(line.getArgList().getFirst()));
      var all = ClassWork.of(handedIn, types(wanted), roster, due);
      var exercises = line.hasOption("exercise") ? wanted : answered(wanted, all);
      var work = ClassWork.of(handedIn, types(exercises), roster, due);
      var outputs = new Outputs(out(line), fill, formats(line));
      var queue = Optional.ofNullable(line.getOptionValue("queue"));
      return grade(work, exercises, jobs, outputs, queue, line.hasOption("unsandboxed"));
    } catch (IOException failure) {
      throw CommandException.usage(says(failure));
    }
  }

  private static List<String> types(List<Book.ExerciseRef> exercises) {
    return exercises.stream().map(one -> one.exercise().name()).toList();
  }

  /// Those of the exercises that somebody has answered; all, if nobody has answered any.
  private static List<Book.ExerciseRef> answered(List<Book.ExerciseRef> all, ClassWork work) {
    var answered =
        work.tasks().stream()
            .filter(task -> task.file().isPresent())
            .map(ClassWork.Task::type)
            .collect(Collectors.toSet());
    var kept = all.stream().filter(one -> answered.contains(one.exercise().name())).toList();
    return kept.isEmpty() ? all : kept;
  }

  /// What is to be written, and where.
  private record Outputs(
      Path out, Optional<FillOption> fill, Set<WriteClassReports.Format> formats) {}

  private int grade(
      ClassWork work,
      List<Book.ExerciseRef> exercises,
      int jobs,
      Outputs outputs,
      Optional<String> queue,
      boolean unsandboxed)
      throws CommandException, IOException {
    var out = outputs.out();
    var fill = outputs.fill();
    var copy = fill.isPresent() ? Optional.of(fill.get().copy(out)) : Optional.<Path>empty();
    work.notes().forEach(console::complain);
    if (work.tasks().isEmpty()) {
      throw CommandException.usage(
          "There is nothing to grade: no student's answer was found. Give each student a folder,"
              + " for example ann/Tally.java.");
    }
    try (var _ = InterruptSignal.first(Thread.currentThread()::interrupt)) {
      var sandbox = Sandbox.NONE;
      if (queue.isEmpty()) {
        sandbox = SandboxChoice.of(graders, unsandboxed);
        console.print("Sandbox: %s.%n".formatted(sandbox.says()));
      }
      var whole = new GradeClass(home, graders, sandbox, exercises, out);
      if (queue.isPresent()) {
        try (var place = JobQueue.open(queue.get())) {
          whole.await(work, place, told -> console.print(told + "\n"));
        }
      }
      var progress = new GradingProgress(work, System::nanoTime);
      console.print(progress.first(jobs));
      var lines = whole.grade(work, jobs, one -> console.print(progress.next(one)));
      var reports = new WriteClassReports(home, exercises, out);
      var page = reports.write(lines, work.notes(), outputs.formats());
      console.print("\n" + summary(lines) + "Wrote " + out.resolve("gradebook.csv") + "\n");
      console.print("Wrote " + page + "\n");
      if (fill.isPresent()) {
        fill.get().write(lines, copy.orElseThrow()).forEach(console::complain);
        console.print("Wrote " + copy.get() + "\n");
      }
      return ExitCode.DONE;
    } catch (InterruptedException | ClosedByInterruptException stopped) {
      Thread.currentThread().interrupt();
      console.complain(
          "It was stopped. Run the same command again to go on: what was graded isn't graded"
              + " again.");
      return ExitCode.FAILED;
    } catch (IOException failure) {
      throw CommandException.environment(says(failure));
    }
  }

  static String says(IOException failure) {
    if (IoErrors.of(failure).startsWith(DISK_FULL)) {
      return "The disk is full. Make room and run the same command again: what was graded isn't"
          + " graded again.";
    }
    return failure instanceof FileSystemException system
        ? "%s cannot be read or written: %s.".formatted(system.getFile(), IoErrors.of(failure))
        : Sentences.of(IoErrors.of(failure));
  }

  /// How many of each verdict.
  private static String summary(List<GradeBook.Line> lines) {
    var parts = new ArrayList<String>();
    for (var verdict : Mark.VERDICTS) {
      var many = lines.stream().filter(line -> line.mark().verdict().equals(verdict)).count();
      if (many > 0) {
        parts.add(many + " " + verdict);
      }
    }
    return Sentences.end(String.join(", ", parts)) + "\n";
  }

  private List<Book.ExerciseRef> exercises(CommandLine line) throws CommandException {
    return line.hasOption("exercise")
        ? book.exercises(line.getOptionValue("exercise"))
        : book.exercises();
  }

  private static Set<WriteClassReports.Format> formats(CommandLine line) {
    var formats = EnumSet.noneOf(WriteClassReports.Format.class);
    for (var format : WriteClassReports.Format.values()) {
      if (line.hasOption(format.name().toLowerCase(Locale.ROOT))) {
        formats.add(format);
      }
    }
    return formats;
  }

  static int jobs(CommandLine line) throws CommandException {
    try {
      return Integer.parseInt(JOBS.parse(line.getOptionValue("jobs", JOBS.fallback())));
    } catch (IllegalArgumentException notAllowed) {
      throw CommandException.usage(Sentences.of(notAllowed.getMessage()));
    }
  }

  private static Optional<Instant> due(CommandLine line) throws CommandException {
    var typed = line.getOptionValue("due");
    if (typed == null) {
      return Optional.empty();
    }
    try {
      var moment =
          typed.contains("T")
              ? LocalDateTime.parse(typed)
              : LocalDate.parse(typed).atTime(LocalTime.MAX);
      return Optional.of(moment.atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException noTime) {
      throw CommandException.usage(
          "--due is a day or a time, 2026-11-30 or 2026-11-30T23:59, not '%s'.".formatted(typed));
    }
  }

  private static Optional<Roster> roster(CommandLine line) throws CommandException, IOException {
    return Optional.of(Roster.read(path(line.getOptionValue("roster"))));
  }

  private static Path out(CommandLine line) throws CommandException {
    var out = path(line.getOptionValue("out")).toAbsolutePath().normalize();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw CommandException.usage("%s is a file. Name a folder for the results.".formatted(out));
    }
    return out;
  }

  static Path path(String typed) throws CommandException {
    try {
      return Path.of(typed);
    } catch (InvalidPathException odd) {
      throw CommandException.usage("'%s' is not a valid file name.".formatted(typed));
    }
  }
}

package workbook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import book.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Exercise;
import workbook.grade.WorkerGrader;
import workbook.process.AotCache;
import workbook.process.BuildFolder;
import workbook.process.JavaProcess;
import workbook.process.JvmOptions;
import workbook.process.ProcessTree;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseFiles;

/// Makes the jars and the [AotCache]s, for the build. The JVM of the launcher and that of a worker
/// do what they always do, and write down what they needed for it.
final class CacheBuild {
  private static final String EXERCISE = "tally";

  /// What the JVM of the launcher may take; a few seconds are enough for it where nobody else
  /// works.
  private static final int MINUTES = 5;

  private final BuildFolder folder;
  private final Path home;
  private final Exercise exercise;

  /// What takes the place of `home`, so that the learner's own progress and files stay as they are.
  private final Path practice;

  private CacheBuild(BuildFolder folder, Path home) throws CommandException {
    this.folder = folder;
    this.home = home;
    this.practice = folder.path().resolve("practice.new");
    this.exercise = new Book(Contents.LESSONS).exercise(EXERCISE).exercise();
  }

  /// Where that fails, says so and ends well: the book works without.
  ///
  /// @param args the folder that holds `classes` and `classpath.txt`, and the one that holds
  ///   `lessons`
  public static void main(String[] args) throws Exception {
    var folder = new BuildFolder(Path.of(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndClear(folder)));
    try {
      new CacheBuild(folder, Path.of(args[1])).make();
    } catch (IOException failure) {
      giveUp(folder, failure);
    } catch (ExecutionException failure) {
      giveUp(folder, failure.getCause());
    } catch (TimeoutException failure) {
      giveUp(folder, new IOException("It took longer than %d minutes.".formatted(MINUTES)));
    }
  }

  private static void giveUp(BuildFolder folder, Throwable why) throws IOException {
    System.err.println("No start-up cache could be made, so commands start slowly here.");
    System.err.println(why.getMessage());
    folder.giveUp();
  }

  private static void endAndClear(BuildFolder folder) {
    ProcessTree.end(ProcessHandle.current().children());
    try {
      folder.clear();
    } catch (IOException locked) {
      // The next build writes over it.
    }
  }

  private void make() throws Exception {
    folder.clear();
    folder.makeJars();
    var file = preparePractice();
    var launcher = new FutureTask<>(this::recordLauncher);
    Thread.ofPlatform().daemon().start(launcher);
    try (var grader = WorkerGrader.open(home, false)) {
      grader.record(folder, exercise, file);
    }
    launcher.get(MINUTES, TimeUnit.MINUTES);
    folder.accept();
  }

  /// The exercise as it begins, and its tests.
  private Path preparePractice() throws IOException, CommandException {
    var file = WorkerGrader.file(practice, exercise);
    Files.createDirectories(file.getParent());
    Files.writeString(file, new ExerciseFiles(home, exercise).stub());
    var test = Path.of("lessons", exercise.test().replace('.', '/') + ".java");
    Files.copy(home.resolve(test), practice.resolve(test));
    return file;
  }

  private Void recordLauncher() throws IOException, InterruptedException {
    var jvm = launcher().redirectErrorStream(true).start();
    jvm.getOutputStream().close();
    var said = new String(jvm.getInputStream().readAllBytes(), UTF_8);
    if (jvm.waitFor() != 0) {
      throw new IOException(said);
    }
    return null;
  }

  /// A JVM like that of `src/main/launch/workbook`.
  private ProcessBuilder launcher() throws IOException {
    var jvm = JavaProcess.builder(TrainingRun.class, practice.toString(), EXERCISE);
    jvm.command().addAll(1, JvmOptions.SHORT_LIFE);
    jvm.command().add(1, "-Dworkbook.home=" + home);
    return AotCache.LAUNCHER.recordedBy(jvm, folder);
  }
}

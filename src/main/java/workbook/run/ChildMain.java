package workbook.run;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import workbook.Experiment;
import workbook.Parameters;
import workbook.process.ChildJvm;
import workbook.process.TempDirectory;

/// The program of the JVM that runs one experiment for [FreshJvm].
///
/// Arguments: the experiment's class, the number of warm-ups and of repeats, then NAME=VALUE for
/// each parameter. Standard output carries [Frame]s only; what the experiment prints goes to
/// standard error. A byte on standard input asks the experiment to stop. The end of standard input
/// means that the workbook is gone, however it died: then this JVM ends the experiment, all it
/// started and itself, and deletes its temporary files. So it does when a signal ends it.
public final class ChildMain {
  /// The exit code that says there was not even memory left to say so.
  static final int OUT_OF_MEMORY = 52;

  /// How long the experiment has to end by itself, once this JVM has to end.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final QueueingRecorder recorder = new QueueingRecorder();
  private final FrameWriter writer =
      new FrameWriter(recorder, new FileOutputStream(FileDescriptor.out));
  private final CountDownLatch over = new CountDownLatch(1);
  private final RunExecution execution;
  private volatile boolean leaving;

  private ChildMain(String[] arguments) throws ReflectiveOperationException {
    var maker = Class.forName(arguments[0]).getDeclaredConstructor();
    maker.setAccessible(true);
    var values = new LinkedHashMap<String, String>();
    for (var pair : Arrays.copyOfRange(arguments, 3, arguments.length)) {
      var equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    execution =
        new RunExecution(
            (Experiment) maker.newInstance(),
            new Parameters(values),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            recorder);
  }

  public static void main(String[] arguments) {
    try {
      var commands = new FileInputStream(FileDescriptor.in);
      System.setIn(InputStream.nullInputStream());
      System.setOut(System.err);
      ChildJvm.ignoreCtrlC();
      new ChildMain(arguments).run(commands);
      System.exit(0);
    } catch (OutOfMemoryError nothingLeft) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (ReflectiveOperationException cannotCreate) {
      throw new IllegalArgumentException(cannotCreate);
    }
  }

  private void run(InputStream commands) {
    Thread.setDefaultUncaughtExceptionHandler(recorder::uncaught);
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    Thread.ofPlatform().daemon().name("workbook: commands").start(() -> obey(commands));
    Thread.ofPlatform().daemon().name("workbook: observations").start(this::sendNowAndThen);
    var end = execution.execute();
    over.countDown();
    recorder.close();
    if (!leaving) {
      writer.sendLast(end);
    }
  }

  private void obey(InputStream commands) {
    try {
      while (commands.read() >= 0) {
        execution.stop();
      }
    } catch (IOException broken) {
      // as good as its end
    }
    leave();
    Runtime.getRuntime().halt(1);
  }

  private void sendNowAndThen() {
    try {
      while (!over.await(RunEnvironment.PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
        writer.send();
      }
    } catch (InterruptedException notOurs) {
      Thread.currentThread().interrupt();
    }
  }

  /// Also called when the experiment itself calls System.exit. The experiment gets a moment to
  /// remove what no [TempDirectory] holds, a semaphore of the kernel's for example.
  private synchronized void leave() {
    leaving = true;
    recorder.close();
    writer.send();
    if (over.getCount() > 0) {
      endExperiment();
    }
    ChildJvm.cleanUp();
  }

  private void endExperiment() {
    execution.stop(); // or it might start processes as fast as they are ended
    ChildJvm.endOthers();
    try {
      over.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException notOurs) {
      Thread.currentThread().interrupt();
    }
  }
}

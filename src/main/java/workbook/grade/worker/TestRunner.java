package workbook.grade.worker;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workbook.explore.Explore;
import workbook.explore.InconclusiveError;
import workbook.explore.ScheduleFailedError;

/// Runs graded tests with JUnit, one at a time, in this JVM.
final class TestRunner {
  /// A day: the limit on computing ends a test sooner, and asks no clock on the wall.
  private static final String UNLIMITED = "86400";

  /// Letters of a message that are passed on.
  private static final int LONGEST = 10_000;

  private static final TestRequest WARMUP = warmup();

  private SubmissionClassLoader loader = new SubmissionClassLoader(WARMUP.submission());
  private int warmups;

  private final Launcher junit =
      LauncherFactory.create(
          LauncherConfig.builder()
              .addTestEngines(new JupiterTestEngine())
              .enableTestEngineAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .build());

  /// Runs one test. Blocks until it ends, which may be never.
  ///
  /// Its classes are loaded afresh: what a test leaves in static fields is no other test's
  /// business.
  TestOutcome run(TestRequest request, String name) {
    loader =
        loader.loads(request.submission())
            ? loader.afresh()
            : new SubmissionClassLoader(request.submission());
    try {
      var tests = Class.forName(request.tests(), false, loader);
      return outcome(run(tests, name, request.schedule()), request.room());
    } catch (ClassNotFoundException | LinkageError broken) {
      return new TestOutcome.NotRun("Your class cannot be loaded: " + says(broken));
    } catch (VirtualMachineError ranOut) {
      return failure(ranOut, request.room()); // JUnit lets it through.
    } catch (RuntimeException | Error fault) {
      var place = where(fault, request.room());
      return place.isEmpty()
          ? new TestOutcome.Inconclusive("the workbook itself failed with " + says(fault))
          : new TestOutcome.Fail(
              "your code threw an exception that cannot be looked at: " + says(fault) + place,
              Optional.empty());
    }
  }

  /// Runs a test of the grader's own, another one each time, so that what the learner's tests need
  /// is loaded and compiled.
  void warmUp() {
    run(WARMUP, Warmup.TESTS.get(warmups++ % Warmup.TESTS.size()));
  }

  private static TestRequest warmup() {
    var name = Warmup.class.getName();
    var submission = new CompiledSubmission(Map.of(name, bytes(name)), Map.of());
    return new TestRequest(
        new byte[0], submission, name, Warmup.class.getPackageName(), Warmup.TESTS, "");
  }

  private static byte[] bytes(String type) {
    try (var in = TestRunner.class.getResourceAsStream('/' + type.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Listener run(Class<?> tests, String name, String schedule) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(tests, name))
            .enableImplicitConfigurationParameters(false)
            .configurationParameter(Explore.SECONDS, UNLIMITED)
            .configurationParameters(
                schedule.isEmpty() ? Map.of() : Map.of(Explore.SCHEDULE, schedule))
            .build();
    var seen = new Listener();
    junit.execute(request, seen);
    return seen;
  }

  private static TestOutcome outcome(Listener seen, String room) {
    for (var ending : seen.endings) {
      var problem = ending.getThrowable().orElse(null);
      switch (ending.getStatus()) {
        case SUCCESSFUL -> {}
        case FAILED -> {
          return failure(problem, room);
        }
        case ABORTED -> {
          return new TestOutcome.Fail(
              "the test was given up: your code threw " + says(problem), Optional.empty());
        }
      }
    }
    return seen.tests == 1
        ? new TestOutcome.Pass(seen.because)
        : new TestOutcome.NotRun("JUnit ran " + seen.tests + " tests of this name");
  }

  private static TestOutcome failure(Throwable problem, String room) {
    return switch (problem) {
      case ScheduleFailedError failed ->
          new TestOutcome.Fail(shortened(failed.what()), Optional.of(failed.trace()));
      case InconclusiveError unknown -> new TestOutcome.Inconclusive(unknown.getMessage());
      case StackOverflowError _ ->
          new TestOutcome.Resource("The stack overflowed" + where(problem, room) + ".");
      case OutOfMemoryError _ ->
          new TestOutcome.Resource(
              "The memory ran out" + where(problem, room) + ": " + says(problem));
      case AssertionError _ -> new TestOutcome.Fail(message(problem), Optional.empty());
      case null -> new TestOutcome.Fail("JUnit gives no reason", Optional.empty());
      case ExceptionInInitializerError failed when failed.getException() != null ->
          new TestOutcome.Fail(
              "a static initialiser threw "
                  + says(failed.getException())
                  + where(failed.getException(), room),
              Optional.empty());
      default -> new TestOutcome.Fail(says(problem) + where(problem, room), Optional.empty());
    };
  }

  private static String message(Throwable problem) {
    var message = told(problem);
    return message == null ? says(problem) : message;
  }

  private static String says(Throwable problem) {
    var message = told(problem);
    return message == null ? type(problem) : type(problem) + ": " + message;
  }

  /// The name of its class, or of the one above where it has none.
  private static String type(Throwable problem) {
    var type = problem.getClass();
    return (type.isAnonymousClass() ? type.getSuperclass() : type).getSimpleName();
  }

  /// Its message. Learners' classes may override what is asked here.
  private static String told(Throwable problem) {
    try {
      return shortened(problem.getMessage());
    } catch (Throwable thrown) {
      return "its getMessage() throws " + type(thrown);
    }
  }

  private static String shortened(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /// Where the learner's code threw it.
  private static String where(Throwable problem, String room) {
    for (var frame : stack(problem)) {
      if (frame.getClassName().startsWith(room + ".")) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  private static StackTraceElement[] stack(Throwable problem) {
    try {
      return problem.getStackTrace();
    } catch (Throwable thrown) {
      return new StackTraceElement[0];
    }
  }

  /// What JUnit told.
  private static final class Listener implements TestExecutionListener {
    final List<TestExecutionResult> endings = new ArrayList<>();
    int tests;
    String because = "";

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult ending) {
      endings.add(ending);
      if (test.isTest()) {
        tests++;
      }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      because = entry.getKeyValuePairs().getOrDefault("explore", because);
    }
  }
}

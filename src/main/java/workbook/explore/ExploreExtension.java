package workbook.explore;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Runs test methods annotated [Explore] in the explorer instead of directly.
final class ExploreExtension implements InvocationInterceptor {
  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context) {
    invocation.skip();
    var wanted = call.getExecutable().getAnnotation(Explore.class);
    var exploration = exploration(context.getRequiredTestClass(), call.getExecutable());
    var only = context.getConfigurationParameter(Explore.SCHEDULE);
    if (only.isPresent()) {
      context.publishReportEntry("explore", replay(exploration, only.get()));
      return;
    }
    if (!wanted.schedule().isEmpty()) {
      context.publishReportEntry(
          "explore", exploration.replay(Schedule.parse(wanted.schedule())).toString());
    }
    var seconds = context.getConfigurationParameter(Explore.SECONDS, Integer::valueOf);
    var budget = budget(wanted, seconds.orElse(wanted.seconds()));
    var verdict = exploration.search(budget);
    if (!(wanted.samples() && hasSampled(verdict))) {
      verdict.orThrow();
    }
    var says = verdict.says();
    if (wanted.overtaken() > 0) {
      overtake(exploration, wanted.overtaken(), budget);
      says += ", and when one thread is overtaken up to %,d times".formatted(wanted.overtaken());
    }
    context.publishReportEntry("explore", says);
  }

  private static void overtake(Exploration exploration, int most, Budget budget) {
    var verdict = exploration.overtake(most, budget);
    if (verdict instanceof Verdict.NotFinished) {
      throw new InconclusiveError(
          "not finished: a thread was to be overtaken up to %,d times, and the time was up"
              .formatted(most));
    }
    verdict.orThrow();
  }

  private static boolean hasSampled(Verdict verdict) {
    return verdict instanceof Verdict.Holds holds
        && holds.coverage() == Coverage.SAMPLED
        && holds.depth() == 0;
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyOrdinary(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyOrdinary(invocation, context);
  }

  /// What belongs to an explored test runs inside the explorer, not here.
  private static void onlyOrdinary(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    var explored = context.getTestMethod().filter(m -> m.isAnnotationPresent(Explore.class));
    if (explored.isPresent()) {
      invocation.skip();
    } else {
      invocation.proceed();
    }
  }

  private static String replay(Exploration exploration, String schedule) {
    var trace = exploration.replay(Schedule.parse(schedule));
    return switch (trace.end()) {
      case HELD, OPEN -> trace.ending();
      case REFUSED, TOO_LONG -> throw new InconclusiveError(trace.ending());
      case FAILED -> throw new ScheduleFailedError(trace.ending(), trace, null);
    };
  }

  private static Budget budget(Explore wanted, int seconds) {
    var budget =
        Budget.DEFAULT
            .withPreemptions(wanted.preemptions())
            .withSchedules(wanted.schedules())
            .withPatience(Duration.ofSeconds(seconds));
    return wanted.overtaken() > 0 ? budget.withinBound() : budget;
  }

  private static Exploration exploration(Class<?> original, Method test) {
    if (test.getParameterCount() > 0) {
      throw new IllegalArgumentException(
          "an explored test takes no parameters: "
              + original.getSimpleName()
              + "."
              + test.getName());
    }
    var loader = Exploration.loader(original.getClassLoader());
    var entry = new TestEntry(original.getName(), test.getName());
    return Exploration.of(loader, () -> entry.in(loader));
  }
}

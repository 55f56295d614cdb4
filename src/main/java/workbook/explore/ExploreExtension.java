package workbook.explore;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.StaticState;

/// Runs test methods annotated [Explore] in the explorer instead of directly.
final class ExploreExtension implements InvocationInterceptor {
  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context) {
    invocation.skip();
    var wanted = call.getExecutable().getAnnotation(Explore.class);
    var exploration = exploration(call.getExecutable());
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
    var verdict = exploration.search(budget(wanted, seconds.orElse(wanted.seconds())));
    if (!(wanted.samples() && hasSampled(verdict))) {
      verdict.orThrow();
    }
    context.publishReportEntry("explore", verdict.says());
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
    return Budget.DEFAULT
        .withPreemptions(wanted.preemptions())
        .withSchedules(wanted.schedules())
        .withPatience(Duration.ofSeconds(seconds));
  }

  private static Exploration exploration(Method test) {
    var original = test.getDeclaringClass();
    var loader = Exploration.loader(original.getClassLoader());
    return Exploration.of(loader, () -> program(test, loader));
  }

  private static Supplier<Runnable> program(Method test, ExploringLoader loader) {
    var original = test.getDeclaringClass();
    try {
      var type = Class.forName(original.getName(), false, loader);
      var run = type.getDeclaredMethod(test.getName());
      run.setAccessible(true);
      var before = annotated(original, BeforeEach.class, loader);
      var after = annotated(original, AfterEach.class, loader);
      return () -> () -> run(type, before, run, after);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "an explored test takes no parameters: "
              + original.getSimpleName()
              + "."
              + test.getName(),
          e);
    }
  }

  private static void run(Class<?> type, List<Method> before, Method test, List<Method> after) {
    var instance = instance(type);
    before.forEach(method -> LambdaTarget.invoke(method, instance));
    try {
      LambdaTarget.invoke(test, instance);
    } finally {
      after.forEach(method -> LambdaTarget.invoke(method, instance));
    }
  }

  /// A new instance, inside a new instance of the class around it where there is one.
  private static Object instance(Class<?> type) {
    StaticState.initialise(type);
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.getParameterCount() == 0
          ? constructor.newInstance()
          : constructor.newInstance(instance(type.getEnclosingClass()));
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw SneakyThrow.thrown(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The methods that have this annotation in the original class, as the loader has them: those of
  /// the class above first.
  private static List<Method> annotated(
      Class<?> original, Class<? extends Annotation> annotation, ClassLoader loader)
      throws ReflectiveOperationException {
    var methods = new ArrayList<Method>();
    if (original.getSuperclass() != null) {
      methods.addAll(annotated(original.getSuperclass(), annotation, loader));
    }
    var names =
        Arrays.stream(original.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(annotation))
            .map(Method::getName)
            .sorted()
            .toList();
    for (var name : names) {
      var method = Class.forName(original.getName(), false, loader).getDeclaredMethod(name);
      method.setAccessible(true);
      methods.add(method);
    }
    return methods;
  }
}

package workbook.explore.runtime;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/// A fiber on the JDK's own one-shot continuation, the thing virtual threads are made of.
///
/// Reached by method handle, because the package `jdk.internal.vm` is open only to those who are
/// started with `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`. An abandoned continuation is
/// an ordinary object: nothing has to be stopped, the collector takes it.
final class ContinuationFiber extends Fiber {
  private static final Object SCOPE;
  private static final MethodHandle NEW, RUN, YIELD, DONE;

  static {
    Object scope = null;
    MethodHandle create = null, run = null, yield = null, done = null;
    try {
      var type = Class.forName("jdk.internal.vm.Continuation");
      var scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      var lookup = MethodHandles.lookup();
      scope = scopeType.getConstructor(String.class).newInstance("explore");
      create =
          lookup
              .findConstructor(type, methodType(void.class, scopeType, Runnable.class))
              .asType(methodType(Object.class, Object.class, Runnable.class));
      run =
          lookup
              .findVirtual(type, "run", methodType(void.class))
              .asType(methodType(void.class, Object.class));
      yield =
          lookup
              .findStatic(type, "yield", methodType(boolean.class, scopeType))
              .asType(methodType(boolean.class, Object.class));
      done =
          lookup
              .findVirtual(type, "isDone", methodType(boolean.class))
              .asType(methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException | RuntimeException notExported) {
      scope = null;
    }
    SCOPE = scope;
    NEW = create;
    RUN = run;
    YIELD = yield;
    DONE = done;
  }

  private final Object continuation;
  private boolean abandoned;

  private ContinuationFiber(Runnable code) {
    try {
      continuation = (Object) NEW.invokeExact(SCOPE, code);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  static boolean available() {
    return SCOPE != null;
  }

  @Override
  void resume() {
    try {
      RUN.invokeExact(continuation);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  void pause() {
    if (abandoned) {
      throw ABANDONED;
    }
    try {
      var _ = (boolean) YIELD.invokeExact(SCOPE);
    } catch (IllegalStateException pinned) {
      abandoned = true;
      Execution.current().refuseToWait();
      throw ABANDONED;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  boolean done() {
    try {
      return (boolean) DONE.invokeExact(continuation);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  void abandon() {}

  static final class Factory implements Fiber.Factory {
    @Override
    public Fiber create(Runnable code) {
      return new ContinuationFiber(code);
    }

    @Override
    public void close() {}
  }
}

package workbook.explore.model;

/// Stands in for `Thread.Builder`.
public interface ModelThreadBuilder {
  ModelThreadBuilder name(String name);

  ModelThreadBuilder name(String prefix, long start);

  ModelThreadBuilder inheritInheritableThreadLocals(boolean inherit);

  ModelThreadBuilder uncaughtExceptionHandler(ModelThread.UncaughtExceptionHandler handler);

  ModelThread unstarted(Runnable task);

  ModelThread start(Runnable task);

  ModelThreadFactory factory();

  /// Stands in for `Thread.Builder.OfPlatform`.
  interface OfPlatform extends ModelThreadBuilder {
    @Override
    OfPlatform name(String name);

    @Override
    OfPlatform name(String prefix, long start);

    @Override
    OfPlatform inheritInheritableThreadLocals(boolean inherit);

    @Override
    OfPlatform uncaughtExceptionHandler(ModelThread.UncaughtExceptionHandler handler);

    OfPlatform daemon(boolean on);

    OfPlatform daemon();

    OfPlatform priority(int priority);

    OfPlatform group(ModelThreadGroup group);

    OfPlatform stackSize(long bytes);
  }

  /// Stands in for `Thread.Builder.OfVirtual`.
  interface OfVirtual extends ModelThreadBuilder {
    @Override
    OfVirtual name(String name);

    @Override
    OfVirtual name(String prefix, long start);

    @Override
    OfVirtual inheritInheritableThreadLocals(boolean inherit);

    @Override
    OfVirtual uncaughtExceptionHandler(ModelThread.UncaughtExceptionHandler handler);
  }
}

package workbook.explore.model;

import java.util.Objects;

/// Makes threads, as the builders of `java.lang.Thread` do.
///
/// @param <B> the builder itself
abstract class ModelThreadBuilder<B> {
  private String name;
  private long counter = -1;
  private ModelThread.UncaughtExceptionHandler handler;
  boolean daemon;
  int priority = ModelThread.NORM_PRIORITY;

  abstract B self();

  abstract boolean virtual();

  public B name(String name) {
    this.name = Objects.requireNonNull(name);
    counter = -1;
    return self();
  }

  public B name(String prefix, long start) {
    name = Objects.requireNonNull(prefix);
    counter = start;
    return self();
  }

  public B inheritInheritableThreadLocals(boolean inherit) {
    return self();
  }

  public B uncaughtExceptionHandler(ModelThread.UncaughtExceptionHandler handler) {
    this.handler = Objects.requireNonNull(handler);
    return self();
  }

  public ModelThread unstarted(Runnable task) {
    var full = name == null || counter < 0 ? name : name + counter++;
    var thread = new ModelThread(Objects.requireNonNull(task), full, virtual(), daemon);
    thread.setPriority(priority);
    if (handler != null) thread.setUncaughtExceptionHandler(handler);
    return thread;
  }

  public ModelThread start(Runnable task) {
    var thread = unstarted(task);
    thread.start();
    return thread;
  }

  public ModelThreadFactory factory() {
    return this::unstarted;
  }

  /// Makes platform threads.
  static final class Platform extends ModelThreadBuilder<ModelThread.Builder.OfPlatform>
      implements ModelThread.Builder.OfPlatform {
    @Override
    ModelThread.Builder.OfPlatform self() {
      return this;
    }

    @Override
    boolean virtual() {
      return false;
    }

    @Override
    public ModelThread.Builder.OfPlatform daemon(boolean on) {
      daemon = on;
      return this;
    }

    @Override
    public ModelThread.Builder.OfPlatform daemon() {
      return daemon(true);
    }

    @Override
    public ModelThread.Builder.OfPlatform priority(int priority) {
      this.priority = priority;
      return this;
    }
  }

  /// Makes virtual threads.
  static final class Virtual extends ModelThreadBuilder<ModelThread.Builder.OfVirtual>
      implements ModelThread.Builder.OfVirtual {
    @Override
    ModelThread.Builder.OfVirtual self() {
      return this;
    }

    @Override
    boolean virtual() {
      return true;
    }
  }
}

package workbook.explore.model;

import java.util.Objects;
import workbook.explore.runtime.Kernel;

/// Makes threads, as the builders of `java.lang.Thread` do.
///
/// @param <B> the builder itself
abstract class ModelThreadMaker<B> {
  private String name;
  private long counter = -1;
  private ModelThread.UncaughtExceptionHandler handler;

  /// Null for what the thread is that makes it.
  Boolean daemon;

  int priority = ModelThread.NORM_PRIORITY;
  ModelThreadGroup group;

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
    var isDaemon = daemon != null ? daemon : Kernel.currentThread().daemon();
    var thread = new ModelThread(group, Objects.requireNonNull(task), full, virtual(), isDaemon);
    thread.setPriority(priority);
    if (handler != null) {
      thread.setUncaughtExceptionHandler(handler);
    }
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
  static final class Platform extends ModelThreadMaker<ModelThreadBuilder.OfPlatform>
      implements ModelThreadBuilder.OfPlatform {
    @Override
    ModelThreadBuilder.OfPlatform self() {
      return this;
    }

    @Override
    boolean virtual() {
      return false;
    }

    @Override
    public ModelThreadBuilder.OfPlatform daemon(boolean on) {
      daemon = on;
      return this;
    }

    @Override
    public ModelThreadBuilder.OfPlatform daemon() {
      return daemon(true);
    }

    @Override
    public ModelThreadBuilder.OfPlatform priority(int priority) {
      this.priority = priority;
      return this;
    }

    @Override
    public ModelThreadBuilder.OfPlatform group(ModelThreadGroup group) {
      this.group = Objects.requireNonNull(group);
      return this;
    }

    @Override
    public ModelThreadBuilder.OfPlatform stackSize(long bytes) {
      return this;
    }
  }

  /// Makes virtual threads.
  static final class Virtual extends ModelThreadMaker<ModelThreadBuilder.OfVirtual>
      implements ModelThreadBuilder.OfVirtual {
    @Override
    ModelThreadBuilder.OfVirtual self() {
      return this;
    }

    @Override
    boolean virtual() {
      return true;
    }
  }
}

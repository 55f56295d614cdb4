package workbook.explore.model;

import java.util.Objects;
import workbook.explore.runtime.LogicalThread;

/// What a [ModelThread] is called, belongs to and is allowed. To read or change it is no step.
public abstract class ModelThreadAttributes {
  private final ModelThreadGroup group;
  private final boolean virtual;
  private String name;
  private boolean daemon;
  private int priority = ModelThread.NORM_PRIORITY;
  private ModelThread.UncaughtExceptionHandler handler;
  ClassLoader contextClassLoader;

  /// Null until it is started.
  LogicalThread logical;

  ModelThreadAttributes(ModelThreadGroup group, String name, boolean virtual, boolean daemon) {
    this.group = group;
    this.name = name;
    this.virtual = virtual;
    this.daemon = daemon;
  }

  LogicalThread logical() {
    return logical;
  }

  ModelThreadGroup group() {
    return group;
  }

  public final String getName() {
    return name;
  }

  public final void setName(String name) {
    this.name = Objects.requireNonNull(name);
    if (logical != null) {
      logical.rename(name);
    }
  }

  public final boolean isDaemon() {
    return daemon;
  }

  public final void setDaemon(boolean on) {
    if (virtual && !on) {
      throw new IllegalArgumentException("virtual threads are always daemons");
    }
    if (logical != null && !logical.finished()) {
      throw new IllegalThreadStateException("this thread runs already");
    }
    daemon = on;
  }

  public final boolean isVirtual() {
    return virtual;
  }

  public final int getPriority() {
    return priority;
  }

  public final void setPriority(int priority) {
    if (priority < ModelThread.MIN_PRIORITY || priority > ModelThread.MAX_PRIORITY) {
      throw new IllegalArgumentException("priority must be from 1 to 10");
    }
    if (!virtual) {
      this.priority = Math.min(priority, group.getMaxPriority());
    }
  }

  /// Null once the thread has ended.
  public final ModelThreadGroup getThreadGroup() {
    if (logical != null && logical.finished()) {
      return null;
    }
    return virtual ? group.ofVirtualThreads() : group;
  }

  @Deprecated
  public final void checkAccess() {}

  public ClassLoader getContextClassLoader() {
    return contextClassLoader;
  }

  public void setContextClassLoader(ClassLoader loader) {
    contextClassLoader = loader;
  }

  public ModelThread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
    return handler != null ? handler : group;
  }

  public void setUncaughtExceptionHandler(ModelThread.UncaughtExceptionHandler handler) {
    this.handler = handler;
  }
}

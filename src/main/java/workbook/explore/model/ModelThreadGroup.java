package workbook.explore.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LogicalThread;

/// Stands in for `java.lang.ThreadGroup`. The first thread is in the group `main`, below `system`,
/// as it is in every JVM; threads that the JVM itself would have are in neither.
public class ModelThreadGroup implements ModelThread.UncaughtExceptionHandler {
  private final ModelThreadGroup parent;
  private final String name;
  private final List<ModelThreadGroup> subgroups = new ArrayList<>();
  private int maxPriority = ModelThread.MAX_PRIORITY;
  private boolean daemon;

  /// The group of all virtual threads; kept by the topmost group.
  private ModelThreadGroup ofVirtualThreads;

  public ModelThreadGroup(String name) {
    this(ModelThread.currentThread().getThreadGroup(), name);
  }

  @SuppressWarnings("this-escape") // groups are only ever read by one thread at a time
  public ModelThreadGroup(ModelThreadGroup parent, String name) {
    this(name, Objects.requireNonNull(parent));
    maxPriority = parent.maxPriority;
    daemon = parent.daemon;
    parent.subgroups.add(this);
  }

  private ModelThreadGroup(String name, ModelThreadGroup parent) {
    this.name = name;
    this.parent = parent;
  }

  static ModelThreadGroup ofFirstThread() {
    return new ModelThreadGroup(new ModelThreadGroup("system", (ModelThreadGroup) null), "main");
  }

  ModelThreadGroup ofVirtualThreads() {
    if (parent != null) {
      return parent.ofVirtualThreads();
    }
    if (ofVirtualThreads == null) {
      ofVirtualThreads = new ModelThreadGroup("VirtualThreads", this);
    }
    return ofVirtualThreads;
  }

  public final String getName() {
    return name;
  }

  public final ModelThreadGroup getParent() {
    return parent;
  }

  public final int getMaxPriority() {
    return maxPriority;
  }

  public final void setMaxPriority(int priority) {
    if (priority < ModelThread.MIN_PRIORITY || priority > ModelThread.MAX_PRIORITY) {
      return;
    }
    maxPriority = parent == null ? priority : Math.min(priority, parent.maxPriority);
    subgroups.forEach(group -> group.setMaxPriority(priority));
  }

  @Deprecated
  public final boolean isDaemon() {
    return daemon;
  }

  @Deprecated
  public final void setDaemon(boolean on) {
    daemon = on;
  }

  @Deprecated
  public final void checkAccess() {}

  @Deprecated
  public final void destroy() {}

  @Deprecated
  public boolean isDestroyed() {
    return false;
  }

  /// Whether it is this group, or one of those below.
  public final boolean parentOf(ModelThreadGroup group) {
    return group != null && (group == this || parentOf(group.parent));
  }

  public int activeCount() {
    return alive(true).size();
  }

  public int enumerate(ModelThread[] into) {
    return enumerate(into, true);
  }

  public int enumerate(ModelThread[] into, boolean recurse) {
    return fill(into, alive(recurse));
  }

  /// The platform threads in it that were started and have not ended, in the order they were
  /// started. To see that is a step.
  private List<ModelThread> alive(boolean recurse) {
    Kernel.makeVisible(LogicalThread.LIFE);
    Kernel.decisionPoint(Kernel.calledOn(this) ? this : Hooks.STATICS);
    var alive = new ArrayList<ModelThread>();
    for (var logical : Kernel.threads()) {
      Kernel.readAcquire(logical);
      var thread = (ModelThread) logical.threadObject();
      var within = recurse ? parentOf(thread.group()) : thread.group() == this;
      if (within && !thread.isVirtual() && !logical.finished()) {
        alive.add(thread);
      }
    }
    return alive;
  }

  public int activeGroupCount() {
    return below(true).size();
  }

  public int enumerate(ModelThreadGroup[] into) {
    return enumerate(into, true);
  }

  public int enumerate(ModelThreadGroup[] into, boolean recurse) {
    return fill(into, below(recurse));
  }

  private List<ModelThreadGroup> below(boolean recurse) {
    var groups = new ArrayList<ModelThreadGroup>();
    for (var group : subgroups) {
      groups.add(group);
      if (recurse) {
        groups.addAll(group.below(true));
      }
    }
    return groups;
  }

  /// What there is no room for is left out.
  private static <T> int fill(T[] into, List<T> from) {
    var count = Math.min(into.length, from.size());
    for (var i = 0; i < count; i++) {
      into[i] = from.get(i);
    }
    return count;
  }

  public final void interrupt() {
    alive(true).forEach(ModelThread::interrupt);
  }

  /// What it prints, nobody reads.
  public void list() {}

  /// Nobody has caught it: the run fails, unless there is a handler for all threads.
  @Override
  public void uncaughtException(ModelThread thread, Throwable thrown) {
    if (parent != null) {
      parent.uncaughtException(thread, thrown);
      return;
    }
    var handler = ModelThread.getDefaultUncaughtExceptionHandler();
    if (handler == null) {
      ModelThreadGroup.<RuntimeException>rethrow(thrown);
    }
    handler.uncaughtException(thread, thrown);
  }

  @SuppressWarnings("unchecked") // erased: the cast never happens
  private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Override
  public String toString() {
    return "java.lang.ThreadGroup[name=" + name + ",maxpri=" + maxPriority + "]";
  }
}

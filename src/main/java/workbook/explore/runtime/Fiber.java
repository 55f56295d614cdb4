package workbook.explore.runtime;

/// Code that can be stopped in the middle and continued later: what a logical thread runs on.
///
/// A fiber and whoever resumes it never run at the same time, so neither needs a lock.
public abstract class Fiber {
  static final Abandoned ABANDONED = new Abandoned();

  /// Tells an abandoned fiber to leave, through every `finally` on its way.
  static final class Abandoned extends Error {
    private Abandoned() {
      super("this schedule is over", null, false, false);
    }
  }

  /// Runs the fiber until it pauses or ends. Called by the scheduler.
  abstract void resume();

  /// Stops the fiber here until the next [#resume]. Called on the fiber itself.
  ///
  /// @throws Abandoned when the run is over, or when the fiber cannot stop here because code that
  ///   cannot be rewritten is on its stack (the run is told so first)
  abstract void pause();

  /// Whether the code has ended.
  abstract boolean done();

  /// Makes sure nothing is left of a fiber that will not be resumed to its end.
  abstract void abandon();

  /// Makes fibers; closed when the exploration ends, so that no thread is left behind.
  public interface Factory extends AutoCloseable {
    /// A fiber of the execution that the current thread runs.
    Fiber create(Runnable code);

    @Override
    void close();
  }

  /// Continuations where this JVM opens them to us, handed-over threads otherwise. The property
  /// `workbook.explore.fibers=threads` asks for threads.
  public static Factory factory() {
    var wanted = System.getProperty("workbook.explore.fibers", "continuations");
    return wanted.equals("continuations") && ContinuationFiber.available()
        ? new ContinuationFiber.Factory()
        : new ThreadFiber.Factory();
  }
}

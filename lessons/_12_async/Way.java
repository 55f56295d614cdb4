package _12_async;

/// A way to do several jobs at once: by processes, threads or coroutines.
public interface Way {
  /// Starts jobs that wait, has something done while all of them wait, and ends them.
  void hold(int jobs, Runnable whileAllWait) throws Exception;

  /// Has jobs compute, all at once.
  ///
  /// @return nanoseconds until all are done; processes are started before
  long compute(int jobs, int steps) throws Exception;

  /// Has two jobs add one to [Job#COUNTER] each.
  void addTwice() throws Exception;

  /// Has a job fail. Throws what the one who started it gets.
  void fail() throws Exception;
}

package workbook.run;

/// Is told how far a run has come.
@FunctionalInterface
public interface ProgressListener {
  /// Called now and then from one of the runner's threads, with rising shares. Must return soon and
  /// must not throw.
  ///
  /// @param share how much of all warm-ups and repeats is done, from 0 to 1
  void at(double share);
}

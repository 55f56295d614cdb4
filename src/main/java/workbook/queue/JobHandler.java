package workbook.queue;

import java.io.IOException;

/// Does jobs, several at a time.
@FunctionalInterface
public interface JobHandler {
  /// Does one. Blocks until it is done.
  ///
  /// @return the verdict
  /// @throws NotMineException when only another worker can do it
  /// @throws IOException with one plain sentence when it cannot be done here and now
  String verdict(GradingJob job) throws IOException, NotMineException, InterruptedException;

  /// Says why a worker cannot do a job that another one can.
  final class NotMineException extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;

    /// @param why one plain sentence
    public NotMineException(String why) {
      super(why);
    }
  }
}

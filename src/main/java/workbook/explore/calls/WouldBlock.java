package workbook.explore.calls;

/// Thrown by the sequential version of a class where the contract says that the call waits:
/// `take()` of an empty queue. It must have changed nothing before.
public final class WouldBlock extends RuntimeException {
  @java.io.Serial private static final long serialVersionUID = 1;
}

package _11_ipc;

import java.io.IOException;
import java.util.Optional;

/// Whether a system refuses what it has a function for. It may have run out of memory or of queues,
/// or run this program in a sandbox, so the only way to find out is to try.
final class Refusal {
  private Refusal() {}

  /// The reason in the system's words; empty when it doesn't refuse.
  static Optional<String> of(Mechanism mechanism) {
    try (var folder = RunFolder.create()) {
      mechanism.prepare(folder.path());
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(refused.getMessage() + ".");
    }
  }
}

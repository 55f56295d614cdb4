package _11_ipc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A way for two processes to exchange messages.
public interface Mechanism {
  /// Why this machine doesn't have it, in one sentence; empty if it does.
  Optional<String> missing();

  /// Makes whatever both need, before the other process starts. Does nothing where it makes
  /// nothing.
  ///
  /// @param place an empty folder that both know
  void prepare(Path place) throws IOException;

  /// The end of the process that has started the other. Blocks until the other has come, with a
  /// limit.
  Endpoint parent(Path place, Process child) throws IOException, InterruptedException;

  /// The end of the process that was started.
  Endpoint child(Path place) throws IOException, InterruptedException;

  /// Removes what outlives both, even after one of them was killed.
  void remove(Path place) throws IOException;
}

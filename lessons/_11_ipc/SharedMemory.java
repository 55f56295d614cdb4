package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// Both processes look at the same memory until it has changed. No system call is needed.
public final class SharedMemory extends SlotMechanism {
  private final SpinPause pause;

  /// @param pause what a process does when it has looked in vain for a while
  public SharedMemory(SpinPause pause) {
    this.pause = pause;
  }

  @Override
  public Optional<String> missing() {
    return PosixSharedMemory.missing().or(() -> Refusal.of(this));
  }

  @Override
  public void prepare(Path place) throws IOException {
    try (var arena = Arena.ofConfined()) {
      PosixSharedMemory.create(SystemName.next(place), BYTES, arena); // zeros: two empty slots
    }
  }

  @Override
  MemorySegment memory(Path place, Arena arena) throws IOException {
    return PosixSharedMemory.open(SystemName.at(place).getFirst(), BYTES, arena);
  }

  @Override
  SlotTurns turns(SharedSlot slot, int number, Path place, ProcessHandle other) {
    return new SpinTurns(slot, other, pause);
  }

  @Override
  public void remove(Path place) throws IOException {
    for (var name : SystemName.at(place)) {
      PosixSharedMemory.remove(name);
    }
  }
}

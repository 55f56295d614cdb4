package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// A signal carries no data, so it can only say: look again. The messages are in a mapped file.
final class SignalMechanism extends SlotMechanism {
  @Override
  public Optional<String> missing() {
    return UserSignal.missing();
  }

  @Override
  public void prepare(Path place) {
    SignalTurns.listen(); // the first signal of the child may come as soon as it has started
  }

  @Override
  MemorySegment memory(Path place, Arena arena) throws IOException {
    return MappedSlots.map(place, arena);
  }

  @Override
  SlotTurns turns(SharedSlot slot, int number, Path place, ProcessHandle other) {
    SignalTurns.listen();
    return new SignalTurns(slot, other);
  }

  @Override
  public void remove(Path place) throws IOException {
    MappedSlots.remove(place);
  }
}

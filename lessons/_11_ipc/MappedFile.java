package _11_ipc;

import static java.nio.channels.FileChannel.MapMode.READ_WRITE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that both processes map into their memory. What one writes there, the other can read: no
/// call of the kernel carries it over.
final class MappedFile implements Mechanism {
  private static final String NAME = "mapped.file";

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) throws IOException {
    FileChannel.open(place.resolve(NAME), CREATE_NEW, WRITE).close(); // never somebody else's file
  }

  @Override
  public Endpoint parent(Path place, Process child) throws IOException {
    return map(place, 0, 1, child.toHandle());
  }

  @Override
  public Endpoint child(Path place) throws IOException {
    return map(place, 1, 0, Polling.parent());
  }

  private static Endpoint map(Path place, int out, int in, ProcessHandle other) throws IOException {
    var arena = Arena.ofShared();
    try (var file = FileChannel.open(place.resolve(NAME), READ, WRITE)) {
      var memory = file.map(READ_WRITE, 0, 2 * SharedSlot.BYTES, arena);
      var outSlot = slot(memory, out);
      var inSlot = slot(memory, in);
      return new SlotEndpoint(
          arena, outSlot, new PolledTurns(outSlot, other), inSlot, new PolledTurns(inSlot, other));
    }
  }

  private static SharedSlot slot(MemorySegment memory, int number) {
    return new SharedSlot(memory.asSlice(number * SharedSlot.BYTES, SharedSlot.BYTES));
  }

  @Override
  public void remove(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(NAME));
  }
}

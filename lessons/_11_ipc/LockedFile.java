package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Two files, one for each direction, that are locked while somebody reads or writes them.
final class LockedFile implements Mechanism {
  private static final String TO_CHILD = "to-child.file";
  private static final String TO_PARENT = "to-parent.file";

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) throws IOException {
    Files.createFile(place.resolve(TO_CHILD));
    Files.createFile(place.resolve(TO_PARENT));
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, READ, WRITE);
  }

  @Override
  public Endpoint parent(Path place, Process child) throws IOException {
    return new LockedFileEndpoint(
        open(place.resolve(TO_CHILD)), open(place.resolve(TO_PARENT)), child.toHandle());
  }

  @Override
  public Endpoint child(Path place) throws IOException {
    return new LockedFileEndpoint(
        open(place.resolve(TO_PARENT)), open(place.resolve(TO_CHILD)), Polling.parent());
  }

  @Override
  public void remove(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(TO_CHILD));
    Files.deleteIfExists(place.resolve(TO_PARENT));
  }
}

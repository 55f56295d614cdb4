package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import workbook.process.Executables;

/// Two pipes that are found by name, like files. Both processes open them in the same order:
/// opening waits for the other one, so otherwise each would wait for the other to open first.
final class NamedPipe implements Mechanism {
  private static final String TO_CHILD = "to-child.pipe";
  private static final String TO_PARENT = "to-parent.pipe";

  @Override
  public Optional<String> missing() {
    return Executables.find("mkfifo").isPresent()
        ? Optional.empty()
        : Optional.of("There's no program mkfifo, and Java can't make a named pipe by itself.");
  }

  @Override
  public void prepare(Path place) throws IOException {
    var files = new String[] {place.resolve(TO_CHILD) + "", place.resolve(TO_PARENT) + ""};
    var maker = new ProcessBuilder("mkfifo", files[0], files[1]).start();
    if (maker.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue() != 0) {
      throw new IOException("mkfifo couldn't make a named pipe in " + place + ".");
    }
  }

  @Override
  public Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    var other = child.toHandle();
    var out = PipeOpening.open(place.resolve(TO_CHILD), WRITE, other);
    return new StreamEndpoint(PipeOpening.open(place.resolve(TO_PARENT), READ, other), out);
  }

  @Override
  public Endpoint child(Path place) throws IOException, InterruptedException {
    var other = Polling.parent();
    var in = PipeOpening.open(place.resolve(TO_CHILD), READ, other);
    return new StreamEndpoint(in, PipeOpening.open(place.resolve(TO_PARENT), WRITE, other));
  }

  @Override
  public void remove(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(TO_CHILD));
    Files.deleteIfExists(place.resolve(TO_PARENT));
  }
}

package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Two folders, one for each direction, in which every file is a message.
final class Mailbox implements Mechanism {
  private static final String TO_CHILD = "to-child.mail";
  private static final String TO_PARENT = "to-parent.mail";

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) throws IOException {
    Files.createDirectory(place.resolve(TO_CHILD));
    Files.createDirectory(place.resolve(TO_PARENT));
  }

  @Override
  public Endpoint parent(Path place, Process child) {
    return new MailboxEndpoint(place.resolve(TO_CHILD), place.resolve(TO_PARENT), child.toHandle());
  }

  @Override
  public Endpoint child(Path place) throws IOException {
    return new MailboxEndpoint(place.resolve(TO_PARENT), place.resolve(TO_CHILD), Polling.parent());
  }

  @Override
  public void remove(Path place) throws IOException {
    FileTree.remove(place.resolve(TO_CHILD));
    FileTree.remove(place.resolve(TO_PARENT));
  }
}

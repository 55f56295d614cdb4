package _11_ipc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A queue in the kernel for each direction.
final class MessageQueueMechanism implements Mechanism {
  @Override
  public Optional<String> missing() {
    return PosixMessageQueue.missing().or(() -> Refusal.of(this));
  }

  @Override
  public void prepare(Path place) throws IOException {
    var name = SystemName.choose(place);
    PosixMessageQueue.create(down(name)).close();
    PosixMessageQueue.create(up(name)).close();
  }

  @Override
  public Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    var name = SystemName.at(place);
    var endpoint = QueueEndpoint.open(down(name), up(name), child.toHandle());
    try {
      Arrival.await(place, child);
      remove(place); // both have what they need: now it ends with them, however they end
      return endpoint;
    } catch (IOException | InterruptedException e) {
      endpoint.close();
      throw e;
    }
  }

  @Override
  public Endpoint child(Path place) throws IOException {
    var name = SystemName.at(place);
    var endpoint = QueueEndpoint.open(up(name), down(name), Polling.parent());
    Arrival.tell(place);
    return endpoint;
  }

  @Override
  public void remove(Path place) throws IOException {
    for (var name : SystemName.ifAt(place)) {
      PosixMessageQueue.remove(down(name));
      PosixMessageQueue.remove(up(name));
    }
  }

  private static String down(String name) {
    return name + "-d";
  }

  private static String up(String name) {
    return name + "-u";
  }
}

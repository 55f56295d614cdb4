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
    PosixMessageQueue.create(SystemName.next(place)).close(); // to the child
    PosixMessageQueue.create(SystemName.next(place)).close(); // to the parent
  }

  @Override
  public Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    var names = SystemName.at(place);
    var endpoint = QueueEndpoint.open(names.get(0), names.get(1), child.toHandle());
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
    var names = SystemName.at(place);
    var endpoint = QueueEndpoint.open(names.get(1), names.get(0), Polling.parent());
    Arrival.tell(place);
    return endpoint;
  }

  @Override
  public void remove(Path place) throws IOException {
    for (var name : SystemName.at(place)) {
      PosixMessageQueue.remove(name);
    }
  }
}

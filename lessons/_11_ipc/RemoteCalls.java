package _11_ipc;

import java.io.IOException;
import java.nio.file.Path;
import java.rmi.NotBoundException;
import java.rmi.registry.LocateRegistry;
import java.util.Optional;

/// Remote Method Invocation: the parent makes two queues, and the child calls their methods. RMI
/// makes bytes of arguments and results, and sends them through TCP.
final class RemoteCalls implements Mechanism {
  static final String TO_CHILD = "to-child";
  static final String TO_PARENT = "to-parent";

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) {}

  @Override
  public Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    var queues = new ExportedQueues();
    try {
      PortFile.write(place, queues.port());
      child.onExit().thenRun(queues.toParent::end);
      queues.toParent.take(); // the child has come
      return new RemoteQueueEndpoint(queues.toChild, queues.toParent, queues);
    } catch (IOException | InterruptedException refused) {
      queues.close();
      throw refused;
    }
  }

  @Override
  public Endpoint child(Path place) throws IOException, InterruptedException {
    var port = PortFile.await(place);
    var registry = LocateRegistry.getRegistry(null, port, new LoopbackSockets.Client());
    try {
      var in = (RemoteQueue) registry.lookup(TO_CHILD);
      var out = (RemoteQueue) registry.lookup(TO_PARENT);
      out.put(new byte[0]);
      return new RemoteQueueEndpoint(out, in, () -> {});
    } catch (NotBoundException notThere) {
      throw new IOException("The parent has no queue of this name.", notThere);
    }
  }

  @Override
  public void remove(Path place) throws IOException {
    PortFile.remove(place);
  }
}

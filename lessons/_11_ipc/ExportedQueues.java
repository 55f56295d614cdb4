package _11_ipc;

import static java.rmi.server.UnicastRemoteObject.exportObject;
import static java.rmi.server.UnicastRemoteObject.unexportObject;

import java.io.Closeable;
import java.io.IOException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;

/// Two queues, and a registry in which another process finds them by name.
final class ExportedQueues implements Closeable {
  final QueueObject toChild = new QueueObject();
  final QueueObject toParent = new QueueObject();
  private final LoopbackSockets sockets = new LoopbackSockets();
  private final Registry registry;

  ExportedQueues() throws IOException {
    var client = new LoopbackSockets.Client();
    registry = LocateRegistry.createRegistry(0, client, sockets);
    registry.rebind(RemoteCalls.TO_CHILD, exportObject(toChild, 0, client, sockets));
    registry.rebind(RemoteCalls.TO_PARENT, exportObject(toParent, 0, client, sockets));
  }

  int port() {
    return sockets.port();
  }

  @Override
  public void close() throws IOException {
    toChild.end(); // a call that still waits in the queue goes on
    unexportObject(toChild, true);
    unexportObject(toParent, true);
    unexportObject(registry, true);
    sockets.close();
  }
}

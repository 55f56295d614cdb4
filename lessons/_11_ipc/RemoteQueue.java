package _11_ipc;

import java.rmi.Remote;
import java.rmi.RemoteException;

/// A queue whose methods another process can call.
public interface RemoteQueue extends Remote {
  /// Blocks while the queue is full, with a limit.
  void put(byte[] message) throws RemoteException, InterruptedException;

  /// Blocks while the queue is empty, with a limit.
  byte[] take() throws RemoteException, InterruptedException;
}

package _06_cpu.lab;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;

/// What runs in the child of a [ProcessPool]: takes a task, does it, sends its result, until there
/// are no more tasks.
final class PoolWorker {
  private static final int BUFFER = 1 << 16;

  private PoolWorker() {}

  public static void main(String[] args) throws Exception {
    var results = objectsTo(System.out);
    var tasks = objectsFrom(System.in);
    try {
      while (true) {
        send(((Callable<?>) tasks.readObject()).call(), results);
      }
    } catch (EOFException noMoreTasks) {
      results.close();
    }
  }

  /// The first bytes say that objects will follow. The other side waits for them.
  static ObjectOutputStream objectsTo(OutputStream pipe) throws IOException {
    var objects = new ObjectOutputStream(new BufferedOutputStream(pipe, BUFFER));
    objects.flush();
    return objects;
  }

  static ObjectInputStream objectsFrom(InputStream pipe) throws IOException {
    return new ObjectInputStream(new BufferedInputStream(pipe, BUFFER));
  }

  static void send(Object object, ObjectOutputStream pipe) throws IOException {
    pipe.writeObject(object);
    pipe.reset(); // forget it, or the same object sent again would be a mere reference
    pipe.flush();
  }
}

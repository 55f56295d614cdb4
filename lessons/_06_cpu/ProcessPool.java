package _06_cpu;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Processes that wait for tasks, like the workers of Python's `multiprocessing.Pool`.
///
/// They share no memory with this JVM. Each task is written into a pipe, byte by byte, and its
/// result comes back the same way.
final class ProcessPool implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final List<Worker> workers = new ArrayList<>();

  /// What can be sent to another process: all it needs to know is in its fields.
  interface Task<T> extends Callable<T>, Serializable {
    @Override
    T call();
  }

  /// Starts the processes and blocks until all of them wait for a task.
  ProcessPool(int size) throws IOException {
    try {
      for (var started = 0; started < size; started++) {
        workers.add(new Worker(JavaProcess.builder(WorkerMain.class)));
      }
      for (var worker : workers) {
        worker.awaitReady();
      }
    } catch (IOException notAll) {
      close();
      throw notAll;
    }
  }

  /// Lets each process do one of the tasks, all at the same time, and blocks until the last result
  /// is here.
  ///
  /// @param tasks at most one for each process
  <T> List<T> invokeAll(List<? extends Task<T>> tasks) throws IOException {
    for (var i = 0; i < tasks.size(); i++) {
      workers.get(i).send(tasks.get(i));
    }
    var results = new ArrayList<T>();
    for (var i = 0; i < tasks.size(); i++) {
      results.add(workers.get(i).receive());
    }
    return results;
  }

  /// How many bytes a task or a result is on its way through a pipe.
  static long sizeOf(Object sent) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    return bytes.size();
  }

  @Override
  public void close() {
    workers.forEach(worker -> CompletedProcess.end(worker.child));
  }

  /// The parent's side of one process.
  private static final class Worker {
    private final Process child;
    private final ObjectOutputStream tasks;
    private ObjectInputStream results;

    Worker(ProcessBuilder program) throws IOException {
      child = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      tasks = new ObjectOutputStream(new BufferedOutputStream(child.getOutputStream(), BUFFER));
      tasks.flush(); // the first bytes say that objects will follow, and each side waits for them
    }

    void awaitReady() throws IOException {
      results = new ObjectInputStream(new BufferedInputStream(child.getInputStream(), BUFFER));
    }

    void send(Task<?> task) throws IOException {
      tasks.writeObject(task);
      tasks.reset(); // forget it, or the same task sent again would be a mere reference
      tasks.flush();
    }

    @SuppressWarnings("unchecked") // the result is that of the task sent before
    <T> T receive() throws IOException {
      try {
        return (T) results.readObject();
      } catch (ClassNotFoundException | EOFException e) {
        throw new IOException("A worker process ended without a result.", e);
      }
    }
  }

  /// The child's side.
  static final class WorkerMain {
    public static void main(String[] args) throws IOException, ClassNotFoundException {
      var results = new ObjectOutputStream(new BufferedOutputStream(System.out, BUFFER));
      results.flush();
      var tasks = new ObjectInputStream(new BufferedInputStream(System.in, BUFFER));
      try {
        while (true) {
          results.writeObject(((Task<?>) tasks.readObject()).call());
          results.reset();
          results.flush();
        }
      } catch (EOFException noMoreTasks) {
        results.close();
      }
    }
  }
}

package _06_cpu.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Processes that wait for tasks, like the workers of Python's `multiprocessing.Pool`.
///
/// They share no memory with this JVM. Each task is written into a pipe, byte by byte, and its
/// result comes back the same way. Tasks must be `Serializable`.
final class ProcessPool implements AutoCloseable {
  private final List<Worker> workers = new ArrayList<>();

  /// One process, and the ends of its pipes that are here.
  private record Worker(Process child, ObjectOutputStream tasks, ObjectInputStream results) {}

  /// Starts the processes and blocks until all of them wait for a task.
  ProcessPool(int size) throws IOException {
    var children = new ArrayList<Process>();
    try {
      for (var started = 0; started < size; started++) {
        var program = JavaProcess.builder(PoolWorker.class);
        children.add(program.redirectError(ProcessBuilder.Redirect.DISCARD).start());
      }
      for (var child : children) {
        var tasks = PoolWorker.objectsTo(child.getOutputStream());
        workers.add(new Worker(child, tasks, PoolWorker.objectsFrom(child.getInputStream())));
      }
    } catch (IOException notAll) {
      children.forEach(CompletedProcess::end);
      throw notAll;
    }
  }

  /// Lets each process do one of the tasks, all at the same time, and blocks until the last result
  /// is here.
  ///
  /// @param tasks at most one for each process
  @SuppressWarnings("unchecked") // what comes back is the result of the task that was sent
  <T> List<T> invokeAll(List<? extends Callable<T>> tasks) throws IOException {
    for (var i = 0; i < tasks.size(); i++) {
      PoolWorker.send(tasks.get(i), workers.get(i).tasks);
    }
    var results = new ArrayList<T>();
    try {
      for (var i = 0; i < tasks.size(); i++) {
        results.add((T) workers.get(i).results.readObject());
      }
    } catch (ClassNotFoundException | EOFException e) {
      throw new IOException("A worker process ended without a result.", e);
    }
    return results;
  }

  /// How many bytes a task or a result is on its way through a pipe.
  static long sizeOf(Object sent) throws IOException {
    var bytes = new ByteArrayOutputStream();
    PoolWorker.send(sent, new ObjectOutputStream(bytes));
    return bytes.size();
  }

  @Override
  public void close() {
    workers.forEach(worker -> CompletedProcess.end(worker.child));
  }
}

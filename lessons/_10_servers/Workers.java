package _10_servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import workbook.process.JavaProcess;

/// The worker processes of a server, each with a socket. Every thread may call it.
final class Workers {
  /// The exit code of a worker whose client sent `stop`.
  static final int STOPPED = 3;

  private final Class<?> program;
  private final HandlerType handlers;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /// @param program what each process runs. Its arguments are the name of a class of handlers, and
  ///   the process id of this JVM
  Workers(Class<?> program, HandlerType handlers) {
    this.program = program;
    this.handlers = handlers;
  }

  /// Starts a worker that has this socket.
  ///
  /// @throws ClosedChannelException when the socket is closed, or [#end] was called
  Process start(NetworkChannel socket) throws IOException {
    var me = Long.toString(ProcessHandle.current().pid());
    var builder = JavaProcess.builder(program, handlers.handler().getName(), me);
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    var worker = SocketHandover.start(builder, socket);
    running.add(worker);
    if (ended) {
      worker.destroyForcibly().onExit().join(); // it was started while all were being ended
      throw new ClosedChannelException();
    }
    return worker;
  }

  /// Blocks until a worker has ended. Ends it when this thread is interrupted.
  int awaitEnd(Process worker) throws InterruptedException {
    try {
      return worker.waitFor();
    } finally {
      worker.destroyForcibly();
      running.remove(worker);
    }
  }

  /// Ends all workers by force, and whichever is started later. Returns at once.
  void end() {
    ended = true;
    running.forEach(Process::destroyForcibly);
  }
}

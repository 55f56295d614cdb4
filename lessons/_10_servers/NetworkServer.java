package _10_servers;

import java.net.InetSocketAddress;

/// A server that says everything back: an echo server.
///
/// **Echo.** Each client gets back every byte that it has said, in the same order, and nothing
/// else. The bytes are said back as they come: the server never waits for a newline, or for
/// anything else that the client may say later. They are bytes, of any value, and not always text.
/// They may be megabytes, so the server reads and writes many at a time.
///
/// **Commands.** What a client says is made of lines. A line ends with a newline (byte 10). If a
/// carriage return (byte 13) stands right before the newline, it belongs to the end, too. A line
/// that is exactly `quit` or `stop` before its end, in lower case, is a command. It may come in
/// pieces, like any line, and it is said back, like any line. Its newline is the last byte that
/// this client gets: what the client has said after it is ignored.
///
/// - `quit` ends this connection. The client gets the end of the stream.
/// - `stop` does the same, and then stops the server.
///
/// Bytes that no newline follows are no line, and so no command.
///
/// **Clients.** All are served at the same time, five hundred if need be. Nobody has to wait
/// because of what another client does or does not do: say nothing, reset the connection, send
/// without an end, never read. A client may be silent as long as it likes.
///
/// Of what a client says, the server keeps at most a megabyte in its memory, however long a line is
/// and whether or not the client takes its echo: if it doesn't, the server reads no more from this
/// client until it has taken some. (What the system has in its own buffers doesn't count.)
///
/// **The end of a connection.** A client may end its output and still read. Then it gets the rest
/// of its echo, and after that the end of the stream. The server closes a connection as soon as
/// there is nothing left to do, and doesn't wait for the client to close it, too: after a command,
/// after the end of the client's output, when the connection is broken, and when the server stops.
/// A connection that is broken ends nothing else.
///
/// **Stopping.** A server that stops accepts nobody any more, and closes all connections at once,
/// whatever their clients are doing, including those not served yet. It does not wait for any of
/// them. A stopped server is never started again, but another one can listen on the same port at
/// once.
///
/// While no client says or takes anything, all threads of the server sleep. (They may wake up now
/// and then to look around, and sleep on.)
///
/// The class has a public constructor `EchoServer(InetSocketAddress at) throws IOException`. It
/// makes the server listen on that address and no other: from then on clients can connect, and are
/// served once [#serve] is called. Port 0 means one that the kernel picks. If the port is taken or
/// not allowed, the constructor throws an `IOException`, and leaves nothing open; if `at` is null,
/// a `NullPointerException`.
public interface NetworkServer extends AutoCloseable {
  /// Where it listens, with the port that it really has; the same when the server has stopped.
  InetSocketAddress address();

  /// Serves all clients. Blocks until the server is stopped. Then the port is free, all connections
  /// are closed, and all threads that the server has started have ended, or are just about to.
  ///
  /// An interrupt of the calling thread stops the server, even one that came before the call. The
  /// thread is interrupted when this method returns if somebody has interrupted it, and not
  /// otherwise. If the server has stopped already, it returns at once. It is called at most once.
  void serve();

  /// Stops the server, and returns without waiting for a client. Any thread may call it, at any
  /// time, and more than once. A thread that is interrupted may, too, and stays interrupted. If
  /// nobody has called [#serve], the port is free when it returns.
  @Override
  void close();
}

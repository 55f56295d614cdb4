package _08_timeouts.alternatives.patientclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import _08_timeouts.Caller;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import javax.net.SocketFactory;

/// After a failure it asks itself again, with one attempt less, a longer pause and the time that is
/// left. Nothing is ever changed, and an exception carries the earlier ones with it.
public final class AgainFromWithin implements Caller {
  private final Limits limits;
  private final BackOff backOff;
  private final SocketFactory sockets;
  private final Time time;

  public AgainFromWithin(Limits limits, BackOff backOff, SocketFactory sockets, Time time) {
    this.limits = limits;
    this.backOff = backOff;
    this.sockets = sockets;
    this.time = time;
  }

  /// The question could not be sent.
  private static final class Unheard extends IOException {
    private Unheard(IOException why) {
      super(why);
    }
  }

  @Override
  public String ask(InetSocketAddress server, Question question)
      throws IOException, InterruptedException {
    return ask(server, question, backOff, time.nanoTime());
  }

  private String ask(InetSocketAddress server, Question question, BackOff rest, long began)
      throws IOException, InterruptedException {
    try {
      return attempt(server, question.text(), began);
    } catch (IOException failure) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!question.repeatable() && !(failure instanceof Unheard)
          || rest.attempts() == 1
          || left(began) <= rest.first().toNanos()) {
        throw failure;
      }
      time.pause(rest.first());
      return again(server, question, rest, began, failure);
    }
  }

  private String again(
      InetSocketAddress server, Question question, BackOff rest, long began, IOException failure)
      throws IOException, InterruptedException {
    var doubled = Math.min(2 * rest.first().toNanos(), rest.longest().toNanos());
    var less = new BackOff(rest.attempts() - 1, Duration.ofNanos(doubled), rest.longest());
    try {
      return ask(server, question, less, began);
    } catch (IOException last) {
      last.addSuppressed(failure);
      throw last;
    }
  }

  private String attempt(InetSocketAddress server, String text, long began) throws IOException {
    try (var socket = socket()) {
      connect(socket, server, began);
      socket.getOutputStream().write(text.getBytes(UTF_8));
      socket.getOutputStream().write('\n');
      return line(socket, began);
    }
  }

  private Socket socket() throws Unheard {
    try {
      return sockets.createSocket();
    } catch (IOException why) {
      throw new Unheard(why);
    }
  }

  private void connect(Socket socket, InetSocketAddress server, long began) throws Unheard {
    try {
      socket.connect(server, millis(limits.connect(), began));
    } catch (IOException why) {
      throw new Unheard(why);
    }
  }

  private String line(Socket socket, long began) throws IOException {
    var line = ByteBuffer.allocate(64);
    var in = socket.getInputStream();
    while (line.position() == 0 || line.get(line.position() - 1) != '\n') {
      if (!line.hasRemaining()) {
        line =
            ByteBuffer.wrap(Arrays.copyOf(line.array(), 2 * line.capacity()))
                .position(line.position());
      }
      socket.setSoTimeout(millis(limits.read(), began));
      var next = in.read();
      if (next < 0) {
        throw new EOFException("the end, and no newline");
      }
      line.put((byte) next);
    }
    return UTF_8.decode(line.flip().limit(line.limit() - 1)).toString();
  }

  private int millis(Duration limit, long began) throws SocketTimeoutException {
    var left = left(began);
    if (left <= 0) {
      throw new SocketTimeoutException("out of time");
    }
    return Math.toIntExact(Math.max(1, Math.min(limit.toNanos(), left) / 1_000_000));
  }

  private long left(long began) {
    return began + limits.total().toNanos() - time.nanoTime();
  }
}

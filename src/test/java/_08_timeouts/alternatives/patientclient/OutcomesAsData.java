package _08_timeouts.alternatives.patientclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import _08_timeouts.Caller;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/// An attempt returns what came of it, and never throws. The pauses are a plan, made before the
/// first one.
public final class OutcomesAsData implements Caller {
  private final Limits limits;
  private final BackOff backOff;
  private final SocketFactory sockets;
  private final Time time;

  public OutcomesAsData(Limits limits, BackOff backOff, SocketFactory sockets, Time time) {
    this.limits = limits;
    this.backOff = backOff;
    this.sockets = sockets;
    this.time = time;
  }

  private sealed interface Outcome {
    record Answer(String line) implements Outcome {}

    record NotReached(IOException why) implements Outcome {}

    record Broken(IOException why) implements Outcome {}
  }

  @Override
  public String ask(InetSocketAddress server, Question question)
      throws IOException, InterruptedException {
    var end = time.nanoTime() + limits.total().toNanos();
    var plan =
        Stream.iterate(backOff.first(), pause -> least(pause.plus(pause), backOff.longest()))
            .limit(backOff.attempts() - 1)
            .iterator();
    while (true) {
      IOException why;
      switch (attempt(server, question.text(), end)) {
        case Outcome.Answer(var line) -> {
          return line;
        }
        case Outcome.Broken(var broken) when !question.repeatable() -> throw broken;
        case Outcome.Broken(var broken) -> why = broken;
        case Outcome.NotReached(var notReached) -> why = notReached;
      }
      if (!plan.hasNext()) {
        throw why;
      }
      var pause = plan.next();
      if (time.nanoTime() + pause.toNanos() - end >= 0) {
        throw why;
      }
      time.pause(pause);
    }
  }

  private Outcome attempt(InetSocketAddress server, String text, long end) {
    Socket socket;
    try {
      socket = connected(server, end);
    } catch (IOException notReached) {
      return new Outcome.NotReached(notReached);
    }
    try (socket) {
      return new Outcome.Answer(converse(socket, text, end));
    } catch (IOException broken) {
      return new Outcome.Broken(broken);
    }
  }

  private Socket connected(InetSocketAddress server, long end) throws IOException {
    var socket = sockets.createSocket();
    try {
      socket.connect(server, wait(limits.connect(), end));
      return socket;
    } catch (IOException | RuntimeException failure) {
      socket.close();
      throw failure;
    }
  }

  private String converse(Socket socket, String text, long end) throws IOException {
    socket.getOutputStream().write((text + "\n").getBytes(UTF_8));
    socket.shutdownOutput();
    var heard = new ByteArrayOutputStream();
    var buffer = new byte[1_024];
    for (var newline = -1; newline < 0; newline = heard.toString(UTF_8).indexOf('\n')) {
      socket.setSoTimeout(wait(limits.read(), end));
      var length = socket.getInputStream().read(buffer);
      if (length < 0) {
        throw new EOFException();
      }
      heard.write(buffer, 0, length);
    }
    return heard.toString(UTF_8).split("\n", 2)[0];
  }

  private int wait(Duration limit, long end) throws SocketTimeoutException {
    var nanos = Math.min(limit.toNanos(), end - time.nanoTime());
    if (nanos <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.ceilDiv(nanos, 1_000_000L);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

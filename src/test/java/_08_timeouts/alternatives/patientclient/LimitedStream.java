package _08_timeouts.alternatives.patientclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import _08_timeouts.Caller;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/// A stream that gives each read of its socket what is left of the time. Whoever reads from it, a
/// buffer here, need not know of any limit.
public final class LimitedStream implements Caller {
  private final Limits limits;
  private final BackOff backOff;
  private final SocketFactory sockets;
  private final Time time;

  public LimitedStream(Limits limits, BackOff backOff, SocketFactory sockets, Time time) {
    this.limits = limits;
    this.backOff = backOff;
    this.sockets = sockets;
    this.time = time;
  }

  @Override
  public String ask(InetSocketAddress server, Question question)
      throws IOException, InterruptedException {
    var countdown = new Countdown(time.nanoTime());
    var failures = 0;
    while (true) {
      var connected = false;
      try (var socket = sockets.createSocket()) {
        socket.connect(server, countdown.atMost(limits.connect().toNanos()));
        connected = true;
        socket.getOutputStream().write((question.text() + "\n").getBytes(UTF_8));
        return firstLine(new BufferedInputStream(new Limited(socket, countdown)));
      } catch (IOException failure) {
        failures++;
        var over = connected && !question.repeatable() || failures == backOff.attempts();
        if (over || countdown.left() <= pauseAfter(failures)) {
          throw new IOException("no answer after " + failures + " attempts", failure);
        }
      }
      time.pause(Duration.ofNanos(pauseAfter(failures)));
    }
  }

  /// In nanoseconds.
  private long pauseAfter(int failures) {
    var pause = backOff.first().toNanos() * Math.pow(2, failures - 1);
    return (long) Math.min(pause, backOff.longest().toNanos());
  }

  private static String firstLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next; (next = in.read()) != '\n'; line.write(next)) {
      if (next == -1) {
        throw new EOFException("only half an answer: " + line.toString(UTF_8));
      }
    }
    return line.toString(UTF_8);
  }

  /// The time of one question, running out.
  private final class Countdown {
    private final long began;

    private Countdown(long began) {
      this.began = began;
    }

    private long left() {
      return limits.total().toNanos() - (time.nanoTime() - began);
    }

    /// In milliseconds, at least 1.
    private int atMost(long nanos) throws SocketTimeoutException {
      var millis = TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, left()));
      if (millis < 1) {
        throw new SocketTimeoutException("no time left");
      }
      return (int) millis;
    }
  }

  private final class Limited extends FilterInputStream {
    private final Socket socket;
    private final Countdown countdown;

    private Limited(Socket socket, Countdown countdown) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.countdown = countdown;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      socket.setSoTimeout(countdown.atMost(limits.read().toNanos()));
      return super.read(into, at, length);
    }
  }
}

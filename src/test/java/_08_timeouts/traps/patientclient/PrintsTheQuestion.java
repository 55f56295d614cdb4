package _08_timeouts.traps.patientclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import _08_timeouts.Caller;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

@Trap(
    belief = "a PrintWriter throws what goes wrong",
    fails = "repeatedIfItMayBe",
    saying = "write() fails, so the attempt does")
public final class PrintsTheQuestion implements Caller {
  private final Limits limits;
  private final BackOff backOff;
  private final SocketFactory sockets;
  private final Time time;

  public PrintsTheQuestion(Limits limits, BackOff backOff, SocketFactory sockets, Time time) {
    this.limits = limits;
    this.backOff = backOff;
    this.sockets = sockets;
    this.time = time;
  }

  @Override
  public String ask(InetSocketAddress server, Question question)
      throws IOException, InterruptedException {
    var deadline = time.nanoTime() + limits.total().toNanos();
    var pause = backOff.first();
    for (var attempt = 1; ; attempt++) {
      var heard = false;
      try (var socket = sockets.createSocket()) {
        socket.connect(server, millis(limits.connect(), deadline));
        heard = true; // perhaps: from here on nobody knows
        var out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
        out.print(question.text() + "\n");
        out.flush();
        return answer(socket, deadline);
      } catch (IOException failure) { // the socket is closed by now
        var isSafe = question.repeatable() || !heard;
        var mayTry = isSafe && attempt < backOff.attempts();
        if (!mayTry || pause.compareTo(left(deadline)) >= 0) {
          throw failure;
        }
      }
      time.pause(pause);
      pause = shorter(pause.multipliedBy(2), backOff.longest());
    }
  }

  private String answer(Socket socket, long deadline) throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      socket.setSoTimeout(millis(limits.read(), deadline));
      var next = socket.getInputStream().read();
      if (next == -1) {
        throw new EOFException("the connection ended within an answer");
      }
      if (next == '\n') {
        return line.toString(UTF_8);
      }
      line.write(next);
    }
  }

  /// How long to wait at most, in whole milliseconds; never 0, which would be no limit at all.
  private int millis(Duration limit, long deadline) throws SocketTimeoutException {
    var left = left(deadline);
    if (!left.isPositive()) {
      throw new SocketTimeoutException("the time for all attempts is over");
    }
    return (int) shorter(limit, left).plusNanos(999_999).toMillis();
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(deadline - time.nanoTime());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

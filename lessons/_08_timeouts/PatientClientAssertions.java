package _08_timeouts;

import static _08_timeouts.PretendNetwork.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _08_timeouts.Caller.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the graded tests of PatientClient say of one question.
public final class PatientClientAssertions {
  private static final InetSocketAddress SERVER = pizzeria(80);

  /// How much the whole milliseconds of a socket may add or take away.
  private static final Duration ROUNDING = Duration.ofMillis(1);

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{M}\\u0085\\u2028]");

  private PatientClientAssertions() {}

  public static InetSocketAddress pizzeria(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  public static void assertAnswer(String expected, Caller client, Question question, String when)
      throws InterruptedException {
    try {
      assertEquals(shown(expected), shown(client.ask(SERVER, question)), when);
    } catch (IOException failure) {
      fail(when + ": expected " + shown(expected) + ", but ask threw " + failure);
    }
  }

  public static void assertNoAnswer(Caller client, Question question, String when)
      throws InterruptedException {
    try {
      var answer = client.ask(SERVER, question);
      fail(when + ": expected an IOException, but ask returned " + shown(answer));
    } catch (IOException expected) {
      // There was no answer, and the client says so.
    }
  }

  public static void assertCalledOff(
      Caller client, PretendNetwork network, Question question, String when) throws IOException {
    try {
      var answer = client.ask(SERVER, question);
      fail(when + ": expected an InterruptedException, but ask returned " + shown(answer));
    } catch (InterruptedException expected) {
      assertTrue(network.attempts() <= 1, "there was another attempt; the first was " + when);
    } finally {
      Thread.interrupted();
    }
  }

  public static void assertNotLost(Caller client, Question question, String when) {
    try {
      client.ask(SERVER, question);
    } catch (InterruptedException told) {
      return;
    } catch (IOException failure) {
      // Then the status tells it.
    }
    assertTrue(Thread.interrupted(), when + ": the interrupt is lost");
  }

  public static void assertTellsWhy(Caller client, PretendNetwork network, Question question)
      throws InterruptedException {
    try {
      var answer = client.ask(SERVER, question);
      fail("no attempt has an answer, and ask returned " + shown(answer));
    } catch (IOException thrown) {
      var why = network.failure().orElseThrow();
      var causes = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause);
      if (causes.noneMatch(cause -> cause == why)) {
        fail("the last attempt failed with " + why + ", but ask threw " + thrown + ", without it");
      }
    }
  }

  public static void assertPassed(Duration expected, PretendNetwork network, String when) {
    if (network.passed().minus(expected).abs().compareTo(ROUNDING) > 0) {
      assertEquals(told(expected), told(network.passed()), "the time that ask took: " + when);
    }
  }

  /// @param expected in milliseconds
  public static void assertPauses(PretendNetwork network, String which, int... expected) {
    var pauses = IntStream.of(expected).mapToObj(pause -> told(Duration.ofMillis(pause))).toList();
    assertEquals(pauses.toString(), network.pauses(), "pauses " + which);
  }

  public static void assertClosed(
      Caller client, PretendNetwork network, Question question, String after) {
    try {
      client.ask(SERVER, question);
    } catch (Exception whatever) {
      Thread.interrupted();
    }
    assertEquals(0, network.open(), "sockets still open when ask was over, after " + after);
    assertEquals(0, network.openInPauses(), "sockets open when a pause began, after " + after);
  }

  /// What was said, in quotes, and what does not show on a screen as its number.
  public static String shown(String answer) {
    if (answer == null) {
      return "null";
    }
    var visible = answer.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    var named =
        INVISIBLE
            .matcher(visible)
            .replaceAll(one -> "\\\\u%04x".formatted(one.group().codePointAt(0)));
    return '"' + named + '"';
  }
}

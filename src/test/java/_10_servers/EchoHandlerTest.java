package _10_servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said back, and what is a command, however the bytes are divided.
@Tag("fast")
class EchoHandlerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "hello               | hello        | GO_ON",
        "hello;world         | hello;world  | GO_ON",
        "quit~               |              | QUIT",
        "stop~               |              | STOP",
        "quit^~              |              | QUIT",
        "stop^~              |              | STOP",
        "hi~quit~            | hi~          | QUIT",
        "hi~stop~more~       | hi~          | STOP",
        "hello;quit^~        | hello;       | QUIT",
        "qu;it~              | qu;          | QUIT",
        "q;u;i;t;^;~         | q;u;i;t;^;   | QUIT",
        "a~st;op^~           | a~st;        | STOP",
        "quit                | quit         | GO_ON",
        "quit now~           | quit now~    | GO_ON",
        "please quit~        | please quit~ | GO_ON",
        "quits~              | quits~       | GO_ON",
        "xq;uit~             | xq;uit~      | GO_ON",
        "QUIT~               | QUIT~        | GO_ON",
        "quit^^~             | quit^^~      | GO_ON",
        "~~~                 | ~~~          | GO_ON",
        "longer than any;~quit~ | longer than any;~ | QUIT"
      })
  void echoes(String chunks, String answers, Handler.Then then) {
    var handler = new EchoHandler();
    var told = new StringBuilder();
    var last = Handler.Then.GO_ON;
    for (var chunk : readable(chunks).split(";", -1)) {
      assertEquals(Handler.Then.GO_ON, last, "it went on after a command");
      var answer = handler.received(bytes(chunk));
      told.append(ISO_8859_1.decode(answer.bytes())).append(';');
      last = answer.then();
    }
    var expected = readable(answers == null ? "" : answers) + ";";
    assertEquals(then, last);
    assertEquals(expected, told.toString());
  }

  @Test
  void everyByteComesBack() {
    var all = Stream.iterate(0, one -> one < 256, one -> one + 1);
    var text = all.map(one -> String.valueOf((char) (int) one)).collect(Collectors.joining());
    var answer = new EchoHandler().received(bytes(text));
    assertEquals(text, ISO_8859_1.decode(answer.bytes()).toString());
    assertEquals(Handler.Then.GO_ON, answer.then());
  }

  @Test
  void aChunkMayStandAnywhereInItsBuffer() {
    var buffer = bytes("quit~hi quit~".replace('~', '\n')).position(5);
    var answer = new EchoHandler().received(buffer);
    assertEquals("hi quit\n", ISO_8859_1.decode(answer.bytes()).toString());
  }

  /// With `~` for a newline and `^` for a carriage return.
  private static String readable(String text) {
    return text.replace('~', '\n').replace('^', '\r');
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }
}

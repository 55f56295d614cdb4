package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The server on a loop serves the polite, outlives the rude, and closes all that it opened.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TcpServerTest {
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int MUCH = 32_000_000;

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final Loop loop = new Loop(reports::add);
  private final EchoOnTheLoop echo = new EchoOnTheLoop(loop);

  TcpServerTest() {
    loop.slowCallback(LONG);
    loop.cleanUp = LONG;
  }

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void everyClientHearsItsOwnEcho() throws Exception {
    var server = echo.serve(HERE, _ -> {}).address();
    var asking = new ArrayList<Task<String>>();
    var messages = new ArrayList<String>();
    for (var n = 0; n < 100; n++) {
      var message = "Привет " + n;
      messages.add(message);
      asking.add(loop.createTask(message, () -> echo.ask(server, message)));
    }
    assertEquals(messages, loop.runUntilComplete(LoopFutures.gather(asking)));
    assertEquals(List.of(), reports);
  }

  @Test
  void whoeverNeverReadsHoldsUpNobody() throws Exception {
    var server = echo.serve(HERE, _ -> {}).address();
    loop.run(
        "main",
        () -> {
          var rude = TcpStream.connect(loop, server);
          var sending = loop.createTask("rude", () -> send(rude));
          for (var n = 0; n < 10; n++) {
            assertEquals("ping", echo.ask(server, "ping"));
          }
          assertFalse(sending.isDone());
          rude.close();
          return assertThrows(ClosedChannelException.class, sending::await);
        });
  }

  private static Void send(TcpStream rude) throws Exception {
    rude.write(ByteBuffer.allocate(MUCH));
    return null;
  }

  @Test
  void aConversationThatFailsIsReportedAndTheOthersGoOn() throws Exception {
    var server =
        new TcpServer(
            loop,
            HERE,
            client -> {
              client.read(ByteBuffer.allocate(100));
              throw new IllegalStateException("a bug");
            });
    var other = echo.serve(HERE, _ -> {});
    assertEquals("", loop.run("main", () -> echo.ask(server.address(), "ping")));
    assertEquals("ping", loop.run("main", () -> echo.ask(other.address(), "ping")));
    loop.close();
    assertEquals(1, reports.size());
    assertTrue(reports.getFirst().endsWith("java.lang.IllegalStateException: a bug"));
  }

  @Test
  void aPortInUseIsRefusedAndTheLoopLivesOn() throws Exception {
    var server = echo.serve(HERE, _ -> {});
    assertThrows(BindException.class, () -> echo.serve(server.address(), _ -> {}));
    assertEquals("ping", loop.run("main", () -> echo.ask(server.address(), "ping")));
  }

  @Test
  void aClosedServerAcceptsNobody() throws Exception {
    var server = echo.serve(HERE, _ -> {});
    var address = server.address();
    loop.run(
        "main",
        () -> {
          assertEquals("ping", echo.ask(address, "ping"));
          server.close();
          loop.sleep(Duration.ofMillis(1)).await();
          return assertThrows(ConnectException.class, () -> echo.ask(address, "ping"));
        });
    loop.close();
    assertEquals(List.of(), reports);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void nothingIsLeftOpen() throws Exception {
    everything();
    var before = openFiles();
    for (var n = 0; n < 20; n++) {
      everything();
    }
    assertTrue(openFiles() - before < 20, () -> before + " and then " + openFiles());
  }

  private static void everything() throws Exception {
    try (var loop = new Loop(_ -> {})) {
      var echo = new EchoOnTheLoop(loop);
      var server = echo.serve(HERE, _ -> {}).address();
      loop.run(
          "main",
          () -> {
            assertEquals("ping", echo.ask(server, "ping"));
            return TcpStream.connect(loop, server); // and never closes it
          });
    }
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }
}

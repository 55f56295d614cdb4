package _10_servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;

/// Every design serves the polite, and outlives the rude.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServersTest {
  private static final int MANY_BYTES = 10_000_000;
  private static final int MUCH = 64_000_000;

  @ParameterizedTest
  @EnumSource
  void aClientIsEchoedChunkByChunkUntilItQuits(Design design) throws Exception {
    try (var server = start(design);
        var client = Client.of(server)) {
      client.says("hello").hears("hello");
      client.says("two\nlines").hears("two\nlines");
      client.says("quit\r\n").hearsTheEnd();
      assertServes(server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopEndsTheServerForEverybody(Design design) throws Exception {
    try (var server = start(design);
        var first = Client.of(server);
        var other = Client.of(server)) {
      first.says("hello").hears("hello");
      first.says("stop\r\n").hearsTheEnd();
      assertTrue(other.isShownOut());
      server.awaitEnd();
      assertThrows(ConnectException.class, () -> Client.of(server));
    }
  }

  @ParameterizedTest
  @EnumSource
  void asManyClientsAreServedAtOnceAsTheDesignSays(Design design) throws Exception {
    try (var server = start(design)) {
      var clients = new ArrayList<Client>();
      for (var n = 0; n < design.servedAtOnce(100); n++) {
        clients.add(Client.of(server));
      }
      for (var client : clients) {
        client.says("hello").hears("hello");
      }
      for (var client : clients.reversed()) {
        client.says("again").hears("again").close();
      }
    }
  }

  @Test
  @SuppressWarnings("try") // the acceptor is closed to end the server
  void aClientForWhomThereIsNoThreadIsRefusedAndTheOthersStay() throws Exception {
    var tasks = new AtomicInteger();
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var acceptor = new Acceptor(anyPort)) {
      Executor noSecondThread =
          task -> {
            if (tasks.incrementAndGet() == 2) {
              throw new OutOfMemoryError("unable to create native thread");
            }
            threads.execute(task);
          };
      var serving =
          threads.submit(
              () -> {
                ThreadPerConnection.serve(acceptor, HandlerType.ECHO, noSecondThread);
                return null;
              });
      try (var first = Client.of(acceptor.address);
          var second = Client.of(acceptor.address);
          var third = Client.of(acceptor.address)) {
        assertTrue(second.isShownOut());
        third.says("hello").hears("hello");
        first.says("still there?").hears("still there?");
      }
      acceptor.close();
      var thrown = assertThrows(ExecutionException.class, serving::get).getCause();
      assertInstanceOf(ClosedChannelException.class, thrown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatSaysNothingHarmsNobody(Design design) throws Exception {
    try (var server = start(design)) {
      try (var silent = Client.of(server)) {
        servesOthers(design, server);
        silent.says("after all").hears("after all");
      }
      assertServes(server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatEndsItsOutputHearsTheRest(Design design) throws Exception {
    try (var server = start(design);
        var client = Client.of(server)) {
      client.says("one\ntwo");
      client.socket().shutdownOutput();
      client.hears("one\ntwo").hearsTheEnd();
      assertServes(server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatResetsHarmsNobody(Design design) throws Exception {
    try (var server = start(design)) {
      for (var n = 0; n < times(design, 20); n++) {
        Client.of(server).resets();
        Client.of(server).says("hello").resets();
        Client.of(server).says("hello").hears("hello").resets();
      }
      assertServes(server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenMegabytesWithoutANewlineComeBack(Design design) throws Exception {
    var bytes = new byte[MANY_BYTES];
    new Random(42).nextBytes(bytes);
    for (var n = 0; n < bytes.length; n++) {
      bytes[n] = bytes[n] == '\n' ? 0 : bytes[n];
    }
    try (var server = start(design);
        var client = Client.of(server)) {
      var writing =
          new FutureTask<Void>(
              () -> {
                client.socket().getOutputStream().write(bytes);
                return null;
              });
      Thread.startVirtualThread(writing);
      assertArrayEquals(bytes, client.socket().getInputStream().readNBytes(bytes.length));
      writing.get();
      servesOthers(design, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatStopsReadingHarmsNobody(Design design) throws Exception {
    try (var server = start(design, new HandlerType(MuchOrEcho.class))) {
      try (var deaf = deaf(server)) {
        servesOthers(design, server);
        deaf.says("not yet"); // the server does not read this: its answer is not taken
        servesOthers(design, server);
        deaf.socket().getInputStream().skipNBytes(MUCH); // nothing of it got lost
        deaf.hears("not yet");
      }
      deaf(server).resets();
      deaf(server).close();
      assertServes(server);
    }
  }

  /// A client that the server has begun to answer, with more than any kernel keeps, and that does
  /// not read.
  private static Client deaf(ServerThread server) throws Exception {
    var deaf = Client.of(server).says("much");
    Await.until("the answer has begun", () -> deaf.hasBytes());
    return deaf;
  }

  static final class MuchOrEcho implements Handler {
    private final Handler echo = new EchoHandler();

    @Override
    public Answer received(ByteBuffer chunk) {
      return chunk.equals(ByteBuffer.wrap("much".getBytes(StandardCharsets.US_ASCII)))
          ? new Answer(ByteBuffer.allocate(MUCH), Then.GO_ON)
          : echo.received(chunk);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerIsStoppedWhateverItsClientsDo(Design design) throws Exception {
    var server = start(design, new HandlerType(MuchOrEcho.class));
    try (var deaf = deaf(server);
        var silent = Client.of(server);
        var half = Client.of(server)) {
      half.socket().shutdownOutput();
      assertTrue(deaf.hasBytes());
      server.close();
      assertTrue(silent.isShownOut());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerIsStoppedInTheMiddleOfItsWork(Design design) throws Exception {
    for (var time = 0; time < times(design, 20); time++) {
      try (var server = start(design);
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var served = new CountDownLatch(20);
        for (var n = 0; n < 4; n++) {
          threads.execute(() -> askUntilTheEnd(server, served));
        }
        served.await();
        server.stop();
      }
    }
  }

  private static void askUntilTheEnd(ServerThread server, CountDownLatch served) {
    try (var client = Client.of(server)) {
      while (true) {
        client.says("hello").hears("hello");
        served.countDown();
      }
    } catch (IOException | AssertionError theEnd) {
      // There is one, however it comes.
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoppedServerIsStoppedAgainWithoutHarm(Design design) throws Exception {
    var server = start(design);
    server.close();
    server.close();
    server.awaitEnd();
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatIsClosedBeforeItServesEndsAtOnce(Design design) throws Exception {
    assumeTrue(design.missing().isEmpty(), () -> "" + design.missing());
    var service = design.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    service.close();
    service.serve();
  }

  @ParameterizedTest
  @EnumSource
  void aPortInUseIsRefused(Design design) throws Exception {
    try (var server = start(design)) {
      assertThrows(BindException.class, () -> design.open(server.address()));
      assertServes(server);
    }
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void clientsThatComeAndGoLeaveNothingBehind(Design design) throws Exception {
    comeAndGo(design, times(design, 20)); // what is opened once for all
    var files = openFiles();
    var threads = threads();
    comeAndGo(design, times(design, 300));
    Await.until(
        "no more open files than the %,d before".formatted(files), () -> openFiles() <= files);
    Await.until("no threads but those before", () -> threads.containsAll(threads()));
  }

  /// Those that keep a JVM alive. Others are the JDK's own, and wait for more work.
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  private static void comeAndGo(Design design, int times) throws Exception {
    try (var server = start(design)) {
      for (var n = 0; n < times; n++) {
        try (var client = Client.of(server)) {
          client.says("hello\nquit\n").hears("hello\n").hearsTheEnd();
        }
      }
    }
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }

  /// A server, unless this machine can't run the design.
  private static ServerThread start(Design design) throws IOException {
    return start(design, HandlerType.ECHO);
  }

  private static ServerThread start(Design design, HandlerType handlers) throws IOException {
    assumeTrue(design.missing().isEmpty(), () -> "" + design.missing());
    return ServerThread.start(design, handlers);
  }

  /// Starting a JVM takes a hundred times as long as starting a thread.
  private static int times(Design design, int many) {
    return design.startsProcesses() ? Math.ceilDiv(many, 20) + 1 : many;
  }

  private static void assertServes(ServerThread server) throws IOException {
    try (var next = Client.of(server)) {
      next.says("hello").hears("hello").says("quit\n").hearsTheEnd();
    }
  }

  /// The design with one thread serves others only when this one has left.
  private static void servesOthers(Design design, ServerThread server) throws IOException {
    if (design != Design.SINGLE) {
      assertServes(server);
    }
  }
}

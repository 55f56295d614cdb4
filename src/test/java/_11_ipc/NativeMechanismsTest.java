package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;
import workbook.process.JavaProcess;

/// The mechanisms that call the system: every message arrives, nobody waits for the dead, and
/// nothing outlives both processes.
@Tag("fast")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NativeMechanismsTest {
  @ParameterizedTest
  @EnumSource(names = {"SIGNAL", "SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void messagesOfEveryLengthComeBack(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      var random = new Random(42);
      var answer = ByteBuffer.allocate(Responder.LONGEST);
      for (var length :
          new int[] {1, 2, 4096, 8187, 8188, 8189, 65_535, 65_536, 65_537, Responder.LONGEST}) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        pair.endpoint().send(ByteBuffer.wrap(bytes));
        pair.endpoint().receive(answer);
        assertEquals(ByteBuffer.wrap(bytes), answer, () -> length + " bytes");
      }
      pair.endpoint().send(ByteBuffer.allocate(0));
      assertTrue(pair.child().waitFor(1, TimeUnit.MINUTES));
      assertEquals(0, pair.child().exitValue());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNAL", "SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void thousandsOfMessagesArriveInTheirOrder(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.CHECKSUM)) {
      var random = new Random(42);
      var sum = new CRC32C();
      for (var n = 0; n < 3_000; n++) {
        var bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        sum.update(bytes);
        pair.endpoint().send(ByteBuffer.wrap(bytes));
      }
      pair.endpoint().send(ByteBuffer.allocate(0));
      var answer = ByteBuffer.allocate(100);
      pair.endpoint().receive(answer);
      assertEquals(sum.getValue(), answer.getLong());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNAL", "SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void whoWaitsCanBeInterrupted(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      var waiting = receiving(pair);
      var thread = Thread.ofPlatform().start(waiting);
      thread.interrupt();
      var failed = assertThrows(ExecutionException.class, waiting::get);
      assertInstanceOf(InterruptedException.class, failed.getCause());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNAL", "SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void nobodyWaitsForAProcessThatWasKilled(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      var waiting = receiving(pair);
      Thread.ofPlatform().start(waiting);
      pair.child().destroyForcibly();
      var failed = assertThrows(ExecutionException.class, waiting::get);
      assertInstanceOf(IOException.class, failed.getCause());
      assertTrue(failed.getCause().getMessage().contains("has ended before"));
    }
    messagesOfEveryLengthComeBack(type);
  }

  private static FutureTask<Void> receiving(ProcessPair pair) {
    return new FutureTask<>(
        () -> {
          pair.endpoint().receive(ByteBuffer.allocate(100));
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void onceBothAreThereNothingHasAName(MechanismType type) throws Exception {
    assumeHere(type);
    try (var folder = RunFolder.create();
        var child = new Child(type, folder.path())) {
      type.mechanism().prepare(folder.path());
      assertTrue(exists(type, folder.path()));
      try (var endpoint = type.mechanism().parent(folder.path(), child.start())) {
        assertTrue(!exists(type, folder.path()));
        endpoint.send(ByteBuffer.wrap(new byte[] {42}));
        var answer = ByteBuffer.allocate(100);
        endpoint.receive(answer);
        assertEquals(42, answer.get());
      }
    }
  }

  /// A child that was not started by a pair.
  private static final class Child implements AutoCloseable {
    private final ProcessBuilder builder;
    private Process process;

    Child(MechanismType type, Path place) {
      var self = "" + ProcessHandle.current().pid();
      builder =
          JavaProcess.builder(Responder.class, self, type.name(), place.toString(), "ECHO")
              .inheritIO();
    }

    Process start() throws IOException {
      process = builder.start();
      return process;
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /// Killed when it had made all, before its child came: the one moment in which something stays.
  @ParameterizedTest
  @EnumSource(names = {"SIGNAL", "SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void whatAKilledRunLeavesIsRemovedByTheNext(MechanismType type) throws Exception {
    assumeHere(type);
    var killed = JavaProcess.builder(Prepared.class, type.name()).start();
    Path place;
    List<String> names;
    try (var output = killed.inputReader()) {
      place = Path.of(output.readLine());
      names = SystemName.at(place);
      assertTrue(Files.exists(place));
      assertTrue(type == MechanismType.SIGNAL || exists(type, place));
      killed.destroyForcibly(); // from now on, another JVM of the tests may remove it, too
      assertTrue(killed.waitFor(1, TimeUnit.MINUTES));
    }
    messagesOfEveryLengthComeBack(type);
    Await.until("the folder is removed", () -> Files.notExists(place));
    for (var name : names) {
      assertTrue(!exists(type, name), name);
    }
  }

  /// Makes what both would need, says where, and waits to be killed.
  static final class Prepared {
    public static void main(String[] args) throws Exception {
      try (var folder = RunFolder.create()) {
        MechanismType.valueOf(args[0]).mechanism().prepare(folder.path());
        IO.println(folder.path());
        System.in.read(); // ends with its parent, too
      }
    }
  }

  private static boolean exists(MechanismType type, Path place) throws IOException {
    return exists(type, SystemName.at(place).getFirst());
  }

  private static boolean exists(MechanismType type, String name) {
    try (var arena = Arena.ofConfined()) {
      switch (type) {
        case SEMAPHORE -> PosixSemaphore.open(name).close();
        case SHARED_MEMORY -> PosixSharedMemory.open(name, SlotMechanism.BYTES, arena);
        case MESSAGE_QUEUE -> PosixMessageQueue.open(name).close();
        default -> throw new IllegalArgumentException(type + " has no names");
      }
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static void assumeHere(MechanismType type) {
    var missing = type.mechanism().missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }
}

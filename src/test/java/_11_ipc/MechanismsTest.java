package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _11_ipc.lab.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whichever way messages go, they arrive whole and in order, and nothing is left of a run.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MechanismsTest {
  private static final int HUNDRED_MEGABYTES = 96; // messages of 1 MiB

  @ParameterizedTest
  @EnumSource
  void aHundredMegabytesArriveWhole(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.CHECKSUM)) {
      assertTrue(Transfer.of(HUNDRED_MEGABYTES, pair.endpoint()).isWhole());
    }
  }

  @ParameterizedTest
  @EnumSource
  void messagesOfAnyLengthKeepTheirBounds(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      var answer = ByteBuffer.allocate(Responder.LONGEST);
      for (int length : List.of(1, 2, 4095, 4096, 65_535, 65_537, Responder.LONGEST, 3)) {
        var message = ByteBuffer.allocate(length).put(0, (byte) length).put(length - 1, (byte) 7);
        pair.endpoint().send(message.duplicate());
        pair.endpoint().receive(answer);
        assertEquals(message, answer);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunLeavesNothingBehind(MechanismType type) throws Exception {
    assumeHere(type);
    Path place;
    Process child;
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      place = pair.folder().path();
      child = pair.child();
    }
    assertFalse(Files.exists(place));
    assertFalse(child.isAlive());
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWaitsForADeadProcessHearsOfIt(MechanismType type) throws Exception {
    assumeHere(type);
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      pair.child().destroyForcibly().waitFor(1, TimeUnit.MINUTES);
      var answer = ByteBuffer.allocate(16);
      assertThrows(IOException.class, () -> pair.endpoint().receive(answer));
    }
  }

  private static void assumeHere(MechanismType type) {
    var missing = type.mechanism().missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElseThrow());
  }
}

package _07_sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _07_sockets.lab.BacklogFullTiming;
import _07_sockets.lab.ClientAndServerConversation;
import _07_sockets.lab.HalfCloseConversation;
import _07_sockets.lab.LettersInPiecesTrials;
import _07_sockets.lab.PartialReadsTrials;
import _07_sockets.lab.PortAndAddressChecks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Experiment;
import workbook.MessageEvent;
import workbook.MessageEvent.Act;
import workbook.Observations;
import workbook.OpenDescriptors;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Result;
import workbook.run.Run;

/// Lesson 07 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
class SocketsTest {
  @Test
  void theClientHasGoneBeforeItIsAccepted() throws Exception {
    var acts =
        run(new ClientAndServerConversation(), Map.of()).turns().stream()
            .map(event -> event.party() + " " + event.act())
            .collect(Collectors.joining(", "));
    assertEquals(
        "server DOES, client CONNECTS, client WRITES, client ENDS, "
            + "server ACCEPTS, server READS, server SEES_END, server ENDS",
        acts);
  }

  @Test
  void readsAreJoinedKeptApartAndSplit() throws Exception {
    var seen = run(new PartialReadsTrials(), Map.of("rounds", "20"));
    assertEquals("\"ping\"", reads("server 1", seen));
    assertEquals("\"pi\" \"ng\"", reads("server 2", seen));
    assertEquals("\"pin\" \"g\"", reads("server 3", seen));
    assertEquals(20, seen.outcomes().stream().mapToLong(Outcome::count).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aNameIsWholeUnlessAReadEndsWithinALetter(int buffer) throws Exception {
    var seen = run(new LettersInPiecesTrials(), Map.of("buffer", "" + buffer));
    assertEquals(
        buffer == 3 ? "René" : "Ren\uFFFD\uFFFD", seen.fact("text made of each read").get());
  }

  @Test
  void onlyTheHalfCloseGetsItsAnswer() throws Exception {
    var seen = run(new HalfCloseConversation(), Map.of("patience", "10"));
    assertEquals("\"6\"", reads("client", seen));
    assertEquals("", reads("closing client", seen));
    assertEquals("", reads("flushing client", seen));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void linuxKeepsOneMoreThanTheBacklog(int backlog) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    var seen = run(new BacklogFullTiming(), Map.of("backlog", "" + backlog, "patience", "100"));
    assertEquals("" + (backlog + 1), seen.answer());
    assertEquals(1, seen.count("timed out"), seen.outcomes()::toString);
  }

  @Test
  void aServerListensEverywhereOnlyWhenAsked() throws Exception {
    assertTrue(
        run(new PortAndAddressChecks(), Map.of())
            .fact("bind to all, connect to 127.0.0.1")
            .isEmpty());
    assertFalse(
        run(new PortAndAddressChecks(), Map.of("everywhere", "yes"))
            .fact("bind to all, connect to 127.0.0.1")
            .isEmpty());
  }

  @Test
  void aSocketThatCannotBeBoundIsClosed() throws IOException {
    var elsewhere = new InetSocketAddress("192.0.2.1", 80); // no machine has this address
    assertThrows(IOException.class, () -> ShortForm.inThreeLines(elsewhere));
    var before = OpenDescriptors.startingWith("socket:"); // one of them is Java's own, for closing
    assertThrows(IOException.class, () -> ShortForm.inThreeLines(elsewhere));
    assertEquals(before, OpenDescriptors.startingWith("socket:"));
  }

  private static String reads(String party, Observations seen) {
    return seen.turns().stream()
        .filter(event -> event.party().equals(party) && event.act() == Act.READS)
        .map(MessageEvent::text)
        .collect(Collectors.joining(" "));
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm().within(Duration.ofMinutes(10));
    var result = Run.start("sockets/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    assertTrue(result.observations().everyClaimHeld(), result.observations().claims()::toString);
    return result.observations();
  }
}

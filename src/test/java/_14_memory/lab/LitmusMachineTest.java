package _14_memory.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A table that may be empty says why.
@Tag("fast")
class LitmusMachineTest {
  @Test
  void aMachineLikeThatOfThePageNeedsNoWord() {
    assertEquals(List.of(), new LitmusMachine(2, "amd64").notes());
    assertEquals(List.of(), new LitmusMachine(64, "x86_64").notes()); // as macOS says
  }

  @Test
  void oneCoreAndAnotherProcessorAreTold() {
    var notes = new LitmusMachine(1, "aarch64").notes();
    assertEquals(2, notes.size());
    assertTrue(notes.getFirst().startsWith("With one core, "), notes::toString);
    assertTrue(notes.getLast().contains("This one, aarch64, may reorder"), notes::toString);
  }

  @Test
  void whatIsAskedIsThisMachine() {
    var cores = Runtime.getRuntime().availableProcessors();
    assertEquals(new LitmusMachine(cores, System.getProperty("os.arch")), LitmusMachine.here());
  }
}

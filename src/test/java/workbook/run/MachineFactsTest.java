package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class MachineFactsTest {
  @Test
  void everyFactOfThisMachineIsKnown() {
    var machine = MachineFacts.read();

    assertFalse(machine.cpu().isBlank());
    assertEquals(Runtime.getRuntime().availableProcessors(), machine.cores());
    assertTrue(machine.memoryBytes() >= Runtime.getRuntime().maxMemory(), machine.toString());
    assertTrue(machine.jdk().startsWith(Runtime.version().toString()), machine.jdk());
    assertTrue(machine.os().startsWith(System.getProperty("os.name")), machine.os());
    assertTrue(machine.load() >= -1, machine.toString());
  }
}

package workbook.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A JVM in each sandbox tries what it must not be able to do.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class SandboxTest {
  /// Else the others would prove nothing.
  @Test
  void withoutOneEverythingCanBeDone() {
    assertEquals("read memory write list connect start", SandboxProbe.said(Sandbox.NONE));
  }

  @Test
  void landlockAndSeccompHold() {
    var said = SandboxProbe.said(Sandbox.LANDLOCK);
    assumeTrue(!said.contains("could not be set up"), said);
    assertEquals("holds", said);
  }

  @Test
  void bubblewrapHolds() {
    assumeTrue(Bubblewrap.program().isPresent(), "bubblewrap isn't installed");
    var said = SandboxProbe.said(Sandbox.BUBBLEWRAP);
    assumeTrue(!said.startsWith("bwrap: "), said);
    assertEquals("holds", said);
  }

  @Test
  void theirNamesFitIntoASentence() {
    for (var sandbox : Sandbox.values()) {
      assertTrue(sandbox.says().matches("[a-zA-Z ]+"), sandbox.says());
    }
  }
}

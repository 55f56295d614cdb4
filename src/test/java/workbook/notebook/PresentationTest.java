package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PresentationTest {
  private static final String SCRIPT =
      """
      // %% [markdown]
      // # Sums
      // %%
      var sum = 1;
      // %% [markdown]
      // ## More
      //
      // How much?
      // %%
      System.out.println(sum);
      //> 2
      sum = sum / 0;
      // %%
      System.exit(0);
      // %% [markdown]
      // ## The end
      // %%
      System.out.println("waits");
      Thread.sleep(Long.MAX_VALUE);
      // %%
      /exit
      """;

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch waits = new CountDownLatch(1);
  private final Presentation presentation;

  PresentationTest() throws Notebook.Malformed {
    presentation =
        new Presentation(
            Notebook.parse("sums.jsh", SCRIPT), System.getProperty("java.class.path"), new Pupil());
  }

  private final class Pupil implements Presentation.Audience {
    @Override
    public void hear(OutputLine said) {
      seen.add(said.line());
      if (said.line().equals("waits")) {
        waits.countDown();
      }
    }

    @Override
    public void trouble(JShellSession.Trouble trouble, String source) {
      seen.add(trouble.line() + ": " + trouble.says() + " at " + source);
    }

    @Override
    public void differs(Cell.Step step) {
      seen.add(step.expectedLine() + ": not " + step.expected());
    }
  }

  @AfterEach
  void close() {
    presentation.close();
  }

  @Test
  void aSlideIsTextAndTheCodeBelow() throws Exception {
    var slides = Notebook.parse("sums.jsh", SCRIPT).slides();
    assertEquals(
        List.of("Sums", "More", "System.exit(0);", "The end"),
        slides.stream().map(Slide::title).toList());
    assertEquals("System.out.println(sum);\nsum = sum / 0;", slides.get(1).source());
  }

  @Test
  void whatASlideNeedsRunsFirstUnheard() throws Exception {
    assertEquals(List.of(0), presentation.owed(1));
    assertTrue(presentation.run(1));
    assertEquals(
        List.of(
            "1",
            "11: not [2]",
            "12: Exception java.lang.ArithmeticException: / by zero at sum = sum / 0;"),
        seen);
    assertEquals(List.of(), presentation.owed(1));
  }

  @Test
  void theSlidesAfterOneThatEndedItsJvmHaveANewOne() throws Exception {
    presentation.run(0);
    assertFalse(presentation.run(2));
    assertTrue(presentation.run(3, "System.out.println(sum + 6);"));
    assertEquals("7", seen.getLast());
  }

  @Test
  void aSlideThatIsStoppedStopsNoOther() throws Exception {
    try (var reader = Executors.newSingleThreadExecutor()) {
      var running = reader.submit(() -> presentation.run(3));
      waits.await();
      reader.shutdownNow();
      var stopped = assertThrows(ExecutionException.class, running::get);
      assertEquals(InterruptedException.class, stopped.getCause().getClass());
    }
    assertTrue(presentation.run(0));
    assertTrue(presentation.run(1, "System.out.println(sum);"));
    assertEquals("1", seen.getLast());
  }
}

package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.RandomHistories;

/// The models written by hand answer thousands of calls as the JDK's own classes do.
@Tag("fast")
final class RandomHistoriesTest {
  @ParameterizedTest
  @ValueSource(strings = {"lock", "monitor", "locals"})
  void oneThreadGetsTheSameAnswers(String history) throws Exception {
    assertLinesMatch(real(history), explored(history));
  }

  /// In a thread of its own, so that no interrupt is left behind in this one.
  private static List<String> real(String history) throws Exception {
    var method = RandomHistories.class.getMethod(history);
    var task = new FutureTask<>(() -> (String) method.invoke(null));
    Thread.ofPlatform().start(task);
    return lines(task.get());
  }

  private static List<String> explored(String history) {
    FinalStates.take();
    var subject = Subject.named("programs.RandomHistories::" + history + "Explored");
    var verdict = Explorer.explore(subject, Budget.DEFAULT.withPreemptions(0));
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    var told = FinalStates.take();
    assertEquals(1, told.size());
    return lines(told.iterator().next());
  }

  private static List<String> lines(String answers) {
    return List.of(answers.split(", "));
  }
}

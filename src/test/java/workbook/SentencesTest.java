package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
final class SentencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "a lock is held           | A lock is held.",
        "not now                  | Not now.",
        "it's too long!           | It's too long!",
        "non-static use           | Non-static use.",
        "wait                     | Wait.",
        "drain() returns long     | drain() returns long.",
        "count.get is called      | count.get is called.",
        "isDone lacks a value     | isDone lacks a value.",
        "Tally lacks a method     | Tally lacks a method.",
        "''                       | ''",
        "<none>                   | <none>.",
      })
  void aPhraseBecomesASentenceAndANameKeepsItsLetters(String phrase, String sentence) {
    assertEquals(sentence, Sentences.of(phrase));
  }
}

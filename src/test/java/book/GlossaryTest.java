package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.page.GlossaryTerm;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.Glossary;
import workbook.usecase.SearchBook;

/// Every term of the glossary is used, and linked where the book first uses it, from the lesson on
/// that teaches it.
@Tag("fast")
class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.read();

  /// What is no running text: programs, headings, tables, commands, questions with their choices.
  private static final Pattern NO_PROSE =
      Pattern.compile(
          "(?ms)^```.*?^```|^\\*\\*Predict\\.\\*\\*.*?(?=^<details>)"
              + "|^#[^\\n]*|^\\|[^\\n]*|^- \\*[^*\\n]+\\*:|<[^>\\n]*>|`[^`\\n]*`");

  @Test
  void termsAreSortedAndEachSaysWhatItMeansAndWhereItIsTaught() {
    var names = GLOSSARY.terms().stream().map(GlossaryTerm::name).toList();
    assertEquals(names.stream().distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    assertTrue(names.size() >= 70, () -> "only " + names.size());
    for (var term : GLOSSARY.terms()) {
      assertTrue(term.says().endsWith("."), term.name() + ": end the sentence");
      assertTrue(term.more().startsWith("[Lesson "), term.name() + ": say where it is taught");
    }
  }

  @Test
  void everyTermIsLinkedWhereTheBookFirstUsesIt() throws IOException {
    var faults = new ArrayList<String>();
    for (var term : GLOSSARY.terms()) {
      firstUse(term)
          .ifPresentOrElse(
              use -> {
                if (!use.linked()) {
                  faults.add(
                      "%s first uses \"%s\" without a link: write [%s](../GLOSSARY.md#%s)"
                          .formatted(use.page(), term.name(), term.name(), anchor(term)));
                }
              },
              () -> faults.add("no page uses \"" + term.name() + "\"; delete it, or use it"));
    }
    assertEquals(List.of(), faults);
  }

  private record Use(Path page, boolean linked) {}

  private static Optional<Use> firstUse(GlossaryTerm term) throws IOException {
    var words = Pattern.quote(term.name()).replace(" ", "\\E\\s+\\Q").replace("-", "\\E[- ]\\Q");
    var name = Pattern.compile("(?i)(?<![\\w-])" + words + "(?:e?s)?(?![\\w-])");
    var link =
        Pattern.compile(
            "\\[[^\\]]*\\]\\(\\.\\./GLOSSARY\\.md#" + Pattern.quote(anchor(term)) + "\\)");
    var otherLink = Pattern.compile("!?\\[[^\\]]*\\]\\([^)]*\\)");
    for (var lesson : Contents.LESSONS) {
      if (term.more().compareTo("[Lesson " + lesson.number()) >= 0
          && !term.more().startsWith("[Lesson " + lesson.number())) {
        continue; // the book has not taught it yet
      }
      var page = Path.of("lessons", lesson.room(), "README.md");
      var prose = NO_PROSE.matcher(Files.readString(page)).replaceAll(GlossaryTest::blanks);
      var linked = link.matcher(prose);
      var at = linked.find() ? linked.start() : Integer.MAX_VALUE;
      var plain = otherLink.matcher(prose).replaceAll(GlossaryTest::blanks);
      var used = name.matcher(plain);
      var first = used.find() ? used.start() : Integer.MAX_VALUE;
      if (Math.min(at, first) < Integer.MAX_VALUE) {
        return Optional.of(new Use(page, at < first));
      }
    }
    return Optional.empty();
  }

  private static String blanks(MatchResult found) {
    return " ".repeat(found.group().length());
  }

  /// The name GitHub gives to the heading.
  private static String anchor(GlossaryTerm term) {
    var plain = term.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "");
    return plain.replace(' ', '-');
  }

  @Test
  void aTermIsFoundByItsNameOrAPartOfIt() throws CommandException {
    assertEquals("happens-before", GLOSSARY.find("Happens before").getFirst().name());
    assertEquals(1, GLOSSARY.find("lock").size());
    assertTrue(GLOSSARY.find("race").size() >= 2);
    var unknown = assertThrows(CommandException.class, () -> GLOSSARY.find("hapens-before"));
    assertTrue(unknown.getMessage().contains("Did you mean happens-before?"));
  }

  @Test
  void searchNamesTheStepButNeverShowsALineOfAnAnswer() {
    var search = new SearchBook(new Book(Contents.LESSONS), GLOSSARY);
    var hits = search.find("volatile");
    assertTrue(hits.stream().anyMatch(hit -> hit.place().startsWith("races/")), hits.toString());
    assertTrue(hits.stream().anyMatch(hit -> hit.place().equals("glossary")), hits.toString());
    for (var lesson : Contents.LESSONS) {
      for (var ref : Book.steps(lesson)) {
        var reveal = ref.step().reveal().lines().filter(line -> line.length() > 40).findFirst();
        for (var hit : reveal.map(search::find).orElse(List.of())) {
          assertFalse(hit.line().equals(reveal.orElse("")), hit.toString());
        }
      }
    }
    assertEquals(List.of(), search.find("no such words in this book"));
  }
}

package workbook.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds where the book teaches a word. Looks at what stands before the answers, at the glossary
/// and at the exercises; of an answer it tells only in which step it is.
public final class SearchBook {
  private static final String IN_THE_ANSWER = "(in the answer, which you see after the run)";

  private final Book book;
  private final Glossary glossary;

  public SearchBook(Book book, Glossary glossary) {
    this.book = book;
    this.glossary = glossary;
  }

  /// A place where the word stands.
  ///
  /// @param place for example `races/lost-updates` or `glossary`
  /// @param title of the step, the exercise or the term
  /// @param line the line with the word; where it would give an answer away, where the word is
  public record Hit(String place, String title, String line) {}

  /// Every place, in the order of the book, the glossary first.
  ///
  /// @param words looked for as one, capitals or not
  public List<Hit> find(String words) {
    var word = words.strip().toLowerCase(Locale.ROOT);
    var hits = new ArrayList<Hit>();
    for (var term : glossary.terms()) {
      if (has(term.name() + " " + term.says(), word)) {
        hits.add(new Hit("glossary", term.name(), term.says()));
      }
    }
    for (var lesson : book.lessons()) {
      var page = LessonPages.of(lesson);
      if (has(page.title() + "\n" + page.introduction(), word)) {
        hits.add(new Hit(lesson.name(), page.title(), line(page.introduction(), word)));
      }
      for (var ref : Book.steps(lesson)) {
        hits.addAll(in(ref, word));
      }
      for (var exercise : Book.exercises(lesson)) {
        var asks = exercise.exercise().asks();
        if (has(exercise.exercise().name() + " " + asks, word)) {
          hits.add(new Hit(exercise.name(), exercise.exercise().name(), asks));
        }
      }
    }
    return hits;
  }

  private static List<Hit> in(Book.StepRef ref, String word) {
    var step = ref.step();
    var place = ref.lesson().name() + "/" + step.id();
    var open = String.join("\n", step.text(), step.question().text(), step.more());
    if (has(step.title() + "\n" + open, word)) {
      return List.of(new Hit(place, step.title(), line(open, word)));
    }
    return has(step.reveal() + step.comments().values(), word)
        ? List.of(new Hit(place, step.title(), IN_THE_ANSWER))
        : List.of();
  }

  private static boolean has(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  /// The first line with the word; empty when it stands in the title only.
  private static String line(String text, String word) {
    return text.lines().filter(line -> has(line, word)).findFirst().orElse("").strip();
  }
}

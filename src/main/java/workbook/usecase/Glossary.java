package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import workbook.io.Invocation;
import workbook.page.GlossaryTerm;

/// The terms of the book: `lessons/GLOSSARY.md`.
///
/// @param terms in the order of the text
public record Glossary(List<GlossaryTerm> terms) {
  private static final String FILE = "/GLOSSARY.md";

  public Glossary {
    terms = List.copyOf(terms);
  }

  /// Reads it.
  public static Glossary read() {
    try (var file = Glossary.class.getResourceAsStream(FILE)) {
      return new Glossary(
          file == null
              ? List.of()
              : GlossaryTerm.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The terms called so, or whose name begins so or holds these words.
  ///
  /// @throws CommandException when there is none; the sentence offers the nearest
  public List<GlossaryTerm> find(String typed) throws CommandException {
    var word = key(typed);
    var same = terms.stream().filter(term -> key(term.name()).equals(word)).toList();
    var found =
        same.isEmpty()
            ? terms.stream().filter(term -> key(term.name()).contains(word)).toList()
            : same;
    if (found.isEmpty()) {
      var names = terms.stream().map(GlossaryTerm::name).toList();
      throw CommandException.usage(
          "The glossary has no term '%s'. %s"
              .formatted(
                  typed, Suggestions.offer(typed, names, Invocation.of("glossary lists them all."))));
    }
    return found;
  }

  /// Hyphens and capitals make no difference.
  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
  }
}

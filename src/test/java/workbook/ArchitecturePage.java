package workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `.github/ARCHITECTURE.md` says, taken apart.
///
/// @param rooms the first column of the table of rooms
/// @param libraries the rooms of each library
/// @param walks each walk is a list of legs, each leg a list of simple class names
/// @param classes every simple class name in backquotes
record ArchitecturePage(
    List<String> rooms,
    Set<Arrow> arrows,
    Map<String, List<String>> libraries,
    List<List<List<String>>> walks,
    Set<String> classes) {
  private static final Path FILE = Path.of(".github", "ARCHITECTURE.md");
  private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  /// A room uses another.
  record Arrow(String from, String to) implements Comparable<Arrow> {
    @Override
    public int compareTo(Arrow other) {
      return Comparator.comparing(Arrow::from).thenComparing(Arrow::to).compare(this, other);
    }

    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  static ArchitecturePage read() {
    var text = text();
    var libraries = new TreeMap<String, List<String>>();
    rows(section(text, "Libraries"))
        .forEach(
            row -> libraries.put(row.get(0).replace("`", ""), List.of(row.get(1).split(", "))));
    return new ArchitecturePage(
        rows(section(text, "Rooms")).map(List::getFirst).toList(),
        arrows(section(text, "Arrows")),
        libraries,
        walks(section(text, "Three walks")),
        new TreeSet<>(CLASS.matcher(text).results().map(found -> found.group(1)).toList()));
  }

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> section(String text, String heading) {
    var section =
        text.lines()
            .dropWhile(line -> !line.equals("## " + heading))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .toList();
    if (section.isEmpty()) {
      throw new AssertionError("%s has no section \"## %s\"".formatted(FILE, heading));
    }
    return section;
  }

  /// The rows of a table with two columns, without its head.
  private static Stream<List<String>> rows(List<String> section) {
    return section.stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> List.of(row.group(1).strip(), row.group(2).strip()))
        .skip(2);
  }

  /// In the page's order.
  private static Set<Arrow> arrows(List<String> section) {
    var arrows = new LinkedHashSet<Arrow>();
    for (var line : section) {
      var sides = line.split("→");
      if (sides.length == 2) {
        for (var to : sides[1].strip().split(" +")) {
          arrows.add(new Arrow(sides[0].strip(), to));
        }
      }
    }
    return arrows;
  }

  /// Numbered lines are legs; the text between two runs of them parts the walks.
  private static List<List<List<String>>> walks(List<String> section) {
    var walks = new ArrayList<List<List<String>>>();
    var legs = new ArrayList<List<String>>();
    for (var line : section) {
      if (line.matches("\\d+\\. .*")) {
        legs.add(CLASS.matcher(line).results().map(found -> found.group(1)).toList());
      } else if (!line.isBlank() && !legs.isEmpty()) {
        walks.add(List.copyOf(legs));
        legs.clear();
      }
    }
    return walks;
  }
}

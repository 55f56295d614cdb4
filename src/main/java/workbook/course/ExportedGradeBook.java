package workbook.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The grade book that an instructor exported from Canvas or Moodle, to be imported there again
/// with one or several columns filled. Whatever isn't filled stays as it was.
public final class ExportedGradeBook {
  private static final String POSSIBLE = "points possible";
  private static final String READ_ONLY = "(read only)";
  private static final int MOST_NAMED = 5;

  private final CsvFile csv;
  private final Roster roster;

  /// A column to fill.
  ///
  /// @param at from 0
  /// @param name as the file has it
  /// @param exercise whose points it gets; empty for those of all exercises together
  public record Column(int at, String name, Optional<String> exercise) {}

  /// What the file becomes.
  ///
  /// @param text the whole file
  /// @param notes what the instructor should know, a sentence each
  public record Filled(String text, List<String> notes) {
    public Filled {
      notes = List.copyOf(notes);
    }
  }

  private ExportedGradeBook(CsvFile csv) throws IOException {
    this.csv = csv;
    roster = Roster.of(csv);
  }

  /// Reads a file. Blocks while the disk does.
  ///
  /// @throws IOException with one plain sentence when it cannot be read, or says not who anybody is
  public static ExportedGradeBook read(Path file) throws IOException {
    return new ExportedGradeBook(CsvFile.read(file));
  }

  public Path file() {
    return csv.file();
  }

  /// The students that have a row.
  public Roster roster() {
    return roster;
  }

  /// Finds a column by its name, or by a part of it that no other column has.
  ///
  /// @param exercise whose points it gets; empty for those of all exercises together
  /// @throws IOException with one plain sentence when there is none, several, or none to fill
  public Column column(String name, Optional<String> exercise) throws IOException {
    var names = csv.values(0);
    var found = matching(names, one -> one.equals(name.strip()));
    if (found.isEmpty()) {
      var part = name.strip().toLowerCase(Locale.ROOT);
      found = matching(names, one -> one.toLowerCase(Locale.ROOT).contains(part));
    }
    if (found.size() != 1 || name.isBlank()) {
      var which =
          found.isEmpty() || name.isBlank()
              ? matching(names, one -> !one.isEmpty() && !Roster.isAboutIdentity(one))
              : found;
      throw new IOException(
          "%s has %s column '%s'. Name one of these: %s."
              .formatted(
                  csv.file(),
                  found.size() < 2 ? "no" : "more than one",
                  QuotedName.of(name),
                  some(which.stream().map(names::get).toList())));
    }
    var column = new Column(found.getFirst(), names.get(found.getFirst()), exercise);
    if (Roster.isAboutIdentity(column.name()) || possible(column).equals(READ_ONLY)) {
      throw new IOException(
          "Column '%s' of %s can't be filled: %s."
              .formatted(
                  QuotedName.of(column.name()),
                  csv.file(),
                  Roster.isAboutIdentity(column.name())
                      ? "it says who a student is"
                      : "Canvas says that it is read only"));
    }
    return column;
  }

  private static List<Integer> matching(List<String> names, Predicate<String> wanted) {
    return IntStream.range(0, names.size())
        .filter(at -> wanted.test(names.get(at)))
        .boxed()
        .toList();
  }

  /// What Canvas says how many points a column is worth; empty where nobody says it.
  private String possible(Column column) {
    for (var row = 1; row < Math.min(4, csv.rows()); row++) {
      var cells = csv.values(row);
      if (cells.getFirst().toLowerCase(Locale.ROOT).equals(POSSIBLE)
          && column.at() < cells.size()) {
        return cells.get(column.at()).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /// Puts the points into columns.
  ///
  /// @param lines the marks of all students
  public Filled fill(List<GradeBook.Line> lines, List<Column> columns) {
    var settings = new ArrayList<CsvFile.Setting>();
    var notes = new LinkedHashSet<String>();
    var byRow = byRow(lines, notes);
    for (var column : columns) {
      var missing = new TreeSet<Student>();
      var unclear = new TreeSet<Student>();
      byRow.forEach(
          (row, theirs) -> {
            var counting =
                theirs.stream()
                    .filter(line -> column.exercise().map(line.exercise()::equals).orElse(true))
                    .toList();
            var student = theirs.getFirst().task().student();
            if (counting.stream().allMatch(ExportedGradeBook::isMissing)) {
              missing.add(student);
            } else if (!counting.stream().allMatch(line -> line.mark().counts())) {
              unclear.add(student);
            } else {
              var points = counting.stream().mapToInt(line -> line.mark().points()).sum();
              settings.add(new CsvFile.Setting(row, column.at(), String.valueOf(points)));
            }
          });
      var left = "Left as it was in column '%s', because ".formatted(QuotedName.of(column.name()));
      note(notes, left + "nothing to grade was handed in: ", missing);
      note(notes, left + "an answer could not be judged; look at it yourself: ", unclear);
      worth(column, lines).ifPresent(notes::add);
    }
    settings.sort(
        Comparator.comparingInt(CsvFile.Setting::row).thenComparingInt(CsvFile.Setting::column));
    return new Filled(csv.with(settings), List.copyOf(notes));
  }

  private static boolean isMissing(GradeBook.Line line) {
    return line.mark().verdict().equals(Mark.MISSING);
  }

  /// The marks of each student who has a row.
  private Map<Integer, List<GradeBook.Line>> byRow(List<GradeBook.Line> lines, Set<String> notes) {
    var byRow = new LinkedHashMap<Integer, List<GradeBook.Line>>();
    var strangers = new TreeSet<Student>();
    for (var line : lines) {
      var student = line.task().student();
      var known = roster.students().contains(student) ? Optional.of(student) : roster.find(student);
      if (known.isEmpty()) {
        strangers.add(student);
      } else {
        byRow.computeIfAbsent(roster.row(known.get()), _ -> new ArrayList<>()).add(line);
      }
    }
    note(notes, "No row of %s is certainly theirs: ".formatted(csv.file()), strangers);
    var shared = new TreeSet<Student>();
    byRow.values().removeIf(theirs -> isShared(theirs, shared));
    note(notes, "Left as it was, because several students fit one row: ", shared);
    return byRow;
  }

  private static boolean isShared(List<GradeBook.Line> lines, Set<Student> shared) {
    var students = lines.stream().map(line -> line.task().student()).distinct().toList();
    if (students.size() > 1) {
      shared.addAll(students);
    }
    return students.size() > 1;
  }

  /// What to say when a column is worth more or less than the answers can get.
  private Optional<String> worth(Column column, List<GradeBook.Line> lines) {
    var possible = possible(column).replaceFirst("[.,]0+$", "");
    var most =
        lines.stream()
            .filter(line -> column.exercise().map(line.exercise()::equals).orElse(true))
            .filter(line -> line.task().student().equals(lines.getFirst().task().student()))
            .mapToInt(line -> line.mark().of())
            .sum();
    return possible.isEmpty() || possible.equals(String.valueOf(most))
        ? Optional.empty()
        : Optional.of(
            "Column '%s' is worth %s points, but an answer gets at most %d; its points were not"
                    .formatted(QuotedName.of(column.name()), QuotedName.of(possible), most)
                + " scaled.");
  }

  private static void note(Set<String> notes, String says, Set<Student> students) {
    if (!students.isEmpty()) {
      notes.add(says + some(students.stream().map(Student::name).toList()) + ".");
    }
  }

  /// The first few of them.
  private static String some(List<String> names) {
    var first = names.stream().limit(MOST_NAMED).map(QuotedName::of).toList();
    var others = names.size() - first.size();
    return String.join("; ", first) + (others == 0 ? "" : " and %,d more".formatted(others));
  }
}

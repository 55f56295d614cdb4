package workbook.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The students of a course, from a CSV file with a line of column names: one of your own with the
/// columns `id` and `name`, or what Canvas or Moodle exports as a grade book.
public final class Roster {
  private static final List<String> IDS =
      List.of(
          "id",
          "sis user id",
          "sis login id",
          "id number",
          "login",
          "username",
          "sid",
          "identifier");
  private static final List<String> MAILS = List.of("email", "email address", "e-mail");
  private static final List<String> NAMES = List.of("name", "student", "full name");
  private static final List<String> FIRST = List.of("first name", "given name");
  private static final List<String> LAST = List.of("surname", "last name", "family name");

  private final Map<Student, Integer> rows = new LinkedHashMap<>();
  private final Set<String> listed = new HashSet<>();

  /// By what they are called, the surest first: their identifiers, those without what follows the
  /// `@`, their names. Empty where two students are called the same.
  private final Map<String, Optional<Student>> byId = new HashMap<>();

  private final Map<String, Optional<Student>> byLogin = new HashMap<>();
  private final Map<String, Optional<Student>> byName = new HashMap<>();

  private Roster() {}

  /// Reads a file. Blocks while the disk does.
  ///
  /// @throws IOException with one plain sentence when it cannot be read, or says not who anybody is
  public static Roster read(Path file) throws IOException {
    return of(CsvFile.read(file));
  }

  static Roster of(CsvFile csv) throws IOException {
    var roster = new Roster();
    var columns = csv.rows() == 0 ? List.<String>of() : lower(csv.values(0));
    if (at(columns, NAMES) < 0 && (at(columns, FIRST) < 0 || at(columns, LAST) < 0)) {
      throw new IOException(
          "%s has no column called name. Its first line must name its columns, for example id,name."
              .formatted(csv.file()));
    }
    for (var row = 1; row < csv.rows(); row++) {
      roster.add(columns, csv.values(row), row, csv.file());
    }
    return roster;
  }

  /// Whether a column of this name says who somebody is.
  static boolean isAboutIdentity(String column) {
    var name = column.toLowerCase(Locale.ROOT);
    return Stream.of(IDS, MAILS, NAMES, FIRST, LAST).anyMatch(names -> names.contains(name));
  }

  private static List<String> lower(List<String> cells) {
    return cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
  }

  private static int at(List<String> columns, List<String> names) {
    return names.stream().map(columns::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  private static String cell(List<String> line, int at) {
    return at >= 0 && at < line.size() ? line.get(at) : "";
  }

  private void add(List<String> columns, List<String> line, int row, Path file) throws IOException {
    var whole = cell(line, at(columns, NAMES));
    var first = cell(line, at(columns, FIRST));
    var last = cell(line, at(columns, LAST));
    var name = whole.isEmpty() ? (first + " " + last).strip() : whole;
    var ids = new ArrayList<String>();
    for (var column = 0; column < columns.size(); column++) {
      if ((IDS.contains(columns.get(column)) || MAILS.contains(columns.get(column)))
          && !cell(line, column).isEmpty()) {
        ids.add(cell(line, column).replaceFirst("^Participant (?=\\d+$)", ""));
      }
    }
    if (name.isEmpty()
        || name.equals("Student, Test")
        || ids.isEmpty() && name.startsWith("Points")) {
      return; // a line of Canvas that is about nobody
    }
    var student = new Student(ids.isEmpty() ? name : ids.getFirst(), name);
    if (!listed.add(student.id())) {
      throw new IOException(
          "%s has %s twice. Leave one of the two lines out."
              .formatted(file, QuotedName.of(student.id())));
    }
    rows.put(student, row);
    for (var id : ids) {
      put(byId, id, student);
      put(byLogin, id.replaceFirst("@.*", ""), student);
    }
    put(byName, name, student);
    put(byName, reversed(name), student);
  }

  /// `Ann Lee` of `Lee, Ann`.
  private static String reversed(String name) {
    var parts = name.split(",", 2);
    return parts.length == 2 ? parts[1].strip() + " " + parts[0].strip() : name;
  }

  private static void put(Map<String, Optional<Student>> words, String word, Student student) {
    words.merge(
        plain(word),
        Optional.of(student),
        (one, other) -> one.equals(other) ? one : Optional.empty());
  }

  /// Canvas writes `Lee, Ann` as `leeann`.
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]", "");
  }

  /// The students in the order of the file.
  public List<Student> students() {
    return List.copyOf(rows.keySet());
  }

  /// In which row of the file a student of it is, from 1; row 0 names the columns.
  int row(Student student) {
    return rows.get(student);
  }

  /// Whom a file name means; empty for somebody who is not here, or when it may be one of two. An
  /// identifier counts more than a name.
  public Optional<Student> find(Student unknown) {
    return meant(unknown).flatMap(Function.identity());
  }

  /// Whether a file name that [#find] knows no owner of fits more than one student.
  boolean isAmbiguous(Student unknown) {
    return meant(unknown).equals(Optional.of(Optional.empty()));
  }

  /// Empty for nobody; an empty one for one of several.
  private Optional<Optional<Student>> meant(Student unknown) {
    return Stream.of(unknown.id(), unknown.name(), swapped(unknown.name()))
        .map(Roster::plain)
        .flatMap(word -> Stream.of(byId, byLogin, byName).map(students -> students.get(word)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /// `Lee Ann` of `Ann Lee`.
  private static String swapped(String name) {
    var at = name.lastIndexOf(' ');
    return at < 0 ? name : name.substring(at + 1) + name.substring(0, at);
  }
}

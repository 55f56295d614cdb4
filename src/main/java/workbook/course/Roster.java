package workbook.course;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The students of a course, from a CSV file with a line of column names: one of your own with the
/// columns `id` and `name`, or what Canvas or Moodle exports as a grade book.
public final class Roster {
  private static final List<String> IDS =
      List.of("id", "sis user id", "sis login id", "id number", "login", "username", "sid");
  private static final List<String> MAILS = List.of("email", "email address", "e-mail");
  private static final List<String> NAMES = List.of("name", "student", "full name");
  private static final List<String> FIRST = List.of("first name", "given name");
  private static final List<String> LAST = List.of("surname", "last name", "family name");
  private static final int MOST_BYTES = 16 << 20;

  private final Set<Student> students = new LinkedHashSet<>();

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
    try (var in = Files.newInputStream(file)) {
      var bytes = ByteBuffer.wrap(in.readNBytes(MOST_BYTES));
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return of(text.replaceFirst("^\ufeff", ""), file.toString());
    } catch (CharacterCodingException other) {
      throw new IOException(
          "%s isn't in UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".".formatted(file), other);
    } catch (NoSuchFileException missing) {
      throw new IOException("There is no file %s.".formatted(file), missing);
    }
  }

  private static Roster of(String text, String file) throws IOException {
    var roster = new Roster();
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<CSVRecord> lines;
    try (var parser = format.parse(new StringReader(text))) {
      lines = parser.getRecords();
    } catch (IOException | UncheckedIOException noCsv) {
      throw new IOException("%s is no CSV file: a quotation mark is not closed.".formatted(file));
    }
    var columns = lines.isEmpty() ? List.<String>of() : lower(lines.getFirst());
    if (at(columns, NAMES) < 0 && (at(columns, FIRST) < 0 || at(columns, LAST) < 0)) {
      throw new IOException(
          "%s has no column called name. Its first line must name its columns, for example id,name."
              .formatted(file));
    }
    for (var line : lines.subList(1, lines.size())) {
      roster.add(columns, line, file);
    }
    return roster;
  }

  /// Where the comma is the decimal mark, spreadsheets write semicolons between the cells.
  private static char delimiter(String text) {
    var columns = text.lines().findFirst().orElse("");
    return columns.contains(";") && !columns.contains(",") ? ';' : ',';
  }

  private static List<String> lower(CSVRecord line) {
    return line.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static int at(List<String> columns, List<String> names) {
    return names.stream().map(columns::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  private static String cell(CSVRecord line, int at) {
    return at >= 0 && at < line.size() ? line.get(at).strip() : "";
  }

  private void add(List<String> columns, CSVRecord line, String file) throws IOException {
    var whole = cell(line, at(columns, NAMES));
    var first = cell(line, at(columns, FIRST));
    var last = cell(line, at(columns, LAST));
    var name = whole.isEmpty() ? (first + " " + last).strip() : whole;
    var ids = new ArrayList<String>();
    for (var column = 0; column < columns.size(); column++) {
      if ((IDS.contains(columns.get(column)) || MAILS.contains(columns.get(column)))
          && !cell(line, column).isEmpty()) {
        ids.add(cell(line, column));
      }
    }
    if (name.isEmpty()
        || name.equals("Student, Test")
        || ids.isEmpty() && name.startsWith("Points")) {
      return; // a line of Canvas that is about nobody
    }
    var student = new Student(ids.isEmpty() ? name : ids.getFirst(), name);
    if (!students.add(student)) {
      throw new IOException(
          "%s has %s twice. Leave one of the two lines out."
              .formatted(file, QuotedName.of(student.id())));
    }
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
    return List.copyOf(students);
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

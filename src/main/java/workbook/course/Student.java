package workbook.course;

/// A student, as far as a file name or a roster tells.
///
/// @param id what the course calls them by, or else their name
/// @param name as it is written; the id where nobody tells
public record Student(String id, String name) implements Comparable<Student> {
  /// The name, as it may be shown in a terminal.
  public String shown() {
    return QuotedName.of(name);
  }

  @Override
  public int compareTo(Student other) {
    var byName = name.compareToIgnoreCase(other.name);
    return byName == 0 ? id.compareTo(other.id) : byName;
  }
}

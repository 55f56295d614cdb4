package workbook.notebook;

/// Something wrong with a notebook, and the place to mend.
///
/// @param notebook the file's name, for example `03_races.jsh`
/// @param line counted from 1
/// @param says one plain sentence, or several lines when expected and seen output are compared
public record CellError(String notebook, int line, String says) {
  /// In the form editors turn into a link: `03_races.jsh:12: …`.
  @Override
  public String toString() {
    return notebook + ":" + line + ": " + says;
  }
}

package workbook.course;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A CSV file with a line of column names, cell by cell as it is written: a cell that is set leaves
/// every other character of the file as it was. Commas, semicolons or tabs are between the cells.
final class CsvFile {
  private static final int MOST_BYTES = 16 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final Path file;
  private final String text;
  private final char separator;
  private final List<List<Slice>> rows = new ArrayList<>();

  /// Where a cell is in the text, with its quotation marks.
  private record Slice(int begin, int end) {}

  /// What a cell becomes.
  ///
  /// @param row from 0, which has the names of the columns
  /// @param column from 0
  /// @param value without a quotation mark or a separator
  record Setting(int row, int column, String value) {}

  private CsvFile(Path file, String text) throws IOException {
    this.file = file;
    this.text = text;
    var begin = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    separator = separator(text.lines().findFirst().orElse(""));
    for (var at = begin; at < text.length(); ) {
      at = row(at);
    }
  }

  /// Reads a file. Blocks while the disk does.
  ///
  /// @throws IOException with one plain sentence when it cannot be read, or is no CSV file
  static CsvFile read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("%s is larger than %d MB.".formatted(file, MOST_BYTES >> 20));
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new CsvFile(file, text);
    } catch (CharacterCodingException other) {
      throw new IOException(
          "%s isn't in UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".".formatted(file), other);
    } catch (NoSuchFileException missing) {
      throw new IOException("There is no file %s.".formatted(file), missing);
    }
  }

  /// What stands most often between the names of the columns, outside of quotation marks.
  private static char separator(String names) {
    var bare = names.replaceAll("\"[^\"]*\"", "");
    var best = ',';
    for (var mark : SEPARATORS) {
      if (count(bare, mark) > count(bare, best)) {
        best = mark;
      }
    }
    return best;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(one -> one == mark).count();
  }

  /// Reads a row and returns where the next one begins.
  private int row(int begin) throws IOException {
    var row = new ArrayList<Slice>();
    rows.add(row);
    var at = begin;
    while (true) {
      var end = cellEnd(at);
      row.add(new Slice(at, end));
      if (end == text.length()) {
        return end;
      }
      at = end + 1;
      if (text.charAt(end) != separator) {
        return text.startsWith("\r\n", end) ? at + 1 : at;
      }
    }
  }

  private int cellEnd(int begin) throws IOException {
    var at = begin;
    if (at < text.length() && text.charAt(at) == '"') {
      at = text.indexOf('"', at + 1);
      while (at >= 0 && text.startsWith("\"\"", at)) {
        at = text.indexOf('"', at + 2);
      }
      if (at < 0) {
        throw new IOException("%s is no CSV file: a quotation mark is not closed.".formatted(file));
      }
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isEnd(char mark) {
    return mark == separator || mark == '\n' || mark == '\r';
  }

  Path file() {
    return file;
  }

  int rows() {
    return rows.size();
  }

  /// The cells of a row, without quotation marks, and without spaces at their ends.
  List<String> values(int row) {
    return rows.get(row).stream().map(this::value).toList();
  }

  private String value(Slice cell) {
    var written = text.substring(cell.begin(), cell.end()).strip();
    var quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    return quoted
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"").strip()
        : written;
  }

  /// The text of the file with other values in these cells, each in quotation marks where it was. A
  /// row that is too short gets empty cells.
  ///
  /// @param settings in the order of the file
  String with(List<Setting> settings) {
    var changed = new StringBuilder();
    var copied = 0;
    for (var setting : settings) {
      var row = rows.get(setting.row());
      var missing = setting.column() - row.size() + 1;
      var cell = missing > 0 ? end(row.getLast()) : row.get(setting.column());
      var quotes = text.startsWith("\"", cell.begin()) && cell.end() > cell.begin() ? "\"" : "";
      changed
          .append(text, copied, cell.begin())
          .append(String.valueOf(separator).repeat(Math.max(0, missing)))
          .append(quotes)
          .append(setting.value())
          .append(quotes);
      copied = cell.end();
    }
    return changed.append(text, copied, text.length()).toString();
  }

  private static Slice end(Slice cell) {
    return new Slice(cell.end(), cell.end());
  }
}

package workbook.course;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The files of a tar archive, one after the other: POSIX ustar, with the long names of pax and
/// GNU.
///
/// Not thread-safe.
final class TarReader {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 16 << 10;

  private final InputStream in;
  private long left;

  /// A file or something else that the archive names.
  ///
  /// @param regular whether it is a file, neither folder nor link nor device
  /// @param size bytes
  record Entry(String path, boolean regular, long size, Instant changed) {}

  TarReader(InputStream in) {
    this.in = in;
  }

  /// The next one; null when there is none.
  ///
  /// @throws IOException when this is no tar archive, or it ends in the middle
  Entry next() throws IOException {
    in.skipNBytes(left);
    left = 0;
    var longName = "";
    while (true) {
      var header = in.readNBytes(BLOCK);
      if (header.length == 0 || isEmpty(header)) {
        return null;
      }
      if (header.length < BLOCK || number(header, 148, 8) != checksum(header)) {
        throw new IOException("no tar archive");
      }
      var size = number(header, 124, 12);
      switch (header[156]) {
        case 'L' -> longName = text(block(size), 0, (int) size);
        case 'x' -> longName = paxPath(block(size), longName);
        case 'g', 'K' -> block(size);
        default -> {
          left = padded(size);
          var type = header[156];
          var prefix = text(header, 345, 155);
          var name = text(header, 0, 100);
          var path = prefix.isEmpty() ? name : prefix + "/" + name;
          return new Entry(
              longName.isEmpty() ? path : longName,
              type == '0' || type == 0,
              size,
              Instant.ofEpochSecond(number(header, 136, 12)));
        }
      }
    }
  }

  /// What is in the file that [#next] has just given: as much of it as is ever looked at.
  byte[] content(Entry entry) throws IOException {
    var bytes = in.readNBytes((int) Math.min(entry.size(), LARGEST));
    left -= bytes.length;
    return bytes;
  }

  /// An archive in the archive may be as large as all that it unfolds to.
  private static final int LARGEST = (int) HandedIn.MOST_UNFOLDED;

  private byte[] block(long size) throws IOException {
    if (size > LONGEST_NAME) {
      throw new IOException("a name that is too long");
    }
    var bytes = in.readNBytes((int) padded(size));
    if (bytes.length < size) {
      throw new EOFException();
    }
    return bytes;
  }

  private static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  /// The `path` of a pax header, whose lines are `LENGTH KEY=VALUE`.
  private static String paxPath(byte[] bytes, String otherwise) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.matches("\\d+ path=.+"))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse(otherwise);
  }

  private static String text(byte[] bytes, int from, int length) {
    var end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static long number(byte[] bytes, int from, int length) throws IOException {
    var digits = text(bytes, from, length).strip();
    if (!digits.matches("[0-7]{0,12}")) {
      throw new IOException("no number of a tar archive");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static long checksum(byte[] header) {
    var sum = 0L;
    for (var at = 0; at < BLOCK; at++) {
      sum += at >= 148 && at < 156 ? ' ' : header[at] & 0xff;
    }
    return sum;
  }

  private static boolean isEmpty(byte[] header) {
    for (var one : header) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }
}

package workbook.course;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives for tests, made in memory.
final class Archives {
  private static final int BLOCK = 512;
  private static final long DAY = 1_790_000_000L;

  private Archives() {}

  /// @param files what is in it, by name; a folder's name ends in a slash
  static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTime(DAY * 1_000);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /// @param files likewise; a name with `->` in it is that of a link
  static byte[] tarGz(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new GZIPOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var name = file.getKey();
        if (name.length() > 100) {
          var record = " path=" + name + "\n";
          var length = record.length() + 3;
          var pax = (length + record).getBytes(StandardCharsets.UTF_8);
          tar.write(header("pax", 'x', pax.length));
          tar.write(padded(pax));
          name = name.substring(0, 100);
        }
        var link = name.contains("->");
        tar.write(header(name, link ? '2' : '0', link ? 0 : file.getValue().length));
        tar.write(link ? new byte[0] : padded(file.getValue()));
      }
      tar.write(new byte[2 * BLOCK]);
    }
    return bytes.toByteArray();
  }

  private static byte[] padded(byte[] content) {
    return Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK);
  }

  private static byte[] header(String name, char type, int size) {
    var header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, "%011o".formatted(size));
    put(header, 136, "%011o".formatted(DAY));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar");
    var sum = 0;
    for (var one : header) {
      sum += one & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}

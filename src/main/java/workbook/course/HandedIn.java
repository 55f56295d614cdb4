package workbook.course;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// All Java files that a class handed in: those of a folder, of an archive, and of archives in it.
///
/// Archives are read in memory and never unpacked to the disk. Links are not followed, and nothing
/// but Java files is kept. What is too much is named in a problem, and costs no one else anything.
///
/// @param files in the order of their paths
/// @param unreadable what could not be read, and why
/// @param gradescope the text of `submission_metadata.yml`, as Gradescope exports it; empty for
///   none
public record HandedIn(
    List<HandedInFile> files, List<UnreadableFile> unreadable, String gradescope) {
  /// Bytes of a file that are read; a file of the most that an answer may have, and one more.
  static final int MOST_BYTES = (256 << 10) + 1;

  /// Java files of one archive.
  static final int MOST_FILES = 64;

  /// Entries of one archive, of whatever kind.
  static final int MOST_ENTRIES = 5_000;

  /// Bytes that one archive may unfold to, and of all Java files together.
  static final long MOST_UNFOLDED = 64L << 20;

  private static final String METADATA = "submission_metadata.yml";
  private static final int LARGEST_METADATA = 16 << 20;

  public HandedIn {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /// Reads everything. Blocks while the disk does.
  ///
  /// @param from a folder or an archive
  /// @throws IOException with one plain sentence when it is neither, or too much in all
  public static HandedIn read(Path from) throws IOException {
    var reader = new Reader();
    if (Files.isDirectory(from)) {
      reader.folder(from);
    } else if (isArchive(from.toString()) && Files.isRegularFile(from)) {
      try (var in = Files.newInputStream(from)) {
        reader.archive("", from.getFileName().toString(), in, true);
      }
    } else {
      throw new IOException(
          Files.exists(from)
              ? from + " is neither a folder nor a .zip, .tar.gz or .tgz file."
              : "There is no folder or archive " + from + ".");
    }
    reader.files.sort(Comparator.comparing(HandedInFile::path));
    var all = new HandedIn(reader.files, reader.unreadable, reader.gradescope);
    return Files.isDirectory(from) ? all : all.withoutTop();
  }

  /// The same without the folder around everything that some programs put into an archive. One with
  /// a single thing in it is a student's.
  private HandedIn withoutTop() {
    var tops = paths().map(path -> path.replaceFirst("(?s)/.*", "/")).distinct().toList();
    var top = tops.isEmpty() ? "" : tops.getFirst();
    var below = paths().map(path -> path.substring(top.length())).toList();
    var owners =
        below.stream()
            .filter(path -> path.contains("/") || isArchive(path) || DownloadNames.isUpload(path))
            .map(path -> path.replaceFirst("(?s)/.*", ""))
            .distinct();
    if (tops.size() != 1
        || !top.endsWith("/")
        || isArchive(top.substring(0, top.length() - 1))
        || DownloadNames.isUpload(top)
        || owners.count() < 2) {
      return this;
    }
    return new HandedIn(
        files.stream()
            .map(
                file ->
                    new HandedInFile(
                        file.path().substring(top.length()), file.bytes(), file.changed()))
            .toList(),
        unreadable.stream()
            .map(one -> new UnreadableFile(one.path().substring(top.length()), one.why()))
            .toList(),
        gradescope);
  }

  private Stream<String> paths() {
    return Stream.concat(
        files.stream().map(HandedInFile::path), unreadable.stream().map(UnreadableFile::path));
  }

  static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(zip|tar\\.gz|tgz)");
  }

  /// Says that an archive holds more than it may.
  private static final class TooMuchException extends IOException {
    @java.io.Serial private static final long serialVersionUID = 1;

    TooMuchException(String what) {
      super(what);
    }
  }

  private static final class Reader {
    final List<HandedInFile> files = new ArrayList<>();
    final List<UnreadableFile> unreadable = new ArrayList<>();
    String gradescope = "";
    private long kept;

    void folder(Path root) throws IOException {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              var hidden = !dir.equals(root) && dir.getFileName().toString().startsWith(".");
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              var path = root.relativize(file).toString().replace('\\', '/');
              if (attributes.isSymbolicLink()) {
                problem(path, "is a link; links are not followed");
              } else if (!Files.isReadable(file)) {
                problem(path, "cannot be read");
              } else if (attributes.isRegularFile()) {
                var changed = attributes.lastModifiedTime().toInstant();
                try (var in = Files.newInputStream(file)) {
                  entry(path, in, changed, true);
                }
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              problem(root.relativize(file).toString(), "cannot be read");
              return FileVisitResult.CONTINUE;
            }
          });
    }

    private void problem(String path, String what) {
      unreadable.add(new UnreadableFile(path, what));
    }

    /// Reads one file of a folder, or of an archive.
    ///
    /// @param outermost whether archives are opened: those in archives of a student are not
    private void entry(String path, InputStream in, Instant changed, boolean outermost)
        throws IOException {
      var name = path.substring(path.lastIndexOf('/') + 1);
      if (name.startsWith(".") || ("/" + path).contains("/__MACOSX/")) {
        return;
      }
      if (name.endsWith(".java")) {
        var bytes = in.readNBytes(MOST_BYTES);
        kept += bytes.length;
        if (kept > MOST_UNFOLDED) {
          throw new IOException(
              "These are more than %,d MB of Java files. Grade them in parts."
                  .formatted(MOST_UNFOLDED >> 20));
        }
        files.add(new HandedInFile(path, bytes, changed));
      } else if (name.equals(METADATA) && outermost) {
        gradescope = new String(in.readNBytes(LARGEST_METADATA), StandardCharsets.UTF_8);
      } else if (isArchive(name) && outermost) {
        archive(path + "/", path, in, false);
      }
    }

    /// @param before the path of what is in it begins with this
    /// @param path what it is called
    /// @param outermost whether it is what the instructor named, which is a class's
    void archive(String before, String path, InputStream in, boolean outermost) throws IOException {
      var atFirst = files.size();
      try {
        var limit = new Limit(in, outermost);
        if (path.toLowerCase(Locale.ROOT).endsWith(".zip")) {
          zip(before, limit, outermost);
        } else {
          tar(before, limit, outermost);
        }
        if (files.size() == atFirst && !outermost) {
          problem(path, "is damaged, or has no Java file in it");
        }
      } catch (TooMuchException tooMuch) {
        if (outermost) {
          throw new IOException("%s %s.".formatted(path, tooMuch.getMessage()), tooMuch);
        }
        files.subList(atFirst, files.size()).clear();
        problem(path, tooMuch.getMessage());
      } catch (IOException | IllegalArgumentException broken) {
        if (kept > MOST_UNFOLDED) {
          throw broken;
        }
        if (outermost) {
          throw new IOException(path + " is damaged, or isn't an archive.", broken);
        }
        files.subList(atFirst, files.size()).clear();
        problem(path, "is damaged, or isn't an archive");
      }
    }

    private void zip(String before, Limit limit, boolean outermost) throws IOException {
      var zip = new ZipInputStream(limit.compressed());
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        limit.count(entry.getName());
        var time = entry.getLastModifiedTime();
        if (!entry.isDirectory()) {
          var in = limit.unfolded(zip);
          entry(path(before, entry.getName()), in, instant(time), outermost);
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }

    private static Instant instant(FileTime time) {
      return time == null ? Instant.EPOCH : time.toInstant();
    }

    private void tar(String before, Limit limit, boolean outermost) throws IOException {
      var tar = new TarReader(limit.unfolded(new GZIPInputStream(limit.compressed())));
      for (var entry = tar.next(); entry != null; entry = tar.next()) {
        limit.count(entry.path());
        if (entry.regular()) {
          var in = new ByteArrayInputStream(tar.content(entry));
          entry(path(before, entry.path()), in, entry.changed(), outermost);
        }
      }
    }

    /// The name is only ever compared and shown. One that climbs out of its folder is somebody's
    /// trick, and may belong to nobody else.
    private static String path(String before, String name) throws IOException {
      var clean = name.replace('\\', '/').replaceFirst("^(\\./)+", "");
      if (clean.startsWith("/") || clean.contains("../") || clean.matches("(?s).*\\p{Cntrl}.*")) {
        throw new TooMuchException("names files outside of its own folder");
      }
      return before + clean;
    }
  }

  /// Counts what an archive unfolds to.
  private static final class Limit {
    private final InputStream compressed;
    private final boolean ofClass;
    private final Set<String> names = new HashSet<>();
    private int javaFiles;
    private long unfolded;

    /// @param ofClass whether it is the whole class's
    Limit(InputStream compressed, boolean ofClass) {
      this.compressed = compressed;
      this.ofClass = ofClass;
    }

    InputStream compressed() {
      return compressed;
    }

    void count(String name) throws TooMuchException {
      if (!names.add(name)) {
        throw new TooMuchException("has two files called " + QuotedName.of(name));
      }
      javaFiles += name.endsWith(".java") ? 1 : 0;
      if (!ofClass && (names.size() > MOST_ENTRIES || javaFiles > MOST_FILES)) {
        throw new TooMuchException(
            "has more than %,d files, or %d Java files".formatted(MOST_ENTRIES, MOST_FILES));
      }
    }

    InputStream unfolded(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          var one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          var read = super.read(into, from, length);
          unfolded += Math.max(0, read);
          if (!ofClass && unfolded > MOST_UNFOLDED) {
            throw new TooMuchException(
                "unfolds to more than %,d MB".formatted(MOST_UNFOLDED >> 20));
          }
          return read;
        }

        @Override
        public void close() {}
      };
    }
  }
}

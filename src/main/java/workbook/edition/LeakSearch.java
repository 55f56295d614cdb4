package workbook.edition;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import workbook.Exercise;

/// Looks for answers by what is in a file, whatever it is called: as text, as a class file, in an
/// archive, in the history of a git repository. What the lessons themselves show is no secret.
///
/// Not noticed: code that was written anew, or in which names were changed; what is encrypted.
public final class LeakSearch {
  /// Tokens in a row that no two people write the same by chance; about six lines. Without them the
  /// shortest answer of the book is longer than this.
  private static final int TOKENS = 40;

  /// Instructions and methods likewise.
  private static final int INSTRUCTIONS = 30;

  /// Letters of a line of a list of mutants that is worth looking for.
  private static final int LINE = 40;

  /// Bytes of a file that are read, and bytes that an archive may unfold to.
  private static final int LARGEST = 64 << 20;

  private static final String MUTANTS = "src/test/resources/mutants/";

  private static final String HISTORY = "The git history: object ";

  private final CourseFiles course;
  private final Path home;
  private final Set<Exercise> released;
  private final TokenWindows texts = new TokenWindows(TOKENS);
  private final Map<String, String> lines = new HashMap<>();
  private Optional<CompiledAnswers> compiled = Optional.empty();
  private final List<Leak> leaks = new ArrayList<>();
  private int files;

  /// @param home the folder of the book with its answers
  /// @param course its files
  /// @param released the exercises whose worked answers are no secret any more
  /// @throws IOException when one cannot be read
  public LeakSearch(Path home, CourseFiles course, Set<Exercise> released) throws IOException {
    this.home = home;
    this.course = course;
    this.released = released;
    for (var answer : course.answers().entrySet()) {
      var text = CourseFiles.text(answer.getValue());
      if (answer.getKey().startsWith(MUTANTS)) {
        text.lines()
            .filter(LeakSearch::isWorthLookingFor)
            .forEach(line -> lines.put(line.strip(), answer.getKey()));
      } else {
        var said = answer.getKey().endsWith(".java") ? JavaCode.of(text) : text;
        texts.add(answer.getKey(), TokenWindows.tokens(said));
      }
    }
    for (var file : course.kept().entrySet()) {
      if (file.getKey().startsWith("lessons/")) {
        var text = new String(Files.readAllBytes(file.getValue()), StandardCharsets.UTF_8);
        texts.remove(TokenWindows.tokens(text));
        texts.remove(TokenWindows.tokens(JavaCode.of(text)));
      }
    }
  }

  private static boolean isWorthLookingFor(String line) {
    return line.contains(" | ") && line.contains(" => ") && line.strip().length() >= LINE;
  }

  /// Files, those in archives and objects of git that were looked through.
  public int files() {
    return files;
  }

  /// All that was found so far, in the order in which it was.
  public List<Leak> leaks() {
    return List.copyOf(leaks);
  }

  /// Looks through all files of a folder, but for `.git`. Links are not followed.
  ///
  /// @throws IOException when a file cannot be read
  public void inFolder(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes its) {
            return each.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            if (its.isRegularFile() && !isCache(file)) {
              var separator = file.getFileSystem().getSeparator();
              var name = folder.relativize(file).toString().replace(separator, "/");
              if (its.size() > LARGEST) {
                leaks.add(new Leak(name, name + " is too large to be read. Look at it yourself."));
              } else {
                in(name, Files.readAllBytes(file), 0);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// The start-up caches of the build are made of the jar beside them, which is looked through.
  private static boolean isCache(Path file) {
    return file.getFileName().toString().endsWith(".aot");
  }

  /// Looks through a file that the history of a repository holds.
  ///
  /// @param id of the object
  public void inHistory(String id, byte[] bytes) throws IOException {
    var before = leaks.size();
    in(HISTORY + id, bytes, 0);
    if (leaks.size() > before) {
      var answer = leaks.removeLast().says().replaceFirst("\\. Take it out\\.$", "");
      leaks.add(
          new Leak(
              HISTORY + id,
              answer + ". Begin a new repository: what was committed stays in its history."));
    }
  }

  /// Looks through one file.
  ///
  /// @param depth how many archives it is in
  void in(String name, byte[] bytes, int depth) throws IOException {
    files++;
    if (CourseFiles.isPlaceOfAnswer(name, released)) {
      leaks.add(new Leak(name, name + " lies where the answers are. Take it out."));
    } else if (ClassFileText.isClass(bytes)) {
      inClass(name, bytes);
    } else if (isZip(bytes) && depth < 3) {
      inZip(name, bytes, depth);
    } else if (isGzip(bytes) && depth < 3) {
      try (var unfolded = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        in(name + "!", unfolded.readNBytes(LARGEST), depth + 1);
      } catch (ZipException | EOFException damaged) {
        return;
      }
    } else {
      inText(name, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private void inText(String name, String text) {
    var found = texts.sourceOf(TokenWindows.tokens(text));
    if (found.isEmpty()) {
      found = texts.sourceOf(TokenWindows.tokens(JavaCode.of(text)));
    }
    if (found.isEmpty()) {
      found =
          text.lines().map(line -> lines.get(line.strip())).filter(Objects::nonNull).findFirst();
    }
    found.ifPresent(
        answer ->
            leaks.add(
                new Leak(name, "%s contains a part of %s. Take it out.".formatted(name, answer))));
  }

  private static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private void inZip(String name, byte[] bytes, int depth) throws IOException {
    var left = (long) LARGEST;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var content = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
        left -= content.length;
        if (left < 0) {
          leaks.add(new Leak(name, name + " unfolds to too much. Look at it yourself."));
          return;
        }
        if (!entry.isDirectory()) {
          in(name + "!/" + entry.getName(), content, depth + 1);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      leaks.add(new Leak(name, name + " is a damaged archive. Look at it yourself."));
    }
  }

  private void inClass(String name, byte[] bytes) throws IOException {
    var text = ClassFileText.of(bytes);
    if (text.isEmpty()) {
      return;
    }
    if (compiled.isEmpty()) {
      compiled = Optional.of(CompiledAnswers.of(home, course, INSTRUCTIONS));
    }
    var type = text.get();
    compiled
        .get()
        .sourceOf(type)
        .ifPresent(
            answer ->
                leaks.add(
                    new Leak(
                        name, "%s is compiled from %s. Take it out.".formatted(name, answer))));
  }
}

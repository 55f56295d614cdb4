package workbook.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a class handed in is read from folders and archives, and a trick in one archive costs
/// nobody else anything.
@Tag("fast")
class HandedInTest {
  private static final byte[] TEXT = "class Tally {}".getBytes(UTF_8);

  @TempDir Path folder;

  private void write(String file, byte[] bytes) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  private HandedIn read() throws IOException {
    return HandedIn.read(folder);
  }

  private static List<String> paths(HandedIn handedIn) {
    return handedIn.files().stream().map(HandedInFile::path).toList();
  }

  private static List<String> says(HandedIn handedIn) {
    return handedIn.unreadable().stream().map(UnreadableFile::says).toList();
  }

  @Test
  void javaFilesOfFoldersAndArchivesAreRead() throws IOException {
    write("ann/Tally.java", TEXT);
    write("ann/notes.txt", TEXT);
    write("ann/.git/Old.java", TEXT);
    write("bob.zip", Archives.zip(Map.of("src/Tally.java", TEXT, "__MACOSX/Tally.java", TEXT)));
    write("eve.tar.gz", Archives.tarGz(Map.of("./Tally.java", TEXT)));
    write("fay.tgz", Archives.tarGz(Map.of("a".repeat(120) + "/Tally.java", TEXT)));
    var handedIn = read();
    assertEquals(
        List.of(
            "ann/Tally.java",
            "bob.zip/src/Tally.java",
            "eve.tar.gz/Tally.java",
            "fay.tgz/" + "a".repeat(120) + "/Tally.java"),
        paths(handedIn));
    handedIn.files().forEach(file -> assertArrayEquals(TEXT, file.bytes(), file.path()));
    assertEquals(List.of(), says(handedIn));
    assertEquals(1_790_000_000L, handedIn.files().get(2).changed().getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(strings = {"class.zip", "class.tar.gz"})
  void theWholeClassMayComeAsOneArchive(String name) throws IOException {
    var bob = Archives.zip(Map.of("Tally.java", TEXT));
    var all = new LinkedHashMap<String, byte[]>();
    all.put("bob.zip", bob);
    all.put("ann/Tally.java", TEXT);
    all.put("ann/lib.zip", Archives.zip(Map.of("deep.zip", bob, "Extra.java", TEXT)));
    write(name, name.endsWith("zip") ? Archives.zip(all) : Archives.tarGz(all));
    var handedIn = HandedIn.read(folder.resolve(name));
    assertEquals(
        List.of("ann/Tally.java", "ann/lib.zip/Extra.java", "bob.zip/Tally.java"), paths(handedIn));
  }

  @Test
  void aFolderAroundTheWholeClassIsLeftOut() throws IOException {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("homework 1/ann/Tally.java", TEXT);
    all.put("homework 1/bob/Tally.java", TEXT);
    write("class.zip", Archives.zip(all));
    assertEquals(
        List.of("ann/Tally.java", "bob/Tally.java"),
        paths(HandedIn.read(folder.resolve("class.zip"))));
    write("canvas.zip", Archives.zip(Map.of("hw/a_1_2_T.java", TEXT, "hw/b_3_4_T.java", TEXT)));
    assertEquals(
        List.of("a_1_2_T.java", "b_3_4_T.java"),
        paths(HandedIn.read(folder.resolve("canvas.zip"))));
    write("ann.zip", Archives.zip(Map.of("ann/Tally.java", TEXT, "ann/Bank.java", TEXT)));
    assertEquals(
        List.of("ann/Bank.java", "ann/Tally.java"),
        paths(HandedIn.read(folder.resolve("ann.zip"))));
  }

  @Test
  void anArchiveThatIsTooMuchIsNamedAndTheOthersAreRead() throws IOException {
    var many = new LinkedHashMap<String, byte[]>();
    for (var i = 0; i <= HandedIn.MOST_ENTRIES; i++) {
      many.put(i + ".txt", new byte[0]);
    }
    write("ann.zip", Archives.zip(many));
    write("bob.zip", Archives.zip(Map.of("Tally.java", new byte[100 << 20])));
    write("cas.zip", Archives.zip(Map.of("../Tally.java", TEXT)));
    write("dan.tar.gz", Archives.tarGz(Map.of("/etc/Tally.java", TEXT)));
    write("eve.zip", new byte[] {'P', 'K', 3, 4, 5});
    write("fay.tgz", "no archive".getBytes(UTF_8));
    write("gus.zip", Archives.zip(Map.of("notes.txt", TEXT)));
    write("hal.tar.gz", Archives.tarGz(Map.of("Tally.java->/etc/passwd", TEXT)));
    var whole = Archives.tarGz(Map.of("Tally.java", TEXT));
    write("ida.tgz", Arrays.copyOf(whole, whole.length - 20));
    write("zoe/Tally.java", TEXT);
    var handedIn = read();
    assertEquals(List.of("zoe/Tally.java"), paths(handedIn));
    assertEquals(
        List.of(
            "ann.zip has more than 5,000 files, or 64 Java files.",
            "bob.zip unfolds to more than 64 MB.",
            "cas.zip names files outside of its own folder.",
            "dan.tar.gz names files outside of its own folder.",
            "eve.zip is damaged, or has no Java file in it.",
            "fay.tgz is damaged, or isn't an archive.",
            "gus.zip is damaged, or has no Java file in it.",
            "hal.tar.gz is damaged, or has no Java file in it.",
            "ida.tgz is damaged, or isn't an archive."),
        says(handedIn).stream().sorted().toList());
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    write("secret/Tally.java", TEXT);
    var sub = Files.createDirectories(folder.resolve("class/ann"));
    Files.createSymbolicLink(sub.resolve("Tally.java"), folder.resolve("secret/Tally.java"));
    Files.createSymbolicLink(folder.resolve("class/bob"), folder.resolve("secret"));
    var handedIn = HandedIn.read(folder.resolve("class"));
    assertEquals(List.of(), paths(handedIn));
    assertEquals(
        List.of(
            "ann/Tally.java is a link; links are not followed.",
            "bob is a link; links are not followed."),
        says(handedIn).stream().sorted().toList());
  }

  @Test
  void aFileThatMayNotBeReadCostsNobodyElseAnything() throws IOException {
    write("class/ann/Tally.java", TEXT);
    write("class/bob/Tally.java", TEXT);
    var locked = folder.resolve("class/ann/Tally.java");
    assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "root may read it");
    var handedIn = HandedIn.read(folder.resolve("class"));
    assertEquals(List.of("bob/Tally.java"), paths(handedIn));
    assertEquals(List.of("ann/Tally.java cannot be read."), says(handedIn));
  }

  @Test
  void aLongFileIsCutWhereItIsTooLongAnyway() throws IOException {
    write("ann/Tally.java", new byte[1 << 20]);
    assertEquals(HandedIn.MOST_BYTES, read().files().getFirst().bytes().length);
  }

  @Test
  void whatIsNoClassIsToldInASentence() throws IOException {
    write("x.rar", TEXT);
    write("broken.tar.gz", TEXT);
    for (var name : List.of("none", "x.rar", "broken.tar.gz")) {
      var wrong = assertThrows(IOException.class, () -> HandedIn.read(folder.resolve(name)));
      assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
      assertTrue(wrong.getMessage().endsWith("."), wrong.getMessage());
    }
  }
}

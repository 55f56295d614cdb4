package workbook.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder with a few files that nobody runs.
@Tag("fast")
class BuildFolderTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

  @TempDir Path path;

  private BuildFolder folder;
  private Path library;

  @BeforeEach
  void build() throws IOException {
    folder = new BuildFolder(path);
    library = old("library.jar", "a library");
    old("classpath.txt", library.toString());
    old("classes/book/Contents.class", "the contents");
    old("classes/_03_races/Counter.class", "a lesson");
    folder.makeJars();
    for (var cache : AotCache.values()) {
      Files.writeString(BuildFolder.unfinished(cache.in(folder)), "a cache");
    }
  }

  private Path old(String name, String text) throws IOException {
    var file = path.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.setLastModifiedTime(Files.writeString(file, text), LONG_AGO);
  }

  /// Not by the clock, which may stand still between two writes.
  private void renew(String name) throws IOException {
    var later = Files.getLastModifiedTime(folder.jar()).toInstant().plus(Duration.ofSeconds(1));
    Files.setLastModifiedTime(old(name, "new"), FileTime.from(later));
  }

  @Test
  void fitsOnceTheCachesAreAccepted() throws Exception {
    assertFalse(folder.fits());
    folder.accept();
    assertTrue(folder.fits());
  }

  @Test
  void aNewerClassDoesNotFit() throws Exception {
    folder.accept();
    renew("classes/book/Contents.class");
    assertFalse(folder.fits());
  }

  @Test
  void aClassThatWasAddedDoesNotFit() throws Exception {
    folder.accept();
    renew("classes/_03_races/Race.class");
    assertFalse(folder.fits());
  }

  @Test
  void whatAnIdeCompilesForTheLearnerFits() throws Exception {
    folder.accept();
    renew("classes/_03_races/exercise/Tally.class");
    renew("classes/_03_races/TallyTest$1.class");
    assertTrue(folder.fits());
  }

  @Test
  void anotherJarDoesNotFitWhetherItIsNewerOrOlder() throws Exception {
    folder.accept();
    renew("workbook.jar");
    assertFalse(folder.fits());
    Files.setLastModifiedTime(folder.jar(), LONG_AGO);
    assertFalse(folder.fits());
  }

  @Test
  void aLibraryThatChangedDoesNotFit() throws Exception {
    folder.accept();
    renew("library.jar");
    assertFalse(folder.fits());
  }

  @Test
  void otherLibrariesDoNotFit() throws Exception {
    folder.accept();
    old("classpath.txt", old("other.jar", "another library").toString());
    assertFalse(folder.fits());
  }

  @Test
  void anotherJdkDoesNotFit() throws Exception {
    folder.accept();
    var origin = path.resolve("start-up.txt");
    var time = Files.getLastModifiedTime(origin);
    Files.writeString(origin, "another JDK\n" + library + "\n");
    Files.setLastModifiedTime(origin, time);
    assertFalse(folder.fits());
  }

  @Test
  void aFolderWithoutJarOrClassesDoesNotFit() throws Exception {
    folder.accept();
    Files.delete(folder.jar());
    assertFalse(folder.fits());
    assertFalse(new BuildFolder(path.resolve("nowhere")).fits());
  }

  @Test
  void theSameClassesGiveTheSameJar() throws Exception {
    var first = Files.readAllBytes(folder.jar());
    renew("classes/book/Contents.class");
    old("classes/book/Contents.class", "the contents");
    folder.makeJars();
    assertArrayEquals(first, Files.readAllBytes(folder.jar()));
  }

  @Test
  void theLearnersClassesAreNotInTheJar() throws Exception {
    old("classes/_03_races/exercise/Tally.class", "mine");
    old("classes/_03_races/TallyTest.class", "mine");
    old("classes/_03_races/TallyTest$1.class", "mine");
    old("classes/_03_races/TestThreads.class", "what a graded test uses");
    folder.makeJars();
    try (var jar = new JarFile(folder.jar().toFile())) {
      assertEquals(
          List.of("_03_races/Counter.class", "_03_races/TestThreads.class", "book/Contents.class"),
          jar.stream().map(ZipEntry::getName).toList());
    }
  }

  /// As when the build is killed before it comes to the end.
  @Test
  void aNewJarLeavesTheOldCachesAside() throws Exception {
    folder.accept();
    folder.makeJars();
    assertFalse(folder.fits());
  }

  @Test
  void aCacheThatWasNotMadeIsNotAccepted() throws Exception {
    folder.clear();
    assertThrows(IOException.class, folder::accept);
    folder.giveUp();
    assertFalse(folder.fits());
  }

  @Test
  void whatWasBegunIsCleared() throws Exception {
    Files.createDirectories(path.resolve("practice.new/lessons"));
    Files.writeString(path.resolve("practice.new/lessons/Tally.java"), "text");
    folder.clear();
    try (var left = Files.list(path)) {
      assertEquals(
          List.of("classes", "classpath.txt", "library.jar", "workbook.jar", "worker.jar"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}

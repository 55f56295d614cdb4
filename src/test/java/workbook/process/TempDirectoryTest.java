package workbook.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TempDirectoryTest {
  @TempDir private Path shared;

  /// Has started nobody yet who would delete its two folders. Closes one of them.
  static final class Workbook {
    public static void main(String[] arguments) throws Exception {
      var open = new TempDirectory();
      Files.createTempFile(folder(open), "left", "behind");
      new TempDirectory().close();
      System.out.println(folder(open));
      new CountDownLatch(1).await();
    }
  }

  @Test
  void aSignalThatEndsItsMakerDeletesIt() throws Exception {
    var program = JavaProcess.builder(Workbook.class);
    program.command().add(1, "-Djava.io.tmpdir=" + shared);
    var workbook = program.start();
    var folder = Path.of(workbook.inputReader(UTF_8).readLine());
    assertTrue(Files.exists(folder), folder::toString);
    assertEquals(List.of(folder), left());

    workbook.destroy();

    workbook.waitFor();
    assertEquals(List.of(), left());
  }

  @Test
  void linksAreDeletedAndNotFollowed() throws Exception {
    var kept = Files.createFile(shared.resolve("kept"));
    var temp = new TempDirectory();
    var folder = Files.createDirectory(folder(temp).resolve("folder"));
    Files.createSymbolicLink(folder.resolve("file"), kept);
    Files.createSymbolicLink(folder.resolve("all"), shared);

    temp.close();
    temp.close(); // once more does nothing

    assertFalse(Files.exists(folder(temp)));
    assertEquals(List.of(kept), left());
  }

  private static Path folder(TempDirectory temp) {
    return Path.of(temp.option().split("=", 2)[1]);
  }

  private List<Path> left() throws IOException {
    try (var files = Files.list(shared)) {
      return files.toList();
    }
  }
}

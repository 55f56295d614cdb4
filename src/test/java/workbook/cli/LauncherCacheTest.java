package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.AotCache;
import workbook.process.BuildFolder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.JavaProcess;
import workbook.process.JvmOptions;

/// Which code the script `target/workbook` runs: a book of one class that says it. The folder's
/// name is as awkward as a folder's name may be.
@Tag("fast")
class LauncherCacheTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
  private static final Path LAUNCHER = Path.of("src", "main", "launch", "workbook");

  @TempDir Path folder;

  private Path target;

  @BeforeEach
  void build() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    target = Files.createDirectories(folder.resolve("ä [b] 'exercise'/exercise/target"));
    Files.copy(LAUNCHER, target.resolve("workbook"));
    var options = Files.createDirectories(target.resolve("classes/workbook/process"));
    Files.write(options.resolve("always.options"), JvmOptions.ALWAYS);
    Files.write(options.resolve("short-life.options"), JvmOptions.SHORT_LIFE);
    for (var file : List.of("always.options", "short-life.options")) {
      Files.setLastModifiedTime(options.resolve(file), LONG_AGO);
    }
    var library = Files.writeString(target.resolve("library.jar"), "");
    Files.setLastModifiedTime(library, LONG_AGO);
    Files.writeString(target.resolve("classpath.txt"), library.toString());
    compile("the jar");
    book().makeJars();
  }

  private BuildFolder book() {
    return new BuildFolder(target);
  }

  private void compile(String says) throws IOException {
    var source = target.resolve("Main.java");
    Files.writeString(
        source,
        """
        package workbook.cli;
        class Main {
          public static void main(String[] args) {
            System.out.print("%s ran " + String.join("+", args));
          }
        }
        """
            .formatted(says));
    var classes = target.resolve("classes").toString();
    var javac = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, javac.run(null, null, null, "-d", classes, source.toString()));
    Files.setLastModifiedTime(main(), LONG_AGO);
  }

  private Path main() {
    return target.resolve("classes/workbook/cli/Main.class");
  }

  /// Caches that every JVM refuses, without a word.
  private void acceptNoCaches() throws IOException {
    for (var cache : List.of("workbook.aot.new", "worker.aot.new")) {
      Files.writeString(target.resolve(cache), "no cache at all");
    }
    book().accept();
    compile("the class");
  }

  private void makeNewer(Path file) throws IOException {
    var jar = Files.getLastModifiedTime(target.resolve("workbook.jar")).toInstant();
    Files.setLastModifiedTime(file, FileTime.from(jar.plus(Duration.ofSeconds(1))));
  }

  private StartedProcess.Ended launch(Map<String, String> environment) throws Exception {
    var program = new ProcessBuilder("sh", target.resolve("workbook").toString(), "a b", "ä");
    return StartedProcess.of(program, environment).given("");
  }

  private void assertRuns(String what) throws Exception {
    assertEquals(new StartedProcess.Ended(0, what + " ran a b+ä", ""), launch(Map.of()));
  }

  @Test
  void withoutCachesTheClassesRun() throws Exception {
    compile("the class");
    assertRuns("the class");
  }

  @Test
  void withCachesTheJarRuns() throws Exception {
    acceptNoCaches();
    assertRuns("the jar");
  }

  @Test
  void aClassNewerThanTheJarRuns() throws Exception {
    acceptNoCaches();
    makeNewer(main());
    assertRuns("the class");
  }

  @Test
  void whatAnIdeCompilesForTheLearnerIsNoReason() throws Exception {
    acceptNoCaches();
    for (var name : List.of("_03_races/exercise/Tally.class", "_03_races/TallyTest.class")) {
      var file = target.resolve("classes").resolve(name);
      Files.createDirectories(file.getParent());
      makeNewer(Files.writeString(file, ""));
    }
    assertRuns("the jar");
  }

  @Test
  void anotherJarIsLeftAsideWhetherItIsNewerOrOlder() throws Exception {
    acceptNoCaches();
    makeNewer(target.resolve("workbook.jar"));
    assertRuns("the class");
    Files.setLastModifiedTime(target.resolve("workbook.jar"), LONG_AGO);
    assertRuns("the class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"workbook.jar", "workbook.aot", "start-up.txt", "library.jar"})
  void withoutAPartTheClassesRun(String part) throws Exception {
    acceptNoCaches();
    Files.delete(target.resolve(part));
    assertRuns("the class");
  }

  @Test
  void aLibraryThatChangedIsNoticed() throws Exception {
    acceptNoCaches();
    makeNewer(target.resolve("library.jar"));
    assertRuns("the class");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anotherJdkOrOtherLibrariesAreNoticed(int line) throws Exception {
    acceptNoCaches();
    var origin = target.resolve("start-up.txt");
    var lines = Files.readAllLines(origin);
    lines.set(line, lines.get(line) + "x");
    Files.write(origin, lines);
    Files.setLastModifiedTime(origin, Files.getLastModifiedTime(target.resolve("workbook.jar")));
    assertRuns("the class");
  }

  /// With a cache that the JVM must accept, and then would run the old code from.
  @Test
  void theClassesOfARealCacheRunOnlyWhileItFits() throws Exception {
    Files.delete(target.resolve("library.jar"));
    Files.writeString(target.resolve("classpath.txt"), target.resolve("workbook.jar").toString());
    book().makeJars();
    record(AotCache.LAUNCHER);
    Files.writeString(target.resolve("worker.aot.new"), "not needed here");
    book().accept();
    compile("the class");
    assertEquals("the jar ran a b+ä", launch(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on")).out());
    makeNewer(main());
    assertRuns("the class");
  }

  private void record(AotCache cache) throws IOException, InterruptedException {
    var jvm = JavaProcess.builder(Main.class);
    jvm.command().addAll(1, JvmOptions.SHORT_LIFE);
    jvm.command().addAll(1, JvmOptions.ALWAYS);
    var ended = CompletedProcess.of(cache.recordedBy(jvm, book()));
    assertEquals(0, ended.code(), ended.toString());
  }
}

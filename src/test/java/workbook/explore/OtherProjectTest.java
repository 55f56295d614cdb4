package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.JavaProcess;

/// The explorer in a project of somebody's own, `src/it/account`: put into a local repository, used
/// with Surefire and with JUnit's launcher as an IDE starts it, and without JUnit. No JVM is given
/// a flag.
///
/// The local repository is one of the test's own. It has links to the person's, so that nothing is
/// fetched, and nothing is written there.
@Tag("slow")
class OtherProjectTest {
  private static final Path EXAMPLE = Path.of("src", "it", "account");
  private static final String ARTIFACT = "workbook-explore";

  @TempDir Path folder;
  private Path maven;
  private Path repository;
  private Path project;

  @BeforeEach
  void install() throws Exception {
    var found = Executables.find("mvn");
    assumeTrue(found.isPresent(), "skipped: there is no mvn on this machine");
    maven = found.get();
    link(repositoryOfThisBuild());
    var installed =
        maven(
            Path.of(""), "jar:jar@default-jar", "jar:jar@sources", "install:install-file@explore");
    assumeFetched(installed);
    assertEquals(0, installed.code(), () -> text(installed));
    project = folder.resolve("account");
    copy();
  }

  /// Where Maven has what this build needs.
  private static Path repositoryOfThisBuild() throws Exception {
    var jar = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var root = jar;
    for (var up = 0; up < 6 && root != null; up++) { // org/junit/jupiter/ARTIFACT/VERSION/JAR
      root = root.getParent();
    }
    assumeTrue(
        root != null && Files.isDirectory(root.resolve("org/apache/maven/plugins")),
        "skipped: JUnit does not come from a local repository of Maven");
    return root;
  }

  private void link(Path theirs) throws IOException {
    repository = Files.createDirectory(folder.resolve("repository"));
    try (var entries = Files.list(theirs)) {
      for (var entry : entries.filter(one -> !one.endsWith("workbook")).toList()) {
        Files.createSymbolicLink(repository.resolve(entry.getFileName()), entry);
      }
    } catch (UnsupportedOperationException | IOException noLinks) {
      assumeTrue(false, "skipped: links cannot be made here: " + noLinks.getMessage());
    }
  }

  /// Deletes the links, of which JUnit would warn.
  @AfterEach
  void unlink() throws IOException {
    if (repository != null) {
      try (var entries = Files.list(repository)) {
        for (var link : entries.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  private void copy() throws IOException {
    try (var files = Files.walk(EXAMPLE)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = project.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private CompletedProcess maven(Path where, String... goals)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(maven.toString(), "--batch-mode", "--offline"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(goals));
    var builder = new ProcessBuilder(command).directory(where.toAbsolutePath().toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
    return CompletedProcess.of(builder);
  }

  private static String text(CompletedProcess process) {
    return String.join("\n", process.lines());
  }

  /// A machine that has never run `mvn install` lacks the plugins for it.
  private static void assumeFetched(CompletedProcess process) {
    assumeTrue(
        !text(process).contains("in offline mode"),
        "skipped: run mvn install -DskipTests once, to fetch its plugins");
  }

  @Test
  void itsTestsAreExplored() throws Exception {
    var built = maven(project, "test");
    assumeFetched(built);
    assertEquals(0, built.code(), () -> text(built));
    assertTrue(
        text(built).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0"), text(built));

    var launched = launch();
    assertEquals(List.of("found 4, failed 0"), launched.lines());

    var alone = java(List.of(), "account.Deposits");
    assertEquals(0, alone.code(), () -> text(alone));
    assertTrue(text(alone).startsWith("holds in "), text(alone));

    breakIt();
    var broken = maven(project, "test");
    assertNotEquals(0, broken.code());
    assertTrue(text(broken).contains("⇒ here main is stopped and Thread-0 runs"), text(broken));
    assertTrue(text(broken).contains("balance += amount;"), "the source is shown");
    assertTrue(text(broken).contains("replay: "), text(broken));
    var lost = java(List.of(), "account.Deposits");
    assertEquals(1, lost.code());
    assertTrue(text(lost).contains("a deposit is lost: the balance is 1"), text(lost));
  }

  @Test
  void whatIsInstalledIsTheExplorerAlone() throws Exception {
    var here = repository.resolve("workbook").resolve(ARTIFACT).resolve("1");
    var pom = Files.readString(here.resolve(ARTIFACT + "-1.pom"));
    assertFalse(pom.contains("<dependenc"), pom);
    assertFalse(pom.contains("<parent>"), pom);
    for (var kind : List.of("", "-sources")) {
      try (var files = new JarFile(here.resolve(ARTIFACT + "-1" + kind + ".jar").toFile())) {
        var rooms =
            files.stream()
                .map(entry -> entry.getName())
                .filter(name -> !name.endsWith("/") && !name.startsWith("META-INF/"))
                .map(name -> name.replaceFirst("^(workbook/explore/|workbook/Scenario).*", "$1"))
                .collect(Collectors.toSet());
        assertEquals(Set.of("workbook/explore/", "workbook/Scenario"), rooms);
      }
    }
  }

  /// Leaves out what keeps two deposits apart.
  private void breakIt() throws IOException {
    var file = project.resolve("src/main/java/account/Account.java");
    var text = Files.readString(file);
    Files.writeString(file, text.replace("synchronized void deposit", "void deposit"));
  }

  /// The tests of the project, started as an IDE does: by JUnit's launcher, in a plain JVM.
  private CompletedProcess launch() throws IOException, InterruptedException {
    var own = Path.of("target", "test-classes").toAbsolutePath().toString();
    var libraries = new ArrayList<>(junit());
    libraries.add(own);
    return java(libraries, Launch.class.getName(), "account.AccountTest");
  }

  private CompletedProcess java(List<String> libraries, String... words)
      throws IOException, InterruptedException {
    var path = new ArrayList<String>();
    path.add(project.resolve("target/test-classes").toString());
    path.add(project.resolve("target/classes").toString());
    path.add(repository.resolve("workbook/" + ARTIFACT + "/1/" + ARTIFACT + "-1.jar").toString());
    path.addAll(libraries);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", String.join(File.pathSeparator, path)));
    command.addAll(List.of(words));
    return CompletedProcess.of(new ProcessBuilder(command).directory(project.toFile()));
  }

  /// The jars of JUnit that this test runs with.
  private static List<String> junit() {
    var command = JavaProcess.builder(OtherProjectTest.class).command();
    var path = command.get(command.indexOf("-cp") + 1);
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> entry.matches(".*(junit|opentest4j|apiguardian|jspecify)[^/\\\\]*\\.jar"))
        .toList();
  }

  /// Runs the tests of a class and prints how many there were.
  static final class Launch {
    private Launch() {}

    public static void main(String[] args) {
      var tests = new SummaryGeneratingListener();
      var request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(args[0]))
              .build();
      LauncherFactory.create().execute(request, tests);
      var summary = tests.getSummary();
      summary.getFailures().forEach(failure -> System.out.println(failure.getException()));
      System.out.printf(
          "found %d, failed %d%n", summary.getTestsFoundCount(), summary.getTestsFailedCount());
    }
  }
}

package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.usecase.ExitCode;
import workbook.usecase.StudentEdition;

/// `edition`: the book for students has no answers, and a folder that has one is found out.
@Tag("fast")
class EditionCommandTest {
  private static final String TRAP =
      """
      package _01_alpha.traps.hello;

      import _01_alpha.Greeter;

      /** Says it too often. */
      public final class Parrot implements Greeter {
        private int count = 7;

        @Override
        public synchronized String greet() {
          var said = new StringBuilder();
          for (var time = 0; time < count; time++) {
            said.append(time % 2 == 0 ? "hel" : "lo").append(time); // again
          }
          return said.reverse().toString().strip().toUpperCase().repeat(count);
        }
      }
      """;

  private static final String MUTANT =
      "Parrot | greet | 8 for 7 | private int count = 7; => Nobody counts how often it is said.";

  @TempDir Path folder;
  private Path home;
  private Path out;

  @BeforeEach
  void layABook() throws IOException {
    home = Files.createDirectory(folder.resolve("book"));
    out = folder.resolve("course");
    TestExercise.lay(home);
    put(
        "lessons/_01_alpha/solution/HelloAgain.java",
        TestExercise.SOLUTION.replace("class Hello ", "class HelloAgain "));
    put(
        "README.md",
        "Read [this](lessons/_01_alpha/Hello.md#top) and [that][x], [T](%s).\n",
        test("T"));
    put(".gitignore", "/target/\n");
    put("pom.xml", "<project/>\n");
    put("lessons/_01_alpha/exercise/Hello.java", "// the instructor's own\n");
    put("exam.txt", "no part of the book\n");
    put("src/test/java/_01_alpha/traps/hello/Parrot.java", TRAP);
    put("src/test/resources/mutants/hello.txt", MUTANT + "\n");
    put(test("T"), "class T { U needs = new U(); }\n");
    put(test("U"), "class U { String type = \"_01_alpha.solution.Hello\"; }\n");
    put(test("V"), "class V { /* T */ int free; }\n");
  }

  private static String test(String type) {
    return "src/test/java/_01_alpha/" + type + ".java";
  }

  private void put(String name, String text, Object... parts) throws IOException {
    put(home.resolve(name), parts.length == 0 ? text : text.formatted(parts));
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CapturedConsole say(String... words) {
    return CapturedConsole.by(home, words);
  }

  private CapturedConsole write(Path to, String... more) {
    var words = new ArrayList<>(List.of("edition", "student", "--out=" + to));
    words.addAll(List.of(more));
    return say(words.toArray(String[]::new));
  }

  @Test
  void anEditionHasNoAnswersAndNothingThatNeedsThem() throws IOException {
    assertEquals(
        new CapturedConsole(
            ExitCode.DONE,
            "Wrote 11 files to %s. Left out: 6 answers and texts about them, and 2 test classes that need them. No answer is in it.\n"
                .formatted(out),
            ""),
        write(out));
    try (var all = Files.walk(out)) {
      assertEquals(
          List.of(
              ".gitignore",
              "README.md",
              "lessons/EDITION.md",
              "lessons/_01_alpha/Hello.md",
              "lessons/_01_alpha/HelloAgain.md",
              "lessons/_01_alpha/hints/Hello.md",
              "lessons/_01_alpha/hints/HelloAgain.md",
              "lessons/_01_alpha/stub/Hello.java",
              "lessons/_01_alpha/stub/HelloAgain.java",
              "pom.xml",
              test("V")),
          all.filter(Files::isRegularFile)
              .map(file -> out.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList());
    }
    assertEquals(
        "Read [this](lessons/_01_alpha/Hello.md#top) and [that][x], T.\n",
        Files.readString(out.resolve("README.md")));
    assertEquals("/target/\n/lessons/*/exercise/\n", Files.readString(out.resolve(".gitignore")));
    assertEquals(
        new CapturedConsole(ExitCode.DONE, "No answer found in 11 files.\n", ""),
        say("edition", "check", out.toString()));
  }

  @Test
  void whatIsReleasedIsThereAndQuotesNothingThatIsNot() throws IOException {
    put(
        "lessons/_01_alpha/solution/Hello.md",
        "**[Parrot](../../../src/test/java/_01_alpha/traps/hello/Parrot.java)**\n"
            + "<!-- from ../../../src/test/java/_01_alpha/traps/hello/Parrot.java -->\n"
            + "```java\nint count = 7;\n```\n");
    assertEquals(ExitCode.DONE, write(out, "--release=hello").code());
    assertTrue(Files.exists(out.resolve("lessons/_01_alpha/solution/Hello.java")));
    assertFalse(Files.exists(out.resolve("lessons/_01_alpha/solution/HelloAgain.java")));
    assertEquals(
        "**Parrot**\n```text\nint count = 7;\n```\n",
        Files.readString(out.resolve("lessons/_01_alpha/solution/Hello.md")));
    assertEquals(ExitCode.DONE, say("edition", "check", out.toString(), "--release=hello").code());
    assertEquals(ExitCode.FAILED, say("edition", "check", out.toString()).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "edition student            | Say where the edition goes: edition student --out=DIR.",
        "edition check              | Say which folder to check: edition check DIR.",
        "edition teacher            | 'teacher' is neither student nor check.",
        "edition check F/none       | There is no folder F/none.",
        "edition student --out=F    | F exists and isn't empty. Name a new folder.",
        "edition student --out=F/book/pom.xml | F/book/pom.xml exists and isn't empty. Name a new"
            + " folder.",
        "edition student --out=F/a/b | There is no folder F/a. Create it first.",
        "edition student --out=F/book/new | F/book/new is inside this book. Name a folder outside"
            + " it.",
        "edition student --out=F/new --release=goodbye | There is no exercise 'goodbye'. workbook"
            + " list shows them all.",
      })
  void badUsageIsOneSentenceAndWritesNothing(String line, String sentence) {
    var said = say(line.replace("F", folder.toString()).split(" "));
    var expected = sentence.replace("F", folder.toString()) + "\n";
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", expected), said);
    assertFalse(Files.exists(folder.resolve("new")));
  }

  /// Half of it is written when it is found out.
  @Test
  void anEditionThatCannotBeFinishedIsNotThere() throws IOException {
    var odd = Files.write(home.resolve("lessons/odd.md"), new byte[] {'a', (byte) 0xff, 'b'});
    var said = write(out);
    assertEquals(
        new CapturedConsole(
            ExitCode.ENVIRONMENT,
            "",
            "The edition was not written: %s is not UTF-8.\n".formatted(odd)),
        said);
    assertNothingIsLeft();
  }

  @Test
  void anAnswerAtAnotherPlaceOfTheBookKeepsItFromBeingWritten() throws IOException {
    put("src/notes.txt", "Look at this:\n" + TRAP);
    var said = write(out);
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertEquals(
        "Nothing was written, because an answer would leak: src/notes.txt contains a part of"
            + " src/test/java/_01_alpha/traps/hello/Parrot.java. Take it out.\n",
        said.err());
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws IOException {
    try (var left = Files.list(folder)) {
      assertEquals(List.of(home), left.toList());
    }
  }

  @Test
  void whatAKilledOneLeftIsDeletedByTheNext() throws IOException {
    var left = Files.createDirectory(folder.resolve(".course.edition-2147483647"));
    Files.writeString(left.resolve("half"), "half");
    assertEquals(ExitCode.DONE, write(out).code());
    assertFalse(Files.exists(left));
  }

  @Test
  void answersAreFoundWhateverTheyAreCalled() throws IOException {
    write(out);
    put(out.resolve("talk.md"), "# A talk\n\n```java\n" + TRAP.substring(200) + "```\n");
    put(out.resolve("lessons/_01_alpha/solution/Hello.java"), "class Hello {}\n");
    put(out.resolve("list.csv"), "other\n  " + MUTANT + "\n");
    var renamed = compile(TRAP.replace(".traps.hello", ".mine").replace("Parrot", "Bird"));
    Files.write(out.resolve("Bird.class"), renamed);
    Files.write(out.resolve("slides.bin"), zip("a/Bird.class", renamed));
    var said = say("edition", "check", out.toString());
    assertEquals(ExitCode.FAILED, said.code(), said.err());
    var trap = "src/test/java/_01_alpha/traps/hello/Parrot.java. Take it out.";
    assertEquals(
        List.of(
            "Bird.class is compiled from " + trap,
            "lessons/_01_alpha/solution/Hello.java lies where the answers are. Take it out.",
            "list.csv contains a part of src/test/resources/mutants/hello.txt. Take it out.",
            "slides.bin!/a/Bird.class is compiled from " + trap,
            "talk.md contains a part of " + trap),
        said.out().lines().sorted().toList());
  }

  private byte[] compile(String text) throws IOException {
    var sources = Files.createTempDirectory(folder, "sources");
    var file = Files.writeString(sources.resolve("Bird.java"), text);
    var code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", sources.toString(), file.toString());
    assertEquals(0, code);
    return Files.readAllBytes(sources.resolve("_01_alpha/mine/Bird.class"));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void anEditionSaysThatItHasNoAnswersAndMakesNoOther() throws Exception {
    write(out);
    assertEquals(
        new CapturedConsole(
            ExitCode.ENVIRONMENT,
            "",
            "This edition has no worked answer to hello. Your instructor has it.\n"),
        CapturedConsole.by(out, "exercise", "solution", "hello", "--give-up"));
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE,
            "",
            "This book has no answers: it's a student edition already. Run this where they are.\n"),
        CapturedConsole.by(out, "edition", "check", folder.toString()));
  }

  @Test
  void theHistoryOfARepositoryIsLookedThroughOrNamed() throws Exception {
    write(out);
    Files.createDirectory(out.resolve(".git"));
    var findings = new StudentEdition(home, List.of()).check(out, Optional.empty());
    assertEquals(
        Optional.of("The git history wasn't checked, because there is no git here."),
        findings.unchecked());
    Files.delete(out.resolve(".git"));
    git(out, "init", "-q");
    put(out.resolve("note"), TRAP);
    commit(out);
    Files.delete(out.resolve("note"));
    commit(out);
    var said = say("edition", "check", out.toString());
    assertEquals(ExitCode.FAILED, said.code(), said.err());
    assertTrue(
        said.out()
            .matches(
                "The git history: object [0-9a-f]{40,} contains a part of \\S+Parrot\\.java\\."
                    + " Begin a new repository: what was committed stays in its history\\.\n"),
        said.out());
  }

  /// What GRADING-CLASS.md tells an instructor to do, and what then happens at a student's.
  @Test
  void anUpdateNeverTouchesAnAnswer() throws Exception {
    var course = folder.resolve("repository");
    write(course);
    git(course, "init", "-q");
    commit(course);
    var student = folder.resolve("student");
    git(folder, "clone", "-q", course.toString(), student.toString());
    CapturedConsole.by(student, "exercise", "start", "hello");
    TestExercise.save(student, "// my answer\n");

    TestExercise.save(home, "// the instructor's again\n");
    put("lessons/_01_alpha/Hello.md", "# Hello: mended\n");
    put("lessons/_01_alpha/stub/Hello.java", "package _01_alpha.stub;\n// another beginning\n");
    assertEquals(ExitCode.DONE, write(out).code());
    git(course, "--work-tree=" + out, "add", "--all");
    git(course, "--work-tree=" + out, "commit", "-q", "-m", "Week 2");

    git(student, "pull", "-q", "--ff-only");
    assertEquals("// my answer\n", Files.readString(TestExercise.file(student)));
    assertEquals(
        "# Hello: mended\n", Files.readString(student.resolve("lessons/_01_alpha/Hello.md")));
    assertEquals(List.of(), git(student, "status", "--porcelain"));
  }

  private static void commit(Path folder) throws Exception {
    git(folder, "add", "--all");
    git(folder, "commit", "-q", "-m", "one");
  }

  private static List<String> git(Path folder, String... words) throws Exception {
    var git = Executables.find("git");
    assumeTrue(git.isPresent(), "skipped: this machine has no git");
    var command =
        new ArrayList<>(
            List.of(git.get().toString(), "-c", "user.name=a", "-c", "user.email=a@example.org"));
    command.addAll(List.of(words));
    var program = new ProcessBuilder(command).directory(folder.toFile());
    program.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    var ended = CompletedProcess.of(program);
    assertEquals(0, ended.code(), () -> String.join("\n", ended.lines()));
    return ended.lines();
  }
}

package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.process.Executables;
import workbook.usecase.ExitCode;

/// `autograder`: the scripts for course servers, and that a submission always gets a result.
@Tag("fast")
class AutograderCommandTest {
  private static final String FAILED =
      "{\"score\": 0, \"output\": \"The autograder failed. Ask your instructor to look at it.\"}\n";

  @TempDir Path home;

  private CapturedConsole autograder(String... args) {
    var words = new ArrayList<>(List.of("autograder"));
    words.addAll(List.of(args));
    return CapturedConsole.by(home, words.toArray(String[]::new));
  }

  private Path gradescope() {
    var source = home.resolve("source");
    var said = autograder("gradescope", "--exercise=hello", "--out=" + source);
    assertEquals(ExitCode.DONE, said.code(), said.err());
    return source;
  }

  /// What `run_autograder` leaves with a workbook that does this, and what it printed.
  private String result(String workbook) throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    var fake = home.resolve("fake");
    Files.writeString(fake, "#!/bin/sh\n" + workbook);
    assertTrue(fake.toFile().setExecutable(true));
    var submission = Files.createDirectories(home.resolve("submission"));
    Files.writeString(submission.resolve("Hello.java"), "mine");
    var script = gradescope().resolve("run_autograder").toString();
    var temp = Files.createDirectories(home.resolve("tmp"));
    var environment =
        Map.of(
            "AUTOGRADER", home.toString(), "WORKBOOK", fake.toString(), "TMPDIR", temp.toString());
    var ended = StartedProcess.of(new ProcessBuilder("sh", script), environment).given("");
    assertEquals(0, ended.code(), ended.err());
    try (var left = Files.list(temp)) {
      assertEquals(0, left.count(), "its temporary files are gone");
    }
    return ended.out() + Files.readString(home.resolve("results/results.json"));
  }

  @Test
  void theResultsAreThoseOfTheWorkbook() throws Exception {
    assertEquals(
        "--exercise=hello --jobs=1 --gradescope\nmine\nid,name;student,student;graded\n",
        result(
            """
            class=$2
            marks=${3#--out=}
            echo "$5 $6 $7"
            mkdir -p "$marks/results/student"
            cat "$class/student/Hello.java"
            echo
            tr '\\n' ';' < "${4#--roster=}" > "$marks/results/student/all.gradescope.json"
            echo graded >> "$marks/results/student/all.gradescope.json"
            """));
  }

  @Test
  void whereNoSandboxWorksTheContainerIsTheSandbox() throws Exception {
    var said =
        result(
            """
            case "$*" in *--unsandboxed) ;; *) exit 2 ;; esac
            mkdir -p "${3#--out=}/results/student"
            echo graded > "${3#--out=}/results/student/all.gradescope.json"
            """);
    assertEquals("graded\n", said);
  }

  @ParameterizedTest
  @CsvSource({
    "exit 1",
    "kill -9 $$",
    "mkdir -p \"${3#--out=}/results/student\"; ln -s /etc/passwd"
        + " \"${3#--out=}/results/student/all.gradescope.json\""
  })
  void aFailureLeavesAResult(String workbook) throws Exception {
    assertTrue(result(workbook).endsWith(FAILED));
  }

  @Test
  void githubGetsAWorkflow() throws IOException {
    var said = autograder("github", "--exercise=hello,hello", "--out=" + home.resolve("course"));
    assertEquals(ExitCode.DONE, said.code(), said.err());
    var text = Files.readString(home.resolve("course/.github/workflows/classroom.yml"));
    assertTrue(text.contains(" --exercise=hello --classroom\n"), text);
    assertTrue(text.indexOf('@') == text.indexOf("@v4"), text);
    assertEquals(
        ExitCode.DONE,
        autograder("github", "--exercise=hello", "--out=" + home.resolve("course")).code());
  }

  @Test
  void whatIsThereAlreadyStays() throws IOException {
    var script = gradescope().resolve("setup.sh");
    Files.writeString(script, "mine");
    var said = autograder("gradescope", "--exercise=hello", "--out=" + script.getParent());
    assertEquals(ExitCode.USAGE, said.code());
    assertEquals(script + " is there already. Delete it, or name another folder.\n", said.err());
    assertEquals("mine", Files.readString(script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          blackboard --exercise=hello --out=o | 'blackboard' is neither gradescope nor github.
          gradescope --out=o                  | Say what is graded and where the files go:
          gradescope --exercise=hello         | Say what is graded and where the files go:
          gradescope --exercise=no --out=o    | There is no exercise 'no'.
          """)
  void badUsageIsOneSentence(String line, String says) {
    var said = autograder(line.split(" "));
    assertEquals(ExitCode.USAGE, said.code());
    assertTrue(said.err().startsWith(says), said.err());
    assertEquals(1, said.err().lines().count(), said.err());
  }
}

package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.json.Schema;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.view.DrawsPictures;

/// Every command with good and bad input: exit code, what stands on standard output, and one plain
/// sentence on standard error when something is wrong.
@Tag("fast")
class CommandsTest {
  @TempDir Path home;

  private CapturedConsole say(String... args) {
    return CapturedConsole.by(home, args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nope                         | There is no command 'nope'. workbook help lists them.",
        "lsit                         | There is no command 'lsit'. Did you mean list?",
        "list more                    | Unexpected argument 'more'. Usage: workbook list.",
        "list --al                    | There is no option --al. workbook list --help lists them.",
        "progress x                   | Unexpected argument 'x'. Usage: workbook progress.",
        "doctor --helpp               | There is no option --helpp. Did you mean --help?",
        "menu x                       | Unexpected argument 'x'. Usage: workbook [menu].",
        "help nope                    | There is no command 'nope'. workbook help lists them.",
        "show                         | An argument is missing. Usage: workbook show"
            + " LESSON [--answers].",
        "show alhpa                   | There is no lesson 'alhpa'. Did you mean alpha?",
        "show 07                      | There is no lesson '07'. workbook list shows them all.",
        "show alpha beta              | Unexpected argument 'beta'. Usage: workbook show LESSON"
            + " [--answers].",
        "run                          | Name the experiment first: workbook run EXPERIMENT"
            + " [OPTIONS]; workbook list shows them.",
        "run --repeat 3 steady        | Name the experiment first: workbook run EXPERIMENT"
            + " [OPTIONS]; workbook list shows them.",
        "run xyz                      | There is no experiment 'xyz'. workbook list shows them"
            + " all.",
        "run stedy                    | There is no experiment 'stedy'. Did you mean alpha/steady?",
        "run alpha/stedy              | There is no experiment 'alpha/stedy'. Did you mean"
            + " alpha/steady?",
        "run gamma/steady             | There is no lesson 'gamma'. workbook list shows them all.",
        "run same                     | 'same' is in several lessons. Say which one: alpha/same or"
            + " beta/same.",
        "run beta                     | 'beta' is a lesson. Say which experiment of it: beta/same"
            + " or beta/endless.",
        "run alpha/4                  | There is no step 4 in the lesson alpha. Its steps are 1"
            + " to 3.",
        "run alpha/0                  | There is no step 0 in the lesson alpha. Its steps are 1"
            + " to 3.",
        "explore alpha/1              | The step alpha/1 is run, not explored: workbook run"
            + " alpha/1.",
        "run steady more              | Unexpected argument 'more'. Usage: workbook run"
            + " alpha/steady [OPTIONS].",
        "run steady --height=0          | --height must be from 1 to 10 things, not '0'.",
        "run steady --height=11         | --height must be from 1 to 10 things, not '11'.",
        "run steady --height=-3         | --height must be from 1 to 10 things, not '-3'.",
        "run steady --height=few        | --height must be a whole number from 1 to 10 things, not"
            + " 'few'.",
        "run steady --height          | --height needs a value: --height=N.",
        "run steady --size=1 --size=2 | --size is given more than once. Give it once.",
        "run steady --sise=1          | There is no option --sise. Did you mean --size?",
        "run steady --si=1            | There is no option --si. Did you mean --size?",
        "run steady --zebra           | There is no option --zebra. workbook run --help lists"
            + " them.",
        "run steady --mode=purple     | --mode must be one of plain, fancy, not 'purple'.",
        "run steady --loud=perhaps    | --loud must be yes or no, not 'perhaps'.",
        "run steady --repeat=0        | --repeat must be from 1 to 1,000 runs, not '0'.",
        "run steady --predict=blue    | A prediction is one of: red; green, not 'blue'.",
        "run broken --predict=many    | A prediction is a number of things, not 'many'.",
        "run steady --chart=term,jpg  | --chart takes term, png, svg, pdf, window or none, not"
            + " 'jpg'.",
        "run steady --theme=pink      | --theme is light or dark, not 'pink'.",
        "run steady --size=big        | --size is WIDTHxHEIGHT, each from 400 to 10,000, not"
            + " 'big'.",
        "run steady --size=800x       | --size is WIDTHxHEIGHT, each from 400 to 10,000, not"
            + " '800x'.",
        "run steady --size=399x600    | --size is WIDTHxHEIGHT, each from 400 to 10,000, not"
            + " '399x600'.",
        "run steady --size=800x99999  | --size is WIDTHxHEIGHT, each from 400 to 10,000, not"
            + " '800x99999'.",
        "run steady --csv=x --json=x  | --csv and --json name the same file. Give each its own.",
        "run steady --json=.          | The path is not a regular file. Name another one.",
        "explore                      | An argument is missing. Usage: workbook explore"
            + " SCENARIO or FILE.java [OPTIONS].",
        "explore tally-mendet         | There is no scenario 'tally-mendet'. Did you mean"
            + " alpha/tally-mended?",
        "explore steady               | There is no scenario 'steady'. workbook list shows them"
            + " all.",
        "explore beta                 | 'beta' is a lesson. Say which scenario of it: beta/opens or"
            + " beta/spins or beta/waits or beta/same-value.",
        "play tall                    | There is no scenario 'tall'. Did you mean alpha/tally or"
            + " alpha/tally-mended?",
        "play tally --hint            | There is no option --hint. workbook play --help lists"
            + " them.",
        "explore tally --preemptions=11 | --preemptions must be from 0 to 10 preemptions, not"
            + " '11'.",
        "explore tally --preemptions=x | --preemptions must be a whole number from 0 to 10"
            + " preemptions, not 'x'.",
        "explore tally --budget=0     | --budget must be from 1 to 86,400 seconds, not '0'.",
        "explore tally --schedule=calm --budget=3 | --schedule runs one schedule, so leave out"
            + " --preemptions and --budget.",
        "explore tally --trace=.      | The path is not a regular file. Name another one.",
      })
  void badUsageIsOneSentenceAndExitCode2(String line, String sentence) {
    var said = say(line.split(" "));
    var expected = sentence.replace("The path", Path.of("").toAbsolutePath().toString());
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", expected + "\n"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "show",
        "run",
        "run steady",
        "explore",
        "play",
        "exercise",
        "hint",
        "check",
        "watch",
        "progress",
        "doctor",
        "notebook",
        "edition",
        "new",
        "book",
        "jshell",
        "open",
        "menu"
      })
  void everyCommandExplainsItself(String line) {
    var said = say((line + " --help").split(" "));
    assertAll(
        () -> assertEquals(ExitCode.DONE, said.code()),
        () -> assertEquals("", said.err()),
        () -> assertTrue(said.out().startsWith("Usage: workbook "), said.out()),
        () -> assertTrue(said.out().contains("Exit codes"), said.out()),
        () -> assertTrue(said.out().lines().allMatch(each -> each.length() <= 80), said.out()));
  }

  @Test
  void helpListsEveryCommand() {
    var said = say("help");
    for (var command :
        new String[] {"list", "run", "explore", "exercise", "check", "watch", "help"}) {
      assertTrue(said.out().contains("\n  " + command + " "), said.out());
    }
    assertEquals(said, say("--help"));
    assertEquals(say("run", "--help"), say("help", "run"));
  }

  @Test
  void helpOfAnExperimentNamesItsOptionsWithTheirRanges() {
    var help = say("run", "steady", "--help").out();
    assertTrue(help.contains("--height=N"), help);
    assertTrue(help.contains("1 to 10 things; default: 3"), help);
    assertTrue(help.contains("one of plain, fancy; default: plain"), help);
  }

  @Test
  void listShowsTheBookInOrderWithWhatIsDone() {
    say("run", "alpha/steady");
    var expected =
        """
        01 alpha: Is this a lesson?
          ✓ alpha/steady                       Steady as she goes
            alpha/broken                       A claim that fails
            alpha/same                         The same again
            alpha/tally                        scenario: Two threads add one each.
            alpha/tally-mended                 scenario: The same, in one step.
            alpha/hello                        exercise: Says hello.
            alpha/hello-again                  exercise: Says it twice.
        02 beta: Does it ever end?
            beta/same                          The same again
            beta/endless                       For ever
            beta/opens                         scenario: Opens a file.
            beta/spins                         scenario: Never ends.
            beta/waits                         scenario: Waits for a signal.
            beta/same-value                    scenario: Both write one.
        """;
    assertEquals(new CapturedConsole(ExitCode.DONE, expected, ""), say("list"));
  }

  @Test
  void progressSaysWhatToTypeNext() throws IOException {
    assertTrue(say("progress").out().contains("no predictions yet"), say("progress").out());
    assertTrue(say("progress").out().endsWith("\nGo on:  workbook menu\n"));
    var file = home.resolve(".workbook/progress");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "2025-11-20T10:00:00Z predicted alpha/steady wrong green\n");
    var said = say("progress").out();
    assertTrue(said.contains("0 of 1 predictions right"), said);
    assertTrue(said.endsWith("A question waits to be asked again:  workbook review\n"), said);
    assertTrue(say("review").out().contains("Review, 1 of 1: Steady as she goes"));
  }

  @Test
  void searchTellsWhereWithoutGivingAnAnswerAway() {
    var said = say("search", "painted it").out();
    assertTrue(said.contains("alpha/steady  Steady as she goes"), said);
    assertTrue(said.contains("(in the answer, which you see after the run)"), said);
    assertFalse(said.contains("green"), said);
    assertTrue(said.endsWith("To read a page: workbook show LESSON\n"), said);
    assertTrue(say("search", "zebra").err().contains("workbook list shows"));
  }

  @Test
  void showAsksBeforeItTellsAndRemembersIt() throws IOException {
    var said = say("show", "1");
    assertEquals(ExitCode.DONE, said.code());
    assertTrue(said.out().contains("The first line of alpha."), said.out());
    assertTrue(said.out().contains("workbook run alpha/1`"), "the command stands for the answer");
    assertFalse(said.out().contains("painted it"), said.out());
    assertFalse(said.out().contains("Play it"), "what comes after the answer isn't before it");
    assertFalse(said.out().contains("steady`"), "an experiment's name may tell the answer");
    assertTrue(say("show", "1", "--answers").out().contains("It is green because"));
    assertTrue(
        Files.readString(home.resolve(".workbook/progress")).contains("read alpha"), "it was read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alpha/steady", "01/steady", "1/Steady", "_01_alpha/steady", "steady", "01/1"})
  void anExperimentHasSeveralNames(String name) {
    var said = say("run", name, "--loud=yes", "--height", "7", "--predict=2");
    assertEquals(ExitCode.DONE, said.code());
    assertEquals("", said.err());
    assertTrue(said.out().contains("loud"), said.out());
    assertTrue(said.out().contains("green"), said.out());
  }

  @Test
  void aClaimThatFailsIsExitCode1() {
    var said = say("run", "broken");
    assertEquals(ExitCode.FAILED, said.code());
    assertTrue(said.out().contains("There are some."), said.out());
  }

  @Test
  void anExistingFileIsKeptUnlessForced() throws IOException {
    var file = Files.writeString(home.resolve("result.json"), "mine");
    var refused = say("run", "steady", "--json", file.toString());
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", file + " already exists. Add --force to replace it.\n"),
        refused);
    assertEquals("mine", Files.readString(file));
    assertEquals(ExitCode.DONE, say("run", "steady", "--force", "--json=" + file).code());
    assertTrue(Files.readString(file).contains("alpha/steady"));
    try (var left = Files.list(home)) {
      assertFalse(left.anyMatch(each -> each.getFileName().toString().contains("draft")));
    }
  }

  @Test
  void aRunStandsBesideAnEarlierOne() throws IOException {
    var file = home.resolve("earlier.json");
    assertEquals(ExitCode.DONE, say("run", "steady", "--json=" + file).code());
    var beside = say("run", "steady", "--compare=" + file);
    assertEquals(ExitCode.DONE, beside.code(), beside.err());
    assertTrue(beside.out().contains("first and second run"), beside.out());
    assertTrue(beside.out().contains("ratio"), beside.out());

    var other = say("run", "broken", "--compare=" + file);
    var sentence = file + " holds a result of alpha/steady, not of alpha/broken.\n";
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", sentence), other);
    Files.writeString(file, "{}");
    assertEquals(ExitCode.USAGE, say("run", "steady", "--compare=" + file).code());
  }

  @Test
  void aResultFromBeforeTheSchemaStandsBesideANewOne() throws IOException {
    var file = home.resolve("before.json");
    assertEquals(ExitCode.DONE, say("run", "steady", "--json=" + file).code());
    var json = Files.readString(file);
    assertEquals(List.of(), Schema.RESULT.faults(json));

    var before = json.replaceFirst("\"schemaVersion\": \\d+,", "");
    before = before.replaceFirst("\"tookNanos\": \\d+", "\"took\": \"PT1.5S\"");
    Files.writeString(file, before.replace("\"size\": 3", "\"size\": \"3\""));
    var beside = say("run", "steady", "--compare=" + file);
    assertEquals(ExitCode.DONE, beside.code(), beside.err());
    assertTrue(beside.out().contains("first and second run"), beside.out());

    Files.writeString(file, json.replaceFirst("\"schemaVersion\": \\d+", "\"schemaVersion\": 99"));
    var newer = say("run", "steady", "--compare=" + file);
    assertEquals(ExitCode.USAGE, newer.code());
    assertTrue(newer.err().startsWith(file + ": A newer workbook wrote this result"), newer.err());
  }

  @Test
  @DrawsPictures
  void chartsGoWhereTheyAreWanted() throws IOException {
    var csv = home.resolve("all.csv");
    var said =
        say("run", "steady", "--chart=png,svg", "--out=" + home, "--theme=dark", "--csv=" + csv);
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(ImageIO.read(home.resolve("alpha-steady.png").toFile()).getWidth() > 100);
    assertTrue(Files.readString(home.resolve("alpha-steady.svg")).contains("How big it was"));
    assertTrue(Files.readString(csv).contains(",sample,,plain,,size,things,,,,1,3,\r\n"));
    assertFalse(said.out().contains("How big it was"), "no chart on the terminal: " + said.out());
    assertTrue(say("run", "steady").out().contains("How big it was"));
    assertEquals(
        home.resolve("alpha-steady.png") + " already exists. Add --force to replace it.\n",
        say("run", "steady", "--chart=png", "--out=" + home).err());
  }

  @Test
  @DrawsPictures
  void aPictureIsAsLargeAsItIsWanted() throws IOException {
    var said = say("run", "steady", "--chart=png,svg", "--out=" + home, "--size=1601x900");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    var png = ImageIO.read(home.resolve("alpha-steady.png").toFile());
    assertEquals("1601x900", png.getWidth() + "x" + png.getHeight());
    var svg = Files.readString(home.resolve("alpha-steady.svg"));
    assertTrue(svg.contains("viewBox=\"0 0 1601 900\""), svg);
  }

  @Test
  void noChartLeavesTheFigures() {
    var said = say("run", "steady", "--chart=none");
    assertFalse(said.out().contains("How big it was"), said.out());
    assertTrue(said.out().contains("quiet"), said.out());
  }

  @Test
  void noExperimentOfTheBookHidesAnOptionOfRun() throws CommandException {
    var ours = RunUsage.ofAny().optionNames();
    for (var ref : new Book(Contents.LESSONS).experiments()) {
      for (var parameter : ref.experiment().parameters()) {
        assertFalse(ours.contains(parameter.name()), ref.name() + " --" + parameter.name());
      }
    }
  }

  @Test
  void aFolderThatIsMissingIsNamedBeforeTheRun() {
    var said = say("run", "steady", "--json", home.resolve("none/x.json").toString());
    assertEquals(
        "There is no folder %s. Create it first.\n".formatted(home.resolve("none")), said.err());
    assertFalse(Files.exists(home.resolve(".workbook")), "nothing ran");
  }

  @Test
  void aReaderThatHasEnoughIsNoFailure() {
    var err = new ByteArrayOutputStream();
    var app = CapturedConsole.app(home, failing("Broken pipe"), err);
    assertEquals(ExitCode.DONE, app.run("list"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsSaid() {
    var err = new ByteArrayOutputStream();
    var app = CapturedConsole.app(home, failing("No space left on device"), err);
    assertEquals(ExitCode.ENVIRONMENT, app.run("list"));
    assertEquals(
        "The output could not be written: No space left on device.\n",
        err.toString(StandardCharsets.UTF_8));
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(why);
      }
    };
  }
}

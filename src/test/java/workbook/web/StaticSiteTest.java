package workbook.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Parameters;
import workbook.json.ResultJson;
import workbook.run.Run;
import workbook.usecase.Book;
import workbook.usecase.RecordedRuns;
import workbook.view.DrawsPictures;

/// The book as a site of plain files.
@Tag("slow")
final class StaticSiteTest {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:href|src|srcset)=\"(?!https://|data:)(?<path>[^\"#]*)(?:#(?<at>[^\"]*))?\"");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\"\\./([^\"]+)\";$");

  private static final Path HERE = Path.of("");

  @Test
  void everyLinkLeadsToAFileOfTheSite() throws Exception {
    var book = new Book(Contents.LESSONS);
    var files = StaticSite.files(book, HERE, RecordedRuns.NONE);
    for (var lesson : book.lessons()) {
      var last = Book.steps(lesson).size();
      assertTrue(files.containsKey("lessons/%s/%d.html".formatted(lesson.name(), last)));
    }
    for (var file : files.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        linksOf(file.getKey(), text(file.getValue()), files);
      } else if (file.getKey().endsWith(".js")) {
        var module = IMPORT.matcher(text(file.getValue()));
        while (module.find()) {
          assertTrue(files.containsKey(module.group(1)), () -> file.getKey() + module.group());
        }
      }
    }
    var step = text(files.get("lessons/races/2.html"));
    assertTrue(step.contains("<script type=\"application/json\">"), step);
    assertTrue(step.contains("You said: yes. The answer: yes."), step);
    assertFalse(step.contains(" align="), "obsolete");
  }

  private static void linksOf(String from, String page, Map<String, byte[]> files) {
    var link = LINK.matcher(page);
    while (link.find()) {
      var path = link.group("path");
      assertFalse(path.startsWith("/"), () -> from + " has " + link.group());
      var to =
          path.isEmpty()
              ? from
              : Path.of(from).resolveSibling(path).normalize().toString().replace('\\', '/');
      assertTrue(files.containsKey(to), () -> from + " has " + link.group());
      if (link.group("at") != null) {
        var id = " id=\"" + link.group("at") + "\"";
        assertTrue(text(files.get(to)).contains(id), () -> from + " has " + link.group());
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  @DrawsPictures
  void theSameRunsGiveTheSameFiles(@TempDir Path folder) throws Exception {
    var races = new Book(List.of(new Book(Contents.LESSONS).lesson("races")));
    var step = Book.steps(races.lessons().getFirst()).getFirst();
    var ref = step.experiment().orElseThrow();
    var experiment = ref.experiment();
    var settings = Parameters.of(experiment.parameters(), step.step().settings());
    var result = Run.start(ref.name(), experiment, settings, experiment.plan(), _ -> {}).await();
    Files.writeString(
        folder.resolve("first.json"), ResultJson.write(result, experiment.parameters()));
    var runs = RecordedRuns.read(folder);
    var files = StaticSite.files(races, HERE, runs);
    var again = StaticSite.files(races, HERE, runs);
    assertEquals(files.keySet(), again.keySet());
    files.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    var page = text(files.get("lessons/races/1.html"));
    assertTrue(page.contains("What a run saw"), page);
    assertTrue(page.contains("src=\"1/chart-1-light.svg\""), page);
    assertTrue(text(files.get("lessons/races/1/chart-1-dark.svg")).contains("<svg"));
  }
}

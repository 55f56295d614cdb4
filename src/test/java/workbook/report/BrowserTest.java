package workbook.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import workbook.process.Executables;

/// The pages in a real browser, on a screen as narrow as a phone's: the policy lets their style
/// through and nothing else, and nobody has to scroll sideways. Skipped where there is no Chromium.
@Tag("slow")
class BrowserTest {
  private static final int PHONE = 360;

  /// Looks at the pages from outside: they allow no script themselves.
  private static final String LOOKING =
      """
      <!DOCTYPE html><meta charset="utf-8"><ul></ul><script>
      for (const page of ["student.html", "class.html"]) {
        const frame = document.createElement("iframe");
        frame.width = %d;
        frame.height = 640;
        frame.onload = () => {
          const seen = frame.contentDocument;
          const item = document.createElement("li");
          item.textContent = [
            page,
            "scrolls " + (seen.documentElement.scrollWidth > frame.contentWindow.innerWidth),
            "images " + seen.images.length,
            "scripts " + seen.scripts.length,
            "style " + frame.contentWindow.getComputedStyle(seen.querySelector("main")).maxWidth,
          ].join(", ");
          document.querySelector("ul").append(item);
        };
        frame.src = page;
        document.body.append(frame);
      }
      </script>
      """;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Executables.find(name).stream())
        .findFirst();
  }

  @Test
  void aPhoneShowsThemWholeAndRunsNothing() throws Exception {
    var chromium = chromium();
    assumeTrue(chromium.isPresent(), "there is no Chromium");
    var report = SampleReports.hostile();
    Files.writeString(folder.resolve("student.html"), StudentPage.of(report));
    var page = new ClassPage(List.of());
    page.add(report, "results/7/index.html", _ -> List.of());
    Files.writeString(folder.resolve("class.html"), page.html());
    var looking = Files.writeString(folder.resolve("looking.html"), LOOKING.formatted(PHONE));
    var seen = dumped(chromium.get(), looking);
    for (var name : List.of("student.html", "class.html")) {
      var line = name + ", scrolls false, images 0, scripts 0, style 960px";
      assertTrue(seen.contains("<li>" + line + "</li>"), seen);
    }
  }

  /// The page as the browser has it in the end.
  private String dumped(Path chromium, Path page) throws Exception {
    var builder =
        new ProcessBuilder(
            chromium.toString(),
            "--headless",
            "--no-sandbox", // it shows only our own files, and has no other sandbox in a container
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--allow-file-access-from-files",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=60000",
            "--dump-dom",
            page.toUri().toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().put("HOME", folder.toString());
    var process = builder.start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), UTF_8);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}

package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import workbook.cli.SampleVerdicts;
import workbook.grade.Grader;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.view.DrawsPictures;

/// The book in a browser, asked as a browser would, and as somebody would who has no business here.
@Tag("slow")
final class WebServerTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  private static final Grader.Factory GRADERS =
      SampleVerdicts.of(
          SampleVerdicts.marked(
              SampleVerdicts.pass("greets", 4, "it did"),
              SampleVerdicts.fail("isLoud", 6, "expected <b>loud</b>, saw nothing")));

  @TempDir private Path home;

  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;
  private String site;
  private String cookie;

  @BeforeEach
  void comeIn() throws Exception {
    LearnersFolder.lay(home);
    server =
        WebServer.start(
            new Book(Contents.LESSONS), home, GRADERS, new ProgressLog(home, _ -> {}), 0);
    var address = URI.create(server.address("/"));
    site = "http://" + address.getAuthority();
    var welcome = client.send(HttpRequest.newBuilder(address).build(), text());
    assertEquals(303, welcome.statusCode());
    assertEquals("/", welcome.headers().firstValue("Location").orElse(""));
    var set = welcome.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(set.endsWith("; Path=/; HttpOnly; SameSite=Strict"), set);
    cookie = set.substring(0, set.indexOf(';'));
  }

  @AfterEach
  void leave() {
    server.close();
    client.close();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site + path)).header("Cookie", cookie);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), text());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(
        request(path)
            .header("Origin", site)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        text());
  }

  /// What a run shows when it is over.
  private String ran(String form) throws Exception {
    var started = post("/runs", form);
    assertEquals(201, started.statusCode(), started.body());
    for (var answer = get("/runs/" + started.body()); ; answer = get("/runs/" + started.body())) {
      if (answer.statusCode() != 202) {
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
      }
    }
  }

  @Test
  void strangersAreRefused() throws Exception {
    assertEquals(200, get("/").statusCode());
    for (var cookies : List.of("", cookie + "0", cookie.substring(0, cookie.length() - 1), "a=b")) {
      cookie = cookies;
      var refused = get("/");
      assertEquals(403, refused.statusCode(), cookies);
      assertTrue(refused.body().contains("Open the one that the terminal shows."));
    }
    cookie = "";
    assertEquals(403, get("/?token=").statusCode());
    assertEquals(403, get("/?token=" + "0".repeat(64)).statusCode());
  }

  @Test
  void otherSitesAreRefused() throws Exception {
    var form = HttpRequest.BodyPublishers.ofString("lesson=races&step=2");
    var silent = client.send(request("/runs").POST(form).build(), text());
    assertEquals(403, silent.statusCode());
    for (var origin : List.of("https://example.org", "null", site + "0")) {
      var sent = request("/runs").header("Origin", origin).POST(form).build();
      assertEquals(403, client.send(sent, text()).statusCode(), origin);
    }
    assertTrue(asked("Host: example.org").startsWith("HTTP/1.1 421 "));
    assertTrue(asked("Host: " + site.substring("http://".length())).startsWith("HTTP/1.1 200 "));
  }

  /// The answer to a request with this header, as it comes.
  private String asked(String header) throws IOException {
    var port = URI.create(site).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = "GET / HTTP/1.1\r\n%s\r\nCookie: %s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(header, cookie).getBytes());
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void eachPageIsThereAndSoIsWhateverItLinksTo() throws Exception {
    var toVisit = new ArrayDeque<>(List.of("/"));
    var seen = new HashSet<>(toVisit);
    while (!toVisit.isEmpty()) {
      var path = toVisit.remove();
      var answer = get(path);
      assertEquals(200, answer.statusCode(), path);
      var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
      var found = LINK.matcher(answer.body());
      while (found.find()) {
        if (seen.add(found.group(1))) {
          toVisit.add(found.group(1));
        }
      }
    }
    for (var lesson : Contents.LESSONS) {
      var steps = Book.steps(lesson).size();
      assertTrue(seen.contains("/lessons/" + lesson.name()), seen::toString);
      assertTrue(seen.contains("/lessons/%s/%d".formatted(lesson.name(), steps)), seen::toString);
    }
    for (var nowhere :
        List.of("/lessons/nope", "/lessons/races/0", "/lessons/races/x", "/a/b/c/d")) {
      assertEquals(404, get(nowhere).statusCode(), nowhere);
    }
  }

  @Test
  void aScenarioIsExploredJudgedAndRemembered() throws Exception {
    var shown = ran("lesson=races&step=2&guess=no");
    assertTrue(shown.contains("Not this time."), shown);
    assertTrue(shown.contains("<div class=\"schedule\"><script type=\"application/json\">"), shown);
    assertTrue(shown.contains("\"preempts\":\"T1\""), shown);
    assertEquals(409, post("/games", "program=races/lost-update&schedule=9.1").statusCode());
    assertEquals(404, get("/own").statusCode());
    assertTrue(
        get("/lessons/races").body().contains("Without the barrier</a> <span class=\"done\">"));
    assertTrue(ran("lesson=races&step=2&guess=yes").contains("Right."));
  }

  @Test
  @DrawsPictures
  void anExperimentShowsItsChart() throws Exception {
    var shown = ran("lesson=races&step=1&guess=1,000&set-increments=10");
    assertTrue(shown.contains("your prediction is set aside"), shown);
    assertTrue(shown.contains("asked for 20, counted 10"), shown);
    var chart = LINK.matcher(shown);
    assertTrue(chart.find(), shown);
    for (var theme : List.of("", "?dark")) {
      var picture = get(chart.group(1) + theme);
      assertEquals("image/svg+xml", picture.headers().firstValue("Content-Type").orElse(""));
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var root =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(picture.body())));
      assertEquals("svg", root.getDocumentElement().getTagName());
    }
    assertEquals(404, get("/runs/1/charts/9").statusCode());
    assertEquals(404, get("/runs/9").statusCode());
    assertEquals(404, get("/runs/1/nothing/1").statusCode());
    assertEquals(404, post("/runs/1/nothing", "").statusCode());
  }

  @Test
  void anExerciseIsCheckedWhenItsFileChanges() throws Exception {
    var task = get("/exercises/races/tally");
    assertTrue(task.body().contains("data-exercise=\"races/tally\""), task.body());
    var before = get("/exercises/races/tally/version").body();
    var file = home.resolve("lessons/_03_races/exercise/Tally.java");
    Files.writeString(file, Files.readString(file) + "// mine");
    assertNotEquals(before, get("/exercises/races/tally/version").body());
    var first = post("/exercises/races/tally/hint", "").body();
    assertTrue(first.startsWith("<h2>Hint 1 of "), first);
    assertTrue(post("/exercises/races/tally/hint", "").body().startsWith("<h2>Hint 2 of "));
    var verdict = ran("exercise=races/tally");
    assertTrue(verdict.startsWith("<h2>4 of 10 points</h2>"), verdict);
    assertTrue(verdict.contains("&lt;b&gt;loud&lt;/b&gt;"), verdict);
    assertEquals(404, post("/runs", "exercise=races/nope").statusCode());
    assertEquals(404, get("/exercises/races/nope").statusCode());
  }

  @Test
  void thePageWritesTheLearnersFileAndNoOther() throws Exception {
    var address = "/exercises/races/tally/file";
    var page = get("/exercises/races/tally");
    var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    var nonce = policy.replaceFirst(".*script-src 'self' 'nonce-(\\w+)'.*", "$1");
    assertTrue(page.body().contains("<script type=\"importmap\" nonce=\"" + nonce), page.body());
    assertFalse(get("/exercises/races/tally").body().contains(nonce), "each page has its own");
    var file = home.resolve("lessons/_03_races/exercise/Tally.java");
    var read = get(address);
    assertEquals(Files.readString(file), read.body());
    var version = read.headers().firstValue("Version").orElse("").split(" ")[0];
    var saved = post(address, "text=%2F%2F+mine%0A&version=" + version);
    assertEquals(200, saved.statusCode(), saved.body());
    assertEquals("// mine\n", Files.readString(file));
    assertEquals(get("/exercises/races/tally/version").body(), saved.body());
    assertEquals(409, post(address, "text=x&version=" + version).statusCode());
    assertEquals("// mine\n", Files.readString(file));
    assertEquals(404, post("/exercises/races/nope/file", "text=x&version=gone").statusCode());
    assertEquals(403, get("/exercises/races/tally/solution").statusCode());
    cookie = "";
    assertEquals(403, post(address, "text=x&version=" + version).statusCode());
  }

  @Test
  void anAnswerBeginsAgainAndWhatItWasIsKept() throws Exception {
    var address = "/exercises/races/tally/";
    var page = get("/exercises/races/tally").body();
    assertTrue(page.contains(" href=\"#contract\">Counter</a>"), page);
    var contract = page.substring(page.indexOf("<div id=\"contract\"><p>A running total"));
    assertTrue(contract.contains("not yet been taken by <code>drain</code>."), contract);
    assertTrue(contract.contains("<li>throws <code>IllegalArgumentException</code> if"), contract);
    assertTrue(contract.contains("<code>int highest();</code></pre></div>"), contract);
    var file = home.resolve("lessons/_03_races/exercise/Tally.java");
    var beginning = Files.readString(file);
    Files.writeString(file, "// mine");
    assertEquals(409, post(address + "reset", "version=gone").statusCode());
    assertEquals("// mine", Files.readString(file));
    var version = get(address + "version").body().split(" ")[0];
    var said = post(address + "reset", "version=" + version);
    assertEquals(200, said.statusCode());
    assertTrue(said.body().contains("Your version is kept in "), said.body());
    assertEquals(beginning, Files.readString(file));
    try (var kept = Files.list(home.resolve(".workbook/kept"))) {
      assertEquals("// mine", Files.readString(kept.findFirst().orElseThrow()));
    }
  }

  @Test
  void aPersonIsRefusedByAPageAndAScriptInWords() throws Exception {
    var nowhere = request("/nope");
    assertEquals(
        "There is nothing here. Go back to the list of lessons.",
        client.send(nowhere.build(), text()).body());
    var page = client.send(nowhere.header("Accept", "text/html").build(), text());
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("<h1>There is nothing here."), page.body());
    var again = post("/here/page", "").body();
    assertTrue(again.endsWith("open --port=" + URI.create(site).getPort()), again);
  }

  @Test
  void modulesAndScriptsAreServedAndNothingElseOfTheirJars() throws Exception {
    assertFalse(EditorModules.ADDRESSES.isEmpty());
    for (var module : EditorModules.ADDRESSES) {
      var answer = get(module);
      assertEquals(200, answer.statusCode(), module);
      assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/java"));
      var named = Pattern.compile("(?m)^(?:import|export) .* from ['\"]([^'\"]+)['\"]");
      named
          .matcher(answer.body())
          .results()
          .forEach(
              one ->
                  assertTrue(
                      EditorModules.importMap().contains("\"" + one.group(1) + "\":"),
                      one.group(1)));
      assertEquals(404, get(module.replaceFirst("[^/]+$", "index.cjs")).statusCode());
    }
    for (var nothing : List.of("/package-info.class", "/../web/app.js", "/nope.js", "/_static/")) {
      assertEquals(404, get(nothing).statusCode(), nothing);
    }
    var compressed =
        client.send(
            request("/app.js").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertEquals(get("/app.js").body(), new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatCannotRunIsRefusedInASentence() throws Exception {
    var guess = post("/runs", "lesson=races&step=2&guess=perhaps");
    assertEquals(400, guess.statusCode());
    assertEquals("A prediction is one of: yes; no, not 'perhaps'.", guess.body());
    var setting = post("/runs", "lesson=races&step=1&guess=&set-increments=0");
    assertEquals(400, setting.statusCode());
    assertTrue(setting.body().contains("1 to 100,000"), setting.body());
    assertEquals(404, post("/runs", "lesson=races&step=99").statusCode());
    assertEquals(404, post("/runs", "").statusCode());
    assertEquals(400, post("/runs", "lesson=%zz").statusCode());
    assertEquals(413, post("/runs", "a=" + "b".repeat(1 << 20)).statusCode());
    assertFalse(get("/").body().contains("1 of 12"), "nothing of it counts");
  }

  @Test
  void theLastPageThatCloses() throws Exception {
    assertEquals(200, post("/here/one", "").statusCode());
    assertEquals(200, post("/gone/one", "").statusCode());
    server.awaitLastPage();
  }
}

package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import workbook.Lesson;

/// Every text of the book shows only code that compiles, and its links lead somewhere.
@Tag("fast")
class ReadmesTest {
  private static final List<Path> ROOTS =
      List.of(Path.of("lessons"), Path.of("src"), Path.of("notebooks"), Path.of(".github"));

  private static final Pattern QUOTED = Pattern.compile("<!-- from (\\S+) -->");

  @TestFactory
  Stream<DynamicTest> everyTextKeepsItsWord() throws IOException {
    return texts().stream()
        .map(
            text ->
                dynamicTest(
                    text.toString(), () -> assertEquals(List.of(), faults(text), text.toString())));
  }

  @TestFactory
  Stream<DynamicTest> everyLessonLeadsToTheNextAndToTheMap() {
    var rooms = Contents.LESSONS.stream().map(Lesson::room).toList();
    return rooms.stream()
        .map(
            room ->
                dynamicTest(
                    room,
                    () -> {
                      var last = rooms.getLast().equals(room);
                      var next = last ? "" : rooms.get(rooms.indexOf(room) + 1);
                      var text = Files.readString(Path.of("lessons", room, "README.md"));
                      assertTrue(last || text.contains("(../" + next + "/README.md)"), next);
                      assertTrue(text.contains("(../README.md)"), "the map");
                    }));
  }

  @Test
  void faultsAreFound(@TempDir Path room) throws IOException {
    Files.writeString(room.resolve("Two.java"), "class Two {\n  int one = 1;\n  int two = 2;\n}\n");
    var text =
        Files.writeString(
            room.resolve("README.md"),
            """
            # A title

            <!-- from Two.java -->
            ```java
            int one = 1;
            int two = 2;
            ```

            ```java
            int one = 1;
            ```

            <!-- from Two.java -->
            ```java
            int one = 1;
            int three = 3;
            ```

            <!-- from Three.java -->
            ```java
            int three = 3;
            ```

            ## A step<!-- step: one -->

            [here](#a-title) [step](#a-step) [file](Two.java) [web](https://example.org/)
            [nowhere](#b-title) ![lost](lost.png)
            """);
    assertEquals(
        List.of(
            "a java block without <!-- from FILE --> above it: int one = 1;",
            "Two.java does not contain: int one = 1;",
            "there is no Three.java",
            "no heading for #b-title",
            "no file for lost.png"),
        faults(text));
  }

  private static List<Path> texts() throws IOException {
    var texts = new ArrayList<>(List.of(Path.of("README.md")));
    for (var root : ROOTS) {
      try (var files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(texts::add);
      }
    }
    return texts;
  }

  private static List<String> faults(Path text) throws IOException {
    var faults = new ArrayList<String>();
    read(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals("java")) {
                  faults.addAll(quotationFaults(text, block));
                }
              }

              @Override
              public void visit(Link link) {
                faults.addAll(linkFaults(text, link.getDestination()));
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                faults.addAll(linkFaults(text, image.getDestination()));
              }
            });
    return faults;
  }

  private static List<String> quotationFaults(Path text, FencedCodeBlock block) {
    var quote = stripped(block.getLiteral());
    var from =
        block.getPrevious() instanceof HtmlBlock comment
            ? QUOTED.matcher(comment.getLiteral().strip())
            : QUOTED.matcher("");
    if (!from.matches()) {
      return List.of("a java block without <!-- from FILE --> above it: " + quote.getFirst());
    }
    var source = text.resolveSibling(from.group(1));
    if (!Files.exists(source)) {
      return List.of("there is no " + from.group(1));
    }
    return Collections.indexOfSubList(stripped(contents(source)), quote) >= 0
        ? List.of()
        : List.of(from.group(1) + " does not contain: " + quote.getFirst());
  }

  private static List<String> linkFaults(Path text, String link) {
    if (link.matches("[a-z]+:.*")) {
      return List.of();
    }
    var parts = link.split("#", 2);
    var target = parts[0].isEmpty() ? text : text.resolveSibling(parts[0]);
    if (!Files.exists(target)) {
      return List.of("no file for " + link);
    }
    return parts.length == 1 || anchors(target).contains(parts[1])
        ? List.of()
        : List.of("no heading for " + link);
  }

  /// The names GitHub gives to the headings of a text.
  private static List<String> anchors(Path text) {
    var anchors = new ArrayList<String>();
    read(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                visitChildren(heading);
                var title = TextContentRenderer.builder().build().render(heading);
                anchors.add(
                    title
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'));
              }

              @Override
              public void visit(HtmlInline comment) {
                comment.unlink();
              }
            });
    return anchors;
  }

  private static List<String> stripped(String code) {
    return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Node read(Path text) {
    return Parser.builder().build().parse(contents(text));
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

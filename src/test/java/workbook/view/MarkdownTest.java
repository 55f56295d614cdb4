package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class MarkdownTest {
  @Test
  void headingsParagraphsAndCodeAreApart() {
    assertEquals(
        """
        03 Races
        ━━━━━━━━

        ## Question

        Five threads run `counter++`, *all* at
        **once**.

            int x;

              x++;
        """,
        rendered(
            """
            # 03 Races
            <!-- from X.java -->
            ## Question
            Five threads run `counter++`, *all* at **once**.
            ```java
            int x;

              x++;
            ```
            """));
  }

  @Test
  void wideCodeIsIndentedAsFarAsItFits() {
    assertEquals(
        "   var read = count; // and then we wait\n",
        rendered("```\nvar read = count; // and then we wait\n```"));
  }

  @Test
  void aSentenceWithoutMarksIsOneLineOfWords() {
    assertEquals(
        "What does wait do after one pill?",
        Markdown.unmarked("What does `wait` do after\n*one* pill?"));
  }

  @Test
  void linksAreNumberedAndListedOnce() {
    assertEquals(
        """
        See the map (1), the text (2), the map
        (1).

        (1) README.md
        (2) a.md
        """,
        rendered("See [the map](README.md), [the text](a.md), [the map](README.md)."));
  }

  @Test
  void listsAreIndented() {
    assertEquals(
        """
        • one
        • two is so long that it goes on in the
          next line
          • inner

        3. three
        4. four
        """,
        rendered(
            """
            - one
            - two is so long that it goes on in the next line
              - inner

            3. three
            4. four
            """));
  }

  @Test
  void tablesAreAligned() {
    assertEquals(
        """
          way    lost
          ─────  ───────
          plain  `2,345`
          lock   0
        """,
        rendered(
            """
            | way | lost |
            |---|---:|
            | plain | `2,345` |
            | lock | 0 |
            """));
  }

  @Test
  void coloursReplaceTheSigns() {
    var page = new Page(40, true, true);
    assertEquals(
        "\033[1mloud\033[0m \033[1mwords\033[0m and \033[36mcode\033[0m\n",
        Markdown.terminal("**loud words** and `code`", page));
  }

  @Test
  void anEmptyTextIsEmpty() {
    assertEquals("", rendered(""));
  }

  private static String rendered(String markdown) {
    return Markdown.terminal(markdown, Samples.NARROW);
  }
}

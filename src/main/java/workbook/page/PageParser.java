package workbook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import workbook.Question;

/// Takes a page apart, line by line.
///
/// ````markdown
/// # 03 Races: what's the sum?
///
/// The introduction.
///
/// ## At a barrier<!-- step: barrier, increments=1000 -->
///
/// Text and program.
///
/// **Predict.** What does the counter show?
///
/// - 2,000
/// - 1,000
///
/// <details><summary>What we saw, and why</summary>
///
/// What was seen, and why.
///
/// - *2,000*: What the page says to somebody who chose this.
/// - *1,000*: Right.
///
/// </details>
///
/// ## What you can do now
/// ````
///
/// There's no space before a heading's comment: GitHub would add a hyphen to the heading's name.
/// `<!-- scenario: NAME -->` makes the step a scenario's, and `<!-- explore: NAME, NAME -->` below
/// the folded part names scenarios to explore after an experiment. A question for a number ends in
/// `<!-- number: UNIT, close: 20 % -->` and has no choices; its comments are to *right*, *close*,
/// *too low* and *too high*.
public final class PageParser {
  private static final Pattern HEADING =
      Pattern.compile("## (?<title>.+?)\\s*<!-- (?<kind>step|scenario): (?<what>.+?) -->");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*<!-- number: (?<unit>.*?), close: (?<close>\\d+) % -->");
  private static final Pattern COMMENT = Pattern.compile("- \\*(?<answer>[^*]+)\\*: (?<says>.+)");
  private static final Pattern EXPLORE = Pattern.compile("<!-- explore: (?<ids>.+?) -->");
  private static final String PREDICT = "**Predict.** ";

  private final List<String> lines;
  private int at;

  private PageParser(String markdown) {
    lines = markdown.lines().toList();
  }

  /// Takes a page apart. A page without steps is all introduction.
  ///
  /// @throws MalformedPageException when a step is not whole
  public static LessonPage parse(String markdown) throws MalformedPageException {
    return new PageParser(markdown).page();
  }

  private LessonPage page() throws MalformedPageException {
    if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) {
      throw new MalformedPageException(1, "begin the page with \"# NN Name: the question?\"");
    }
    var title = lines.get(at++).substring(2).strip();
    var introduction = until("## ");
    var steps = new ArrayList<LessonStep>();
    while (at < lines.size() && HEADING.matcher(lines.get(at)).matches()) {
      steps.add(step());
    }
    if (steps.isEmpty()) {
      return new LessonPage(title, introduction + "\n\n" + rest(), steps, "");
    }
    var endingAt = at;
    var ending = rest();
    for (var line = endingAt; line < lines.size(); line++) {
      if (HEADING.matcher(lines.get(line)).matches()) {
        throw new MalformedPageException(
            line + 1, "move this step up: a section without a step ends the row of steps");
      }
    }
    return new LessonPage(title, introduction, steps, ending);
  }

  private LessonStep step() throws MalformedPageException {
    var line = at + 1;
    var heading = HEADING.matcher(lines.get(at++));
    heading.matches();
    var words = heading.group("what").split(",\\s*");
    var settings = new LinkedHashMap<String, String>();
    for (var word : List.of(words).subList(1, words.length)) {
      var sides = word.split("=", 2);
      if (sides.length < 2) {
        throw new MalformedPageException(
            line, "write a setting as NAME=VALUE, not \"" + word + '"');
      }
      settings.put(sides[0].strip(), sides[1].strip());
    }
    var text = until(PREDICT, "## ");
    var question = question(line);
    var comments = new LinkedHashMap<String, String>();
    var reveal = reveal(line, comments);
    var more = until("## ");
    return new LessonStep(
        heading.group("kind").equals("step")
            ? LessonStep.Kind.EXPERIMENT
            : LessonStep.Kind.SCENARIO,
        heading.group("title").strip(),
        words[0],
        settings,
        text,
        question,
        reveal,
        comments,
        more,
        scenarios(more),
        line);
  }

  private static List<String> scenarios(String more) {
    var ids = new ArrayList<String>();
    for (var found = EXPLORE.matcher(more); found.find(); ) {
      ids.addAll(List.of(found.group("ids").split(",\\s*")));
    }
    return ids;
  }

  private Question question(int step) throws MalformedPageException {
    if (at == lines.size() || !lines.get(at).startsWith(PREDICT)) {
      throw new MalformedPageException(
          step, "this step has no question: add a line that begins with \"" + PREDICT + '"');
    }
    var line = at + 1;
    var text = paragraph().substring(PREDICT.length());
    var number = NUMBER.matcher(text);
    if (number.find()) {
      return new Question.Number(
          text.substring(0, number.start()).strip(),
          number.group("unit"),
          Integer.parseInt(number.group("close")));
    }
    skipBlank();
    var choices = new ArrayList<String>();
    while (at < lines.size() && lines.get(at).startsWith("- ")) {
      choices.add(paragraphOfItem().substring(2));
    }
    if (choices.size() < 2) {
      throw new MalformedPageException(
          line, "give the question at least two choices below it, each as \"- choice\"");
    }
    return new Question.Choice(text, choices);
  }

  private String reveal(int step, Map<String, String> comments) throws MalformedPageException {
    skipBlank();
    if (at == lines.size() || !lines.get(at).startsWith("<details>")) {
      throw new MalformedPageException(
          at + 1, "fold the answer away below the choices, between <details> and </details>");
    }
    var opened = ++at;
    var reveal = new StringBuilder();
    while (at < lines.size() && !lines.get(at).equals("</details>")) {
      if (lines.get(at).startsWith("## ")) {
        break;
      }
      if (COMMENT.matcher(lines.get(at)).matches()) {
        var comment = COMMENT.matcher(paragraphOfItem());
        comment.matches();
        comments.put(comment.group("answer"), comment.group("says"));
      } else {
        reveal.append(lines.get(at++)).append('\n');
      }
    }
    if (at == lines.size() || !lines.get(at).equals("</details>")) {
      throw new MalformedPageException(opened, "close this <details> with a line </details>");
    }
    at++;
    if (comments.isEmpty()) {
      throw new MalformedPageException(
          step, "speak to each choice, inside <details>, as \"- *choice*: a sentence\"");
    }
    return reveal.toString().strip();
  }

  /// The lines up to the next blank one, as one.
  private String paragraph() {
    var text = new StringBuilder(lines.get(at++));
    while (at < lines.size() && !lines.get(at).isBlank()) {
      text.append(' ').append(lines.get(at++).strip());
    }
    return text.toString();
  }

  /// An item of a list with the lines that are indented below it, as one.
  private String paragraphOfItem() {
    var text = new StringBuilder(lines.get(at++));
    while (at < lines.size() && lines.get(at).startsWith("  ")) {
      text.append(' ').append(lines.get(at++).strip());
    }
    return text.toString();
  }

  private void skipBlank() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }

  /// The text before the next line outside of code that begins so.
  private String until(String... starts) {
    var text = new StringBuilder();
    var code = false;
    while (at < lines.size()) {
      var line = lines.get(at);
      if (!code && List.of(starts).stream().anyMatch(line::startsWith)) {
        break;
      }
      code ^= line.startsWith("```");
      text.append(line).append('\n');
      at++;
    }
    return text.toString().strip();
  }

  private String rest() {
    return String.join("\n", lines.subList(at, lines.size())).strip();
  }
}

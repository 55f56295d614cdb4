package workbook.web;

import java.util.Optional;
import workbook.Sentences;
import workbook.explore.Verdict;
import workbook.usecase.Book;
import workbook.usecase.PlayScenario;
import workbook.view.HtmlText;
import workbook.view.Page;
import workbook.view.PlayWords;
import workbook.view.VerdictReport;

/// The pages of programs that are explored and played, and what comes of it.
final class ProgramHtml {
  private static final Page TEXT = new Page(100, false, true);

  private ProgramHtml() {}

  /// The page of a program.
  ///
  /// @param next the next level
  static String page(Playable program, Optional<Playable> next) {
    var where =
        switch (program) {
          case Playable.OfBook(Book.ScenarioRef ref) ->
              "<a href=\"/lessons/%s\">%s %s</a>, %s"
                  .formatted(
                      ref.lesson().name(),
                      ref.lesson().number(),
                      ref.lesson().name(),
                      HtmlText.of(ref.id()));
          case Playable.Own _ -> "<a href=\"/own\">Your own programs</a>";
        };
    return SitePage.of(
        program.name(),
        """
        <p class="where">%s</p>
        <h1>%s</h1>
        <form class="runs" data-program="%s">
        <p><button name="act" value="play">Play: be the scheduler</button> \
        <button name="act" value="explore">Explore every schedule</button> \
        <button type="button" class="cancel" hidden>Stop it</button></p>
        <p class="reach" role="status"></p>
        <section class="result" tabindex="-1"></section>
        </form>
        %s
        """
            .formatted(
                where,
                HtmlText.of(program.says()),
                HtmlText.of(program.address()),
                next.map(one -> link(one, "Next level: " + one.says())).orElse("")));
  }

  /// The page of the learner's own file. It's explored at once, and each time it is saved.
  static String own(OwnFile file) {
    return SitePage.of(
        file.name(),
        """
        <h1>%s</h1>
        <form class="runs" data-own="%s">
        <p>Every program in it is explored now, and again each time you save it.</p>
        <p><button name="act" value="explore">Explore it again</button> \
        <button type="button" class="cancel" hidden>Stop it</button></p>
        <p class="reach" role="status"></p>
        <section class="result" tabindex="-1"></section>
        </form>
        """
            .formatted(HtmlText.of(file.name()), HtmlText.of(file.name())));
  }

  /// What every schedule shows.
  static String verdict(Playable program, PlayScenario game) {
    var session = game.session();
    var verdict = session.verdict();
    var html = new StringBuilder();
    if (verdict instanceof Verdict.Fails fails) {
      session.follow(fails.schedule());
      html.append(ResultHtml.trouble(Sentences.of(fails.says())));
      html.append(ScheduleView.of(program, session));
    }
    html.append(
        verdict instanceof Verdict.Fails
            ? "<details><summary>The verdict as text</summary>"
            : "<details open><summary>The verdict as text</summary>");
    var report = VerdictReport.of(program.name(), program.says(), verdict, TEXT);
    html.append("<pre tabindex=\"0\">").append(HtmlText.of(report)).append("</pre></details>");
    return html.toString();
  }

  /// A game that begins.
  static String game(Playable program, PlayScenario game) {
    var whyNot = game.whyNot();
    if (whyNot.isPresent()) {
      return ResultHtml.trouble(whyNot.get());
    }
    var session = game.session();
    return ScheduleView.of(
        ScheduleView.json(program, session).note(game.says() + " " + PlayWords.GOAL));
  }

  static String link(Playable program, String words) {
    return "<p><a class=\"button\" href=\"/play/%s\">%s</a></p>"
        .formatted(HtmlText.of(program.address()), HtmlText.of(words));
  }
}

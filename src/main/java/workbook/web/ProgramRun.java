package workbook.web;

import workbook.explore.SearchWatch;
import workbook.progress.ProgressLog;

/// A program that is explored, or opened for a game.
///
/// Thread-safe.
final class ProgramRun extends PageRun {
  private final Playable program;
  private final boolean plays;
  private final Games games;
  private final SearchWatch watch = new SearchWatch();

  /// @param plays whether the person wants to be the scheduler
  ProgramRun(Playable program, boolean plays, Games games) {
    this.program = program;
    this.plays = plays;
    this.games = games;
  }

  @Override
  String show(String address, ProgressLog log) {
    var game = program.open(watch);
    games.keep(program, game);
    if (plays) {
      return "<h2>Your game</h2>" + ProgramHtml.game(program, game);
    }
    program.explored(log, game.session().verdict());
    return "<h2>What every schedule shows</h2>" + ProgramHtml.verdict(program, game);
  }

  @Override
  void cancel() {
    watch.stop();
  }

  @Override
  String reach() {
    return reach(watch);
  }

  /// How far a search is, in words.
  static String reach(SearchWatch watch) {
    return watch
        .reach()
        .map(reach -> "%,d schedules so far".formatted(reach.runs()))
        .orElse("It runs.");
  }
}

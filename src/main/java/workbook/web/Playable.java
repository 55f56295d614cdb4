package workbook.web;

import workbook.explore.Schedule;
import workbook.explore.SearchWatch;
import workbook.explore.Verdict;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.usecase.OwnProgram;
import workbook.usecase.PlayScenario;

/// A program that can be explored and played on a page.
sealed interface Playable {
  /// The end of its page's address: `races/lost-update`, `own/1`.
  String address();

  /// What to type after `explore` or `play` to get it.
  String name();

  /// What it is about, a sentence.
  String says();

  /// Opens it, whether it can be played or not. Blocks while the explorer searches.
  PlayScenario open(SearchWatch watch);

  /// Opens it without a search.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule does not fit
  PlayScenario at(Schedule schedule);

  /// Notes that it was explored.
  void explored(ProgressLog log, Verdict verdict);

  /// A scenario of the book.
  record OfBook(Book.ScenarioRef ref) implements Playable {
    @Override
    public String address() {
      return ref.name();
    }

    @Override
    public String name() {
      return ref.name();
    }

    @Override
    public String says() {
      return ref.scenario().says();
    }

    @Override
    public PlayScenario open(SearchWatch watch) {
      return PlayScenario.open(ref, watch);
    }

    @Override
    public PlayScenario at(Schedule schedule) {
      return PlayScenario.at(ref, schedule);
    }

    @Override
    public void explored(ProgressLog log, Verdict verdict) {
      new ExploreScenario(log).explored(ref, verdict);
    }
  }

  /// A program of the learner's own.
  ///
  /// @param number which one of its file, from 1
  record Own(OwnProgram program, int number) implements Playable {
    @Override
    public String address() {
      return "own/" + number;
    }

    @Override
    public String name() {
      return program.name();
    }

    @Override
    public String says() {
      return "This is %s.".formatted(program.says());
    }

    @Override
    public PlayScenario open(SearchWatch watch) {
      return PlayScenario.open(program, watch);
    }

    @Override
    public PlayScenario at(Schedule schedule) {
      return PlayScenario.at(program, schedule);
    }

    @Override
    public void explored(ProgressLog log, Verdict verdict) {
      // Only the book's scenarios count for a learner's progress.
    }
  }
}

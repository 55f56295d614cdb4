package workbook.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import workbook.explore.Schedule;
import workbook.json.ScheduleJson;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.PlayScenario;
import workbook.view.PlayWords;

/// The programs that pages play. A page says each time where its game stands, so that it can go on
/// after the server was started again, and two pages can play the same program.
///
/// Thread-safe.
final class Games {
  /// So many programs are kept loaded.
  private static final int KEPT = 4;

  private static final String CHANGED =
      "The program has changed since this schedule was made, so it means nothing any more."
          + " Explore the program again, or play it from the beginning.";

  private final Book book;
  private final Optional<OwnFile> own;
  private final ProgressLog log;
  private final Map<Playable, PlayScenario> kept = new LinkedHashMap<>(); // guarded by this

  Games(Book book, Optional<OwnFile> own, ProgressLog log) {
    this.book = book;
    this.own = own;
    this.log = log;
  }

  /// The program of this address, see [Playable#address]. May block while the compiler works.
  Optional<Playable> find(String address) {
    if (address.startsWith("own/")) {
      var number = BookHtml.number(address.substring("own/".length()), Integer.MAX_VALUE);
      return own.flatMap(file -> number.flatMap(file::program));
    }
    try {
      return Optional.of(book.scenario(address))
          .filter(ref -> ref.name().equals(address))
          .map(Playable.OfBook::new);
    } catch (CommandException unknown) {
      return Optional.empty();
    }
  }

  /// The scenario that follows in the book; empty after the last one.
  Optional<Playable> next(Playable program) {
    var levels = book.scenarios();
    return program instanceof Playable.OfBook(Book.ScenarioRef ref)
        ? levels.stream().skip(levels.indexOf(ref) + 1L).findFirst().map(Playable.OfBook::new)
        : Optional.empty();
  }

  /// Keeps a program that was loaded.
  synchronized void keep(Playable program, PlayScenario game) {
    kept.keySet().removeIf(one -> one.address().equals(program.address()));
    kept.put(program, game);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /// What came of a move, or of another thing that a person can do in a game.
  ///
  /// @param form `program`; where the game stands: `schedule`, and `decisions`, how many of its
  ///   decisions were made, empty for all up to its end; `state` of its files, if known; `act` and
  ///   `option`
  Response answer(Map<String, String> form) {
    var program = find(form.getOrDefault("program", ""));
    if (program.isEmpty()) {
      return Response.says(404, "There is no such program any more. Go back to the lessons.");
    }
    try {
      return Response.of(200, "application/json; charset=utf-8", played(program.get(), form));
    } catch (IllegalArgumentException doesNotFit) {
      return Response.says(409, CHANGED);
    }
  }

  private String played(Playable program, Map<String, String> form) {
    var schedule = Schedule.parse(form.getOrDefault("schedule", ""));
    var game = opened(program, schedule);
    synchronized (game) {
      var session = game.session();
      var decisions = form.getOrDefault("decisions", "");
      if (decisions.isEmpty()) {
        session.follow(schedule);
      } else {
        session.follow(schedule, Integer.parseInt(decisions));
      }
      var state = form.getOrDefault("state", "");
      if (!state.isEmpty() && !state.equals(ScheduleJson.state(session.sources()))) {
        throw new IllegalArgumentException(CHANGED);
      }
      var note = act(game, form);
      return ScheduleView.json(program, session).note(note).toString();
    }
  }

  private synchronized PlayScenario opened(Playable program, Schedule schedule) {
    var game = kept.get(program);
    if (game == null) {
      game = program.at(schedule);
      keep(program, game);
    }
    return game;
  }

  /// Does what the page asks for, and tells what to say; empty for nothing.
  private String act(PlayScenario game, Map<String, String> form) {
    var session = game.session();
    switch (form.getOrDefault("act", "show")) {
      case "move" -> session.move(Integer.parseInt(form.getOrDefault("option", "")));
      case "on" -> session.goOn();
      case "undo" -> session.undo();
      case "restart" -> session.restart();
      case "hint" -> {
        return PlayWords.hint(session);
      }
      case "claim" -> {
        if (game.cannotBeBroken()) {
          game.won(log);
        }
        return PlayWords.judged(session);
      }
      default -> {
        return "";
      }
    }
    if (!session.ended()) {
      return "";
    }
    if (session.broken()) {
      game.won(log);
    }
    return PlayWords.result(session);
  }
}

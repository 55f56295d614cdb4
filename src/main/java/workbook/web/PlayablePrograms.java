package workbook.web;

import java.util.Map;
import java.util.Optional;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;

/// The programs that are explored and played, as pages need them: the book's scenarios, and the
/// learner's own file. Thread-safe.
final class PlayablePrograms {
  private final Optional<OwnFile> own;
  private final Games games;

  PlayablePrograms(Book book, Optional<OwnFile> own, ProgressLog log) {
    this.own = own;
    games = new Games(book, own, log);
  }

  Games games() {
    return games;
  }

  /// The page of a program. Says so where the learner's own file had it, and no longer does.
  ///
  /// @param address see [Playable#address]
  Optional<Response> page(String address) {
    return games
        .find(address)
        .map(program -> Response.html(ProgramHtml.page(program, games.next(program))))
        .or(() -> own.filter(_ -> address.startsWith("own/")).map(PlayablePrograms::noLonger));
  }

  private static Response noLonger(OwnFile file) {
    return Response.says(
        404, "%s has no such program any more. Its page, /own, says why.".formatted(file.name()));
  }

  /// The page of the learner's own file; empty when they have named none.
  Optional<Response> own() {
    return own.map(file -> Response.html(ProgramHtml.own(file)));
  }

  /// A text that is another one when the learner's own file has changed.
  Optional<Response> version() {
    return own.map(file -> Response.says(200, file.version()));
  }

  /// What a page wants to run: `own`, or a `program` to `play` or to explore.
  Optional<PageRun> run(Map<String, String> form) {
    if (form.containsKey("own")) {
      return own.map(file -> new OwnRun(file, games));
    }
    var plays = form.getOrDefault("act", "").equals("play");
    return games
        .find(form.getOrDefault("program", ""))
        .map(program -> new ProgramRun(program, plays, games));
  }
}

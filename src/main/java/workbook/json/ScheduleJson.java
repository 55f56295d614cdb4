package workbook.json;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import workbook.explore.PlaySession;
import workbook.explore.Trace;

/// A run as JSON, for the view that steps through it: its steps, the text of its files, and, where
/// a person can choose, what there was to choose from.
///
/// Not thread-safe.
public final class ScheduleJson {
  /// Of a longer run only its last steps are shown.
  private static final int MOST_STEPS = 5_000;

  private static final String MAIN = "main";

  /// Escapes what would end the element of a page that holds it.
  private static final Gson GSON = new Gson();

  private final JsonObject json = new JsonObject();
  private final int first;

  /// What could be chosen at one place of a run.
  ///
  /// @param decision its number, see [PlaySession.Decision]
  /// @param after how many steps of the trace came before it
  /// @param taken an option; negative when nothing is chosen yet
  /// @param outcome whether it is not about who goes on, but about how a step turns out
  public record Choice(int decision, int after, int taken, boolean outcome, List<Option> options) {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// One of the things that could be chosen.
  ///
  /// @param option its number among the moves
  /// @param says in words
  public record Option(int option, String says) {}

  /// @param sources the text of its files by their path, line by line
  public ScheduleJson(Trace trace, Map<String, List<String>> sources) {
    var all = trace.steps();
    first = Math.max(0, all.size() - MOST_STEPS);
    json.addProperty("first", first);
    json.add("threads", GSON.toJsonTree(trace.threads()));
    var steps = new JsonArray();
    all.subList(first, all.size()).forEach(step -> steps.add(step(step)));
    json.add("steps", steps);
    json.addProperty("end", trace.end().name());
    json.addProperty("ending", trace.ending());
    json.add("facts", GSON.toJsonTree(trace.facts()));
    json.addProperty("schedule", trace.schedule());
    json.add("sources", GSON.toJsonTree(sources));
    json.addProperty("state", state(sources));
  }

  /// Another text for another state of the files.
  public static String state(Map<String, List<String>> sources) {
    return Integer.toHexString(sources.hashCode());
  }

  /// What is empty is left out.
  private static JsonObject step(Trace.Step step) {
    var one = new JsonObject();
    one.addProperty("thread", step.thread());
    one.addProperty("says", step.says());
    one.addProperty("does", step.does());
    add(one, "path", step.path());
    add(one, "source", step.source());
    add(one, "target", step.target());
    add(one, "value", step.value());
    add(one, "becomes", step.becomes());
    add(one, "preempts", step.preempts());
    add(one, "follows", step.follows());
    add(one, "waitsFor", step.waitsFor());
    one.addProperty("line", step.line());
    if (step.stale() > 0) {
      one.addProperty("stale", step.stale());
    }
    if (step.isPaidTurn()) {
      one.addProperty("turn", true);
    }
    if (step.signal()) {
      one.addProperty("signal", true);
    }
    if (!step.wakes().isEmpty()) {
      one.add("wakes", GSON.toJsonTree(step.wakes()));
    }
    if (!step.holds().isEmpty()) {
      one.add("holds", GSON.toJsonTree(step.holds()));
    }
    return one;
  }

  private static void add(JsonObject one, String name, String text) {
    if (!text.isEmpty()) {
      one.addProperty(name, text);
    }
  }

  /// Adds where a person can choose.
  ///
  /// @param program its address on the site
  /// @param choices those that were made, in order, and the next one
  public ScheduleJson game(String program, PlaySession session, List<Choice> choices) {
    json.addProperty("program", program);
    json.addProperty("decisions", session.followed() ? "" : "" + session.decided());
    json.addProperty("made", session.made());
    json.addProperty("forced", session.cost());
    var shown = new JsonArray();
    for (var choice : choices) {
      if (choice.after >= first) {
        var one = GSON.toJsonTree(choice).getAsJsonObject();
        one.addProperty("after", choice.after - first);
        shown.add(one);
      }
    }
    json.add("choices", shown);
    json.add("variables", GSON.toJsonTree(session.variables()));
    var threads = new JsonArray();
    for (var thread : session.threads()) {
      if (session.mainOnlyWaits() && thread.thread().equals(MAIN)) {
        continue;
      }
      var one = new JsonObject();
      one.addProperty("thread", thread.thread());
      one.addProperty("does", thread.does());
      one.addProperty("path", thread.path());
      one.addProperty("line", thread.line());
      one.addProperty("waits", thread.waits());
      one.addProperty("finished", thread.finished());
      threads.add(one);
    }
    json.add("at", threads);
    return this;
  }

  /// Adds something to say to the person.
  public ScheduleJson note(String sentence) {
    json.addProperty("note", sentence);
    return this;
  }

  /// In one line. It may stand in an element of a page as it is.
  @Override
  public String toString() {
    return GSON.toJson(json);
  }
}

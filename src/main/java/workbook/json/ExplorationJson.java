package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import workbook.explore.CallsRun;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Trace;
import workbook.explore.Verdict;

/// What an `explore` found as JSON, as `exploration.schema.json` says: an entry for each program.
///
/// Not thread-safe.
public final class ExplorationJson {
  private static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final int bound;
  private final JsonArray programs = new JsonArray();

  /// @param bound how many preemptions the person allowed each run
  public ExplorationJson(int bound) {
    this.bound = bound;
  }

  /// Adds what a search found out.
  ///
  /// @param name what to type after `explore` to get this program
  /// @param about what it is, one line
  public void add(String name, String about, Verdict verdict) {
    tell(program(name, about), verdict);
  }

  /// Adds what came of comparing calls.
  public void add(String name, String about, LinearizabilityVerdict verdict) {
    var json = program(name, about);
    switch (verdict) {
      case LinearizabilityVerdict.Linearizable holds -> {
        says(json, "holds", holds.says());
        json.addProperty("callPrograms", holds.programs());
        json.addProperty("schedules", holds.schedules());
        json.addProperty("preemptions", holds.preemptions());
        json.addProperty("coverage", "all");
      }
      case LinearizabilityVerdict.NotLinearizable fails -> {
        json.addProperty("calls", fails.calls());
        tell(json, fails.run());
        add(json, fails.trace());
      }
      case LinearizabilityVerdict.Undecided undecided -> {
        json.addProperty("calls", undecided.calls());
        tell(json, undecided.verdict());
      }
    }
  }

  /// Adds one run that was repeated. It has no verdict: other schedules were not looked at.
  public void add(String name, String about, Trace run) {
    var json = program(name, about);
    json.remove("bound");
    json.addProperty("says", run.ending());
    add(json, run);
  }

  /// Adds one run of a program of calls that was repeated.
  public void add(String name, String about, CallsRun run) {
    add(name, about, run.trace());
    programs.get(programs.size() - 1).getAsJsonObject().addProperty("calls", run.calls());
  }

  private JsonObject program(String name, String about) {
    var json = new JsonObject();
    json.addProperty("program", name);
    json.addProperty("about", about);
    json.addProperty("bound", bound);
    programs.add(json);
    return json;
  }

  private static void tell(JsonObject json, Verdict verdict) {
    switch (verdict) {
      case Verdict.Holds holds -> {
        says(json, "holds", holds.says());
        json.addProperty("schedules", holds.schedules());
        json.addProperty("pruned", holds.pruned());
        json.addProperty("preemptions", holds.preemptions());
        json.addProperty("coverage", holds.coverage().name().toLowerCase(Locale.ROOT));
        json.addProperty("seed", holds.seed());
        json.addProperty("chance", holds.chance());
        json.addProperty("delays", holds.delays());
        json.addProperty("depth", holds.depth());
      }
      case Verdict.Fails fails -> {
        says(json, "fails", fails.says());
        json.addProperty("kind", GradingJson.name(fails.kind()));
        json.addProperty("what", fails.what());
        json.addProperty("schedules", fails.schedules());
        json.addProperty("preemptions", fails.preemptions());
        add(json, fails.trace());
      }
      case Verdict.Refused refused -> says(json, "cannot be explored", refused.says());
      case Verdict.TooLong tooLong -> says(json, "too long", tooLong.says());
      case Verdict.NotFinished notFinished -> {
        says(json, "not finished", notFinished.says());
        json.addProperty("schedules", notFinished.schedules());
        json.addProperty("preemptions", notFinished.preemptions());
        json.addProperty("patienceNanos", notFinished.patience().toNanos());
      }
    }
  }

  private static void says(JsonObject json, String verdict, String says) {
    json.addProperty("verdict", verdict);
    json.addProperty("says", says);
  }

  private static void add(JsonObject json, Trace run) {
    json.addProperty("schedule", run.schedule());
    json.add("trace", GSON.toJsonTree(run));
  }

  /// JSON on several lines, ending in a newline.
  @Override
  public String toString() {
    var json = new JsonObject();
    json.addProperty("schemaVersion", VERSION);
    json.add("programs", programs);
    return GSON.toJson(json) + "\n";
  }
}

package _03_races;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.PythonScript;

/// # Does the GIL protect a counter?
///
/// Python's interpreter lock lets one thread at a time run. Can five of them still lose updates?
public final class GilTwin implements Experiment {
  private static final String LOST = "lost updates";
  private static final String LOCKED = "with lock: c += int(1)";

  @Override
  public String id() {
    return "gil-twin";
  }

  @Override
  public String title() {
    return "Does the GIL protect a counter?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        CPython has a global interpreter lock: one thread at a time runs Python code. Five threads \
        add to one counter without a lock of their own. Which loops lose updates?\
        """,
        "none: one thread at a time runs",
        "only those that call something between reading and writing",
        "all, c += 1 too");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 5, 1, 64, "threads"),
        new Parameter.Count("increments", 300_000, 100, 1_000_000, "increments per thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Updates lost in Python", LOST, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var threads = Integer.toString(with.count("threads"));
    var increments = Integer.toString(with.count("increments"));
    var printed = PythonScript.run(GilTwin.class, "gil_twin.py", record, threads, increments);
    if (printed.isEmpty()) {
      return;
    }
    record.fact("interpreter", printed.getFirst());
    var lost = new LinkedHashMap<String, Long>();
    for (var line : printed.subList(1, printed.size())) {
      var cells = line.split("\t");
      var asked = Long.parseLong(cells[1]);
      var counted = Long.parseLong(cells[2]);
      lost.put(cells[0], asked - counted);
      record.sample(LOST, "%", cells[0], 100.0 * (asked - counted) / asked);
      record.said(cells[0], "asked for %,d, counted %,d".formatted(asked, counted));
    }
    record.claim(
        "With a lock of its own, Python loses nothing.",
        lost.get(LOCKED) == 0,
        "%,d updates lost".formatted(lost.get(LOCKED)));
    record.answer(named(lost));
  }

  private static String named(Map<String, Long> lost) {
    if (lost.get("c += 1") > 0) {
      return "all, c += 1 too";
    }
    return lost.values().stream().allMatch(none -> none == 0)
        ? "none: one thread at a time runs"
        : "only those that call something between reading and writing";
  }

  @Override
  public String explanation() {
    return """
    The GIL protects the interpreter's own memory, not your data. It passes from thread to \
    thread *between* bytecodes, and `c += 1` is several: read, add, write.

    Since 3.10 CPython hands the GIL over only at the end of a loop's round and around calls. In \
    `c += 1` there is no such place between reading and writing, so nothing is lost: by \
    accident of this version, not by promise. `int(1)` is a call, `sleep(0)` is one that gives \
    the GIL away on purpose, and both lose. A Python without a GIL loses in every loop.

    So the rule is the same as in Java: what several threads change needs a lock, or a type \
    made for it.
    """;
  }
}

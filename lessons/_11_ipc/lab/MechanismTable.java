package _11_ipc.lab;

import _11_ipc.MechanismType;
import _11_ipc.ProcessPair;
import _11_ipc.Responder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Recorder;

/// Which mechanisms does this machine have, and why?
public final class MechanismTable implements Experiment {
  @Override
  public String id() {
    return "mechanisms";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Twelve mechanisms on this machine"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    record.fact(MechanismFindings.SYSTEM, System.getProperty("os.name"));
    for (var type : MechanismType.values()) {
      var missing = type.mechanism().missing();
      if (missing.isEmpty() && carriesAMessage(type, record)) {
        row(type, MechanismFindings.HERE, MechanismFindings.maker(type), record);
      } else {
        row(type, MechanismFindings.MISSING, missing.orElse("it failed: see the notes"), record);
      }
      record.progress(type.ordinal() + 1, MechanismType.values().length);
    }
  }

  private static void row(MechanismType type, String found, String why, Recorder record) {
    var notes = MechanismFindings.claim(type);
    record.fact(type.says(), "%s: %s (the notes: %s)".formatted(found, why, notes));
    var here = found.equals(MechanismFindings.HERE) ? 1 : 0;
    record.outcome(MechanismFindings.HERE, Expectation.ACCEPTABLE, here, "a message came back");
    record.outcome(MechanismFindings.MISSING, Expectation.ACCEPTABLE, 1 - here, "see the list");
  }

  private static boolean carriesAMessage(MechanismType type, Recorder record)
      throws InterruptedException {
    try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
      var message = ByteBuffer.wrap(type.name().getBytes(StandardCharsets.UTF_8));
      var answer = ByteBuffer.allocate(message.capacity());
      pair.endpoint().send(message.duplicate());
      pair.endpoint().receive(answer);
      return answer.equals(message);
    } catch (IOException failed) {
      record.note("With %s, nothing came back: %s".formatted(type.says(), failed.getMessage()));
      return false;
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return MechanismFindings.of(seen);
  }
}

package workbook.grade.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.explore.Trace;

/// An [TestOutcome] as bytes. By hand, because loading a library that does it takes longer than
/// most tests.
final class TestOutcomeCodec {
  private TestOutcomeCodec() {}

  static void write(TestOutcome outcome, DataOutputStream out) throws IOException {
    switch (outcome) {
      case TestOutcome.Pass(var because) -> write('P', because, out);
      case TestOutcome.Fail(var what, var trace) -> {
        write('F', what, out);
        out.writeBoolean(trace.isPresent());
        if (trace.isPresent()) {
          write(trace.get(), out);
        }
      }
      case TestOutcome.Stuck(var what) -> write('S', what, out);
      case TestOutcome.Resource(var what) -> write('R', what, out);
      case TestOutcome.Inconclusive(var why) -> write('I', why, out);
      case TestOutcome.NotRun(var why) -> write('N', why, out);
    }
  }

  static TestOutcome read(DataInputStream in) throws IOException {
    var kind = in.readByte();
    var text = readText(in);
    return switch (kind) {
      case 'P' -> new TestOutcome.Pass(text);
      case 'F' ->
          new TestOutcome.Fail(
              text, in.readBoolean() ? Optional.of(readTrace(in)) : Optional.empty());
      case 'S' -> new TestOutcome.Stuck(text);
      case 'R' -> new TestOutcome.Resource(text);
      case 'I' -> new TestOutcome.Inconclusive(text);
      case 'N' -> new TestOutcome.NotRun(text);
      default -> throw new IOException("no outcome begins with " + kind);
    };
  }

  private static void write(char kind, String text, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    writeText(text, out);
  }

  private static void write(Trace trace, DataOutputStream out) throws IOException {
    writeTexts(trace.threads(), out);
    out.writeInt(trace.steps().size());
    for (var step : trace.steps()) {
      writeText(step.thread(), out);
      writeText(step.file(), out);
      out.writeInt(step.line());
      writeText(step.source(), out);
      writeText(step.does(), out);
      writeText(step.target(), out);
      writeText(step.arguments(), out);
      writeText(step.value(), out);
      writeText(step.gives(), out);
      writeText(step.becomes(), out);
      out.writeInt(step.stale());
      writeText(step.preempts(), out);
      writeText(step.follows(), out);
      writeText(step.type(), out);
      writeTexts(step.holds(), out);
      writeText(step.waitsFor(), out);
      out.writeBoolean(step.signal());
      writeTexts(step.wakes(), out);
    }
    writeText(trace.end().name(), out);
    writeText(trace.ending(), out);
    writeTexts(trace.facts(), out);
    writeText(trace.schedule(), out);
  }

  private static Trace readTrace(DataInputStream in) throws IOException {
    var threads = readTexts(in);
    var steps = new ArrayList<Trace.Step>();
    for (var left = in.readInt(); left > 0; left--) {
      steps.add(
          new Trace.Step(
              readText(in),
              readText(in),
              in.readInt(),
              readText(in),
              readText(in),
              readText(in),
              readText(in),
              readText(in),
              readText(in),
              readText(in),
              in.readInt(),
              readText(in),
              readText(in),
              readText(in),
              readTexts(in),
              readText(in),
              in.readBoolean(),
              readTexts(in)));
    }
    var end = Trace.End.valueOf(readText(in));
    return new Trace(threads, steps, end, readText(in), readTexts(in), readText(in));
  }

  private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) {
      writeText(text, out);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (var left = in.readInt(); left > 0; left--) {
      texts.add(readText(in));
    }
    return texts;
  }

  /// Of any length, unlike `writeUTF`.
  private static void writeText(String text, DataOutputStream out) throws IOException {
    var bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }
}

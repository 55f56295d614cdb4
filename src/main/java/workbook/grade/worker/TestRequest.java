package workbook.grade.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What the workbook tells the worker JVM, on its standard input: nothing of it is ever on a disk,
/// among arguments or in the environment.
///
/// @param key signs the reports
/// @param submission what to grade
/// @param tests the class of the graded tests
/// @param room the package of the learner's class, for example `_03_races.exercise`
/// @param names the tests to run, in this order
/// @param schedule the only one to explore; empty for all
public record TestRequest(
    byte[] key,
    CompiledSubmission submission,
    String tests,
    String room,
    List<String> names,
    String schedule) {
  public TestRequest {
    names = List.copyOf(names);
  }

  public void write(DataOutputStream out) throws IOException {
    writeBytes(out, key);
    out.writeInt(submission.classes().size());
    for (var file : submission.classes().entrySet()) {
      out.writeUTF(file.getKey());
      writeBytes(out, file.getValue());
    }
    out.writeInt(submission.sources().size());
    for (var source : submission.sources().entrySet()) {
      out.writeUTF(source.getKey());
      writeBytes(out, source.getValue());
    }
    out.writeBoolean(submission.ownMachine());
    out.writeUTF(tests);
    out.writeUTF(room);
    out.writeInt(names.size());
    for (var name : names) {
      out.writeUTF(name);
    }
    out.writeUTF(schedule);
    out.flush();
  }

  static TestRequest read(DataInputStream in) throws IOException {
    var key = readBytes(in);
    var classes = new HashMap<String, byte[]>();
    for (var left = in.readInt(); left > 0; left--) {
      classes.put(in.readUTF(), readBytes(in));
    }
    var sources = new HashMap<String, byte[]>();
    for (var left = in.readInt(); left > 0; left--) {
      sources.put(in.readUTF(), readBytes(in));
    }
    var submission = new CompiledSubmission(classes, sources, in.readBoolean());
    var tests = in.readUTF();
    var room = in.readUTF();
    var names = new ArrayList<String>();
    for (var left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return new TestRequest(key, submission, tests, room, names, in.readUTF());
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}

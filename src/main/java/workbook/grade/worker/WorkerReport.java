package workbook.grade.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A message from the worker JVM to the workbook.
public sealed interface WorkerReport {
  /// A test begins.
  record Began(String test) implements WorkerReport {}

  /// A test is over.
  ///
  /// @param unprinted how many bytes the learner's code printed beyond the first ones, which were
  ///   passed on
  /// @param spoiled whether something of it is left behind, so that this JVM runs no other test
  record Ended(String test, TestOutcome outcome, long unprinted, boolean spoiled)
      implements WorkerReport {}

  /// Where the test is.
  ///
  /// @param method of the learner's that was called and has not ended, for example `Tally.add`;
  ///   empty for none
  /// @param loop of the learner's that it is in, for example `Tally.java:12`; empty for none
  record Where(String method, String loop) implements WorkerReport {}

  /// The learner's code ends the JVM.
  record Leaving() implements WorkerReport {}

  /// All tests ordered are over.
  ///
  /// @param tests how many there were
  record Over(int tests) implements WorkerReport {}

  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Began(var test) -> {
        out.writeByte('B');
        out.writeUTF(test);
      }
      case Ended(var test, var outcome, var unprinted, var spoiled) -> {
        out.writeByte('E');
        out.writeUTF(test);
        TestOutcomeCodec.write(outcome, out);
        out.writeLong(unprinted);
        out.writeBoolean(spoiled);
      }
      case Where(var method, var loop) -> {
        out.writeByte('W');
        out.writeUTF(method);
        out.writeUTF(loop);
      }
      case Leaving() -> out.writeByte('L');
      case Over(var tests) -> {
        out.writeByte('O');
        out.writeInt(tests);
      }
    }
  }

  /// @throws IOException when it is no report
  static WorkerReport read(DataInputStream in) throws IOException {
    var kind = in.readByte();
    return switch (kind) {
      case 'B' -> new Began(in.readUTF());
      case 'E' ->
          new Ended(in.readUTF(), TestOutcomeCodec.read(in), in.readLong(), in.readBoolean());
      case 'W' -> new Where(in.readUTF(), in.readUTF());
      case 'L' -> new Leaving();
      case 'O' -> new Over(in.readInt());
      default -> throw new IOException("no report begins with " + kind);
    };
  }
}

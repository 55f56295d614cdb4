package bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a class that doesn't exist handed in for the exercise Tally. Of ten students, five are
/// right, three are wrong, one is hostile, and one sends something else than an answer. The same
/// number of students is always the same class.
///
/// @param right the worked solution, in the learner's package
/// @param stub what the learner begins with
record SyntheticClass(String right, String stub) {
  /// What students are, and the verdicts they may get.
  enum Kind {
    RIGHT("passed"),
    WRONG("failed"),
    HOSTILE("failed", "rejected"),
    BROKEN("rejected", "missing");

    private final List<String> verdicts;

    Kind(String... verdicts) {
      this.verdicts = List.of(verdicts);
    }

    boolean deserves(String verdict) {
      return verdicts.contains(verdict);
    }

    private static Kind of(int student) {
      return switch (student % 10) {
        case 0, 1, 2, 3, 4 -> RIGHT;
        case 5, 6, 7 -> WRONG;
        case 8 -> HOSTILE;
        default -> BROKEN;
      };
    }
  }

  private static final String ADDS = "    total += amount;\n";

  private static final List<UnaryOperator<String>> MISTAKES =
      List.of(
          text -> text.replace("synchronized ", ""),
          text -> text.replace("synchronized int total", "int total"),
          text -> text.replace("synchronized int drain", "int drain"),
          text -> text.replace("synchronized void", "void"),
          text -> text.replace("Math.max(highest, total)", "total"),
          text -> text.replace("amount < 0", "amount <= 0"),
          text -> text.replace("total = 0;", ""));

  /// What hostile answers do first when they should add.
  private static final List<String> DEEDS =
      List.of(
          "System.exit(0);",
          "Runtime.getRuntime().halt(0);",
          "System.out.println(\"ended twoThreadsAdd pass\"); System.exit(0);",
          "if (true) throw new org.opentest4j.TestAbortedException();",
          "try { new ProcessBuilder(\"sleep\", \"1000\").start(); }"
              + " catch (java.io.IOException e) { throw new IllegalStateException(e); }",
          "try { java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\")); }"
              + " catch (java.io.IOException e) { throw new IllegalStateException(e); }",
          "try { Class.forName(\"_03_races.solution.Tally\"); }"
              + " catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }",
          "var kept = new java.util.ArrayList<byte[]>(); while (true) kept.add(new byte[1 << 20]);",
          "while (true) Thread.ofPlatform().daemon().start(() -> { try { Thread.sleep(1_000_000); }"
              + " catch (InterruptedException e) { } });",
          "try { new java.net.Socket(\"127.0.0.1\", 22); }"
              + " catch (java.io.IOException e) { throw new IllegalStateException(e); }",
          "try { java.nio.file.Files.write(java.io.File.createTempFile(\"full\", \"\").toPath(),"
              + " new byte[80 << 20]); }"
              + " catch (java.io.IOException e) { throw new IllegalStateException(e); }",
          "System.out.println(\"more\".repeat(50_000_000)); System.exit(0);",
          "while (true) { }");

  static SyntheticClass of(Path lessons) throws IOException {
    return new SyntheticClass(
        read(lessons.resolve("_03_races/solution/Tally.java")),
        read(lessons.resolve("_03_races/stub/Tally.java")));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file)
        .replaceFirst("package _03_races\\.\\w+;", "package _03_races.exercise;");
  }

  /// What a student is.
  ///
  /// @param name as [#handIn] has written it
  static Kind kind(String name) {
    return Kind.of(Integer.parseInt(name.substring(1)));
  }

  /// Writes what they handed in.
  ///
  /// @param folder it is made
  /// @param students how many
  /// @param different how many answers differ: the students after these send the same once more
  void handIn(Path folder, int students, int different) throws IOException {
    Files.createDirectories(folder);
    for (var student = 0; student < students; student++) {
      handIn(folder.resolve("s%04d".formatted(student)), student % different);
    }
  }

  private void handIn(Path place, int number) throws IOException {
    var own = "// The answer of student " + number + "\n";
    var round = number / 10;
    switch (Kind.of(number)) {
      case RIGHT -> write(place, (own + right).getBytes(UTF_8));
      case WRONG -> {
        var mistake = MISTAKES.get((number * 3 + round) % MISTAKES.size());
        write(place, (own + mistake.apply(right)).getBytes(UTF_8));
      }
      case HOSTILE -> {
        var deed = "    if (amount >= 0) {\n" + DEEDS.get(round % DEEDS.size()) + "\n    }\n";
        write(place, (own + stub.replace(ADDS, deed + ADDS)).getBytes(UTF_8));
      }
      case BROKEN -> writeBroken(place, own + right, round % 6);
    }
  }

  private static void write(Path folder, byte[] answer) throws IOException {
    Files.write(Files.createDirectories(folder).resolve("Tally.java"), answer);
  }

  private static void writeBroken(Path place, String answer, int how) throws IOException {
    var archive = place.resolveSibling(place.getFileName() + ".zip");
    switch (how) {
      case 0 -> {
        var whole = zip("Tally.java", answer);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 3));
      }
      case 1 -> Files.write(archive, zip("../../Tally.java", answer));
      case 2 -> Files.write(archive, zip("Tally.txt", answer));
      case 3 -> write(place, (answer + "// \u00e4").getBytes(ISO_8859_1));
      case 4 -> write(place, answer.replaceFirst("\\}", "").getBytes(UTF_8));
      default -> write(place, new byte[0]);
    }
  }

  private static byte[] zip(String name, String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}

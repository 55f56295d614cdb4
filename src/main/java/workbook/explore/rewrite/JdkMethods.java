package workbook.explore.rewrite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// The methods of the JDK that code under test may call as they are: they reach no thread, clock,
/// file, network, process, setting, native code or salted order.
///
/// The list for each version of the JDK is made by a scan of its class files and checked in. A line
/// is a class with all its methods, or all but those that follow its name. It is searched, not
/// parsed: a check asks for a few classes.
final class JdkMethods {
  private static final int OLDEST = 25;
  private static final int NEWEST = 99;

  private final int version;
  private final byte[] text;

  /// Read when it is first needed.
  private static final class Holder {
    static final JdkMethods NEAREST = nearest(Runtime.version().feature());
  }

  private JdkMethods(int version, byte[] text) {
    this.version = version;
    this.text = text;
  }

  /// The list for the running JDK, or if there is none, for the nearest one.
  static JdkMethods current() {
    return Holder.NEAREST;
  }

  /// The list for a version of the JDK, or if there is none, for the nearest one: older before
  /// newer.
  static JdkMethods nearest(int version) {
    for (var older = version; older >= OLDEST; older--) {
      if (exists(older)) {
        return read(older);
      }
    }
    for (var newer = version; newer <= NEWEST; newer++) {
      if (exists(newer)) {
        return read(newer);
      }
    }
    throw new IllegalStateException("the list of the JDK's methods is missing from this build");
  }

  private static String file(int version) {
    return "jdk-" + version + ".txt";
  }

  private static boolean exists(int version) {
    return JdkMethods.class.getResource(file(version)) != null;
  }

  private static JdkMethods read(int version) {
    try (var in = JdkMethods.class.getResourceAsStream(file(version))) {
      return new JdkMethods(version, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What to add to a refusal when the list is that of another JDK; else empty.
  String note() {
    return noteFor(Runtime.version().feature());
  }

  String noteFor(int running) {
    return version == running
        ? ""
        : " (judged by the list for JDK %d, because there is none for JDK %d yet)"
            .formatted(version, running);
  }

  /// Whether anything of the class is allowed.
  boolean knows(String owner) {
    return line(owner) != null;
  }

  boolean allows(String owner, String name, String descriptor) {
    var exceptions = line(owner);
    return exceptions != null
        && !exceptions.contains(name)
        && !exceptions.contains(name + descriptor);
  }

  /// What is not allowed of a class; null when nothing is.
  private Set<String> line(String owner) {
    var name = owner.getBytes(StandardCharsets.ISO_8859_1);
    var low = 0;
    var high = text.length;
    while (low < high) {
      var begin = beginOfLine((low + high) >>> 1);
      var order = compare(name, begin);
      if (order == 0) {
        return exceptions(begin + name.length);
      }
      if (order < 0) {
        high = begin;
      } else {
        low = endOfLine(begin) + 1;
      }
    }
    return null;
  }

  private int beginOfLine(int at) {
    var begin = at;
    while (begin > 0 && text[begin - 1] != '\n') {
      begin--;
    }
    return begin;
  }

  private int endOfLine(int at) {
    var end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /// Compares a name with that at the beginning of a line.
  private int compare(byte[] name, int begin) {
    var end = begin;
    while (text[end] > ' ') {
      end++;
    }
    return Arrays.compare(name, 0, name.length, text, begin, end);
  }

  private Set<String> exceptions(int from) {
    var rest = new String(text, from, endOfLine(from) - from, StandardCharsets.ISO_8859_1).strip();
    return rest.isEmpty() ? Set.of() : Set.of(rest.split(" "));
  }
}

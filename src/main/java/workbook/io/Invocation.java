package workbook.io;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;

/// How this person calls the workbook, so that a command that is printed can be pasted where they
/// stand.
public final class Invocation {
  /// What the launcher was called by, for example `target/workbook`.
  private static final String COMMAND = "workbook.command";

  /// The folder of another book than this one, as it was typed.
  private static final String BOOK = "workbook.book";

  /// The folder that holds `target/`.
  private static final String HOME = "workbook.home";

  /// What the texts of the book call the launcher: they are read at the top of the book.
  private static final String IN_TEXTS = "\\btarget/workbook(?![\\w./])";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private Invocation() {}

  /// A command line, for example `target/workbook check tally`.
  ///
  /// @param words the command and its arguments, each as [#quoted] where that is needed
  public static String of(String words) {
    return program() + " " + words;
  }

  /// The words that start the workbook, as they are typed in a shell.
  public static String program() {
    var book = System.getProperty(BOOK);
    return launch() + (book == null ? "" : " --book=" + quoted(book));
  }

  private static String launch() {
    var called = System.getProperty(COMMAND);
    if (called == null) {
      return launcher().map(file -> quoted(DisplayPath.of(file))).orElse("workbook");
    }
    var sh = called.indexOf('/') >= 0 && !WINDOWS && !Files.isExecutable(Path.of(called));
    return (sh ? "sh " : "") + quoted(called);
  }

  /// The launcher that the build made, for a JVM that Maven has started.
  private static Optional<Path> launcher() {
    return Optional.ofNullable(System.getProperty(HOME))
        .map(home -> Path.of(home, "target", WINDOWS ? "workbook.cmd" : "workbook"))
        .filter(Files::isExecutable);
  }

  /// A text of the book with the commands in it as this person types them.
  public static String inText(String markdown) {
    return markdown.replaceAll(IN_TEXTS, Matcher.quoteReplacement(program()));
  }

  /// A word as it is typed in a shell, in quotes where the shell would take it apart.
  public static String quoted(String word) {
    if (WINDOWS) {
      return word.matches("[^\\s&()^;,=!'`%]+") ? word : '"' + word + '"';
    }
    if (!TerminalEncoding.unicode(TerminalEncoding.environment()) && !word.matches("\\p{ASCII}*")) {
      return printf(word);
    }
    return word.matches("[\\p{L}\\p{M}\\p{N}_@%+:,./][\\p{L}\\p{M}\\p{N}_@%+=:,./~-]*")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /// A word that can be typed where letters beyond ASCII cannot.
  private static String printf(String word) {
    var text = new StringBuilder();
    for (var one : word.getBytes(StandardCharsets.UTF_8)) {
      var plain = one > ' ' && one != '\\' && one != '%' && one != '\'' && one < 127;
      text.append(plain ? String.valueOf((char) one) : "\\%03o".formatted(one & 0xff));
    }
    return "\"$(printf '%s')\"".formatted(text);
  }
}

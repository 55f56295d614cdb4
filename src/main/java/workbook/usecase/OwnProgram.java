package workbook.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Sentences;
import workbook.compile.CompiledFiles;
import workbook.explore.EntryPoint;
import workbook.explore.Subject;
import workbook.io.Invocation;

/// A program of a person's own, ready to be explored or played.
///
/// @param name what to type after `explore` or `play` to get this one, options and all
/// @param says what it is, one sentence without its stop: `main of Bank in Bank.java`
public record OwnProgram(String name, String says, Subject subject) {
  /// Bytes of input that a program may be given.
  private static final int MOST_INPUT = 1 << 20;

  /// What a person asked for.
  ///
  /// @param from a Java file, a folder of them, or, with a class path, a class
  /// @param classPath jars and folders of classes, separated as the system does
  /// @param type the class to begin in, where there are several; with its package or without
  /// @param test the test to run; all of them when it is left out
  /// @param args of `main`, separated by spaces; when they are given, it is `main` that is meant
  /// @param input the file that `System.in` reads
  public record Request(
      String from,
      Optional<String> classPath,
      Optional<String> type,
      Optional<String> test,
      Optional<String> args,
      Optional<String> input) {
    /// Whether the words mean somebody's own code, not a scenario of the book.
    public boolean isOwn() {
      return from.endsWith(".java")
          || classPath.isPresent()
          || type.isPresent()
          || test.isPresent()
          || args.isPresent()
          || input.isPresent()
          || !from.isEmpty() && Files.isDirectory(Path.of(from));
    }

    private List<Path> libraries() throws CommandException {
      var paths = new ArrayList<Path>();
      for (var entry : classPath.orElse("").split(java.io.File.pathSeparator)) {
        if (!entry.isEmpty()) {
          if (!Files.exists(Path.of(entry))) {
            throw CommandException.usage(
                "There is no %s, which --class-path names.".formatted(entry));
          }
          paths.add(Path.of(entry));
        }
      }
      return paths;
    }

    private byte[] given() throws CommandException {
      if (input.isEmpty()) {
        return null;
      }
      try (var in = Files.newInputStream(Path.of(input.get()))) {
        var bytes = in.readNBytes(MOST_INPUT + 1);
        if (bytes.length > MOST_INPUT) {
          throw CommandException.usage(
              "%s is larger than %,d bytes. Give the program less to read."
                  .formatted(input.get(), MOST_INPUT));
        }
        return bytes;
      } catch (IOException unreadable) {
        throw CommandException.usage(
            "The file %s, which --input names, cannot be read.".formatted(input.get()));
      }
    }

    /// The words that ask for the same once more.
    public String words() {
      return words(
          type.map(name -> " --class=" + Invocation.quoted(name)).orElse("")
              + test.map(name -> " --test=" + Invocation.quoted(name)).orElse(""));
    }

    /// The words again, with those of a choice added.
    private String words(String choice) {
      var words = new StringBuilder(Invocation.quoted(from));
      classPath.ifPresent(path -> words.append(" --class-path=").append(Invocation.quoted(path)));
      words.append(choice);
      args.ifPresent(list -> words.append(" --main=").append(Invocation.quoted(list)));
      input.ifPresent(file -> words.append(" --input=").append(Invocation.quoted(file)));
      return words.toString();
    }

    private boolean isFile() {
      return from.endsWith(".java") || Files.isDirectory(Path.of(from));
    }

    /// Does nothing where the file or folder is there, or a class is named.
    ///
    /// @throws CommandException when there is no such file
    public void requireFile() throws CommandException {
      if (isFile() && !Files.exists(Path.of(from))) {
        throw CommandException.usage("There is no file %s.".formatted(from));
      }
    }
  }

  /// Compiles what the person named, and finds the programs in it. Blocks while the compiler works,
  /// 20 seconds of processor time at most. Runs nothing.
  ///
  /// @param leftOut takes a sentence for each test that is meant and cannot be explored
  /// @return at least one: the tests of a file, its scenarios, or its `main`
  /// @throws CommandException with one plain sentence when there is none, or nobody can tell which
  /// @throws CompiledFiles.CompilationException when the files cannot be compiled
  public static List<OwnProgram> open(Request request, Consumer<String> leftOut)
      throws CommandException, CompiledFiles.CompilationException, InterruptedException {
    var libraries = request.libraries();
    var input = request.given();
    var from = Path.of(request.from());
    var isFile = request.isFile();
    request.requireFile();
    var files =
        isFile
            ? CompiledFiles.compile(from, libraries)
            : CompiledFiles.loaded(request.from(), libraries);
    var where = isFile ? " in " + request.from() : "";
    var all = all(request, files);
    var out = leftOut(request, files);
    var chosen = chosen(request, all, out);
    if (chosen.getFirst().kind() == EntryPoint.Kind.TEST) {
      out.forEach(leftOut);
    }
    var several = chosen.size() > 1 || !request.type().equals(Optional.empty());
    return chosen.stream()
        .map(
            entry ->
                new OwnProgram(
                    request.words(choice(request, entry, several)),
                    entry + where,
                    entry.subject(files.loader(), words(request), input)))
        .toList();
  }

  private static List<EntryPoint> all(Request request, CompiledFiles files)
      throws CommandException {
    try {
      return EntryPoint.in(files.loader(), files.types());
    } catch (LinkageError missing) {
      throw CommandException.usage(
          "%s needs a class that is not here: %s. If it is in a library, name its jar:"
                  .formatted(request.from(), missing.getMessage().replace('/', '.'))
              + " --class-path=FILE.jar.");
    }
  }

  private static List<String> leftOut(Request request, CompiledFiles files) {
    return EntryPoint.leftOut(files.loader(), files.types()).stream()
        .filter(one -> isMeant(request, one.test()))
        .map(one -> Sentences.end("Left out: %s, which %s".formatted(one.test(), one.why())))
        .toList();
  }

  private static List<String> words(Request request) {
    var args = request.args().orElse("").strip();
    return args.isEmpty() ? List.of() : List.of(args.split("\\s+"));
  }

  private static String choice(Request request, EntryPoint entry, boolean several) {
    var type = several ? " --class=" + entry.simpleType() : "";
    return switch (entry.kind()) {
      case TEST -> type + " --test=" + entry.method();
      case SCENARIO -> type;
      case MAIN -> type + (request.args().isEmpty() && several ? " --main=" : "");
    };
  }

  /// Those that the person means.
  private static List<EntryPoint> chosen(
      Request request, List<EntryPoint> all, List<String> leftOut) throws CommandException {
    var found = all.stream().filter(entry -> isMeant(request, entry)).toList();
    if (found.isEmpty()) {
      throw none(request, all, leftOut);
    }
    var kind = found.getFirst().kind();
    var first = found.stream().filter(entry -> entry.kind() == kind).toList();
    if (kind == EntryPoint.Kind.MAIN && first.size() > 1) {
      throw CommandException.usage(
          "%s has %d classes with a main method: %s. Say which one: --class=%s."
              .formatted(
                  request.from(),
                  first.size(),
                  first.stream().map(EntryPoint::simpleType).collect(Collectors.joining(", ")),
                  first.getFirst().simpleType()));
    }
    return first;
  }

  private static boolean isMeant(Request request, EntryPoint entry) {
    var type = request.type();
    var typed = type.isEmpty() || List.of(entry.type(), entry.simpleType()).contains(type.get());
    return typed
        && (request.test().isEmpty() || request.test().get().equals(entry.method()))
        && (request.args().isEmpty() || entry.kind() == EntryPoint.Kind.MAIN);
  }

  private static CommandException none(
      Request request, List<EntryPoint> all, List<String> leftOut) {
    var nothing =
        "%s has nothing to explore: no main method, no class that implements workbook.Scenario,"
                .formatted(request.from())
            + " and no JUnit Jupiter test that needs neither arguments nor @BeforeAll.";
    var others =
        "%s has no such program. It has %s."
            .formatted(
                request.from(),
                all.stream().map(EntryPoint::toString).collect(Collectors.joining(", ")));
    var says = Stream.concat(Stream.of(all.isEmpty() ? nothing : others), leftOut.stream());
    return CommandException.usage(says.collect(Collectors.joining("\n")));
  }
}

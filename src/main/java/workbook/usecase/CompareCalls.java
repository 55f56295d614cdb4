package workbook.usecase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Sentences;
import workbook.compile.CompiledFiles;
import workbook.explore.Budget;
import workbook.explore.CallsRun;
import workbook.explore.Linearizability;
import workbook.explore.LinearizabilityVerdict;
import workbook.io.Invocation;

/// Compares what several threads get from a person's class with what one thread gets.
///
/// @param contract the interface, or the class itself, in the file of the implementation or beside
///   it; its package may be left out, and the name of its file will do
/// @param implementation the file of the class
/// @param sequential the class that says what each call gives, named likewise; the implementation
///   itself when it is left out
public record CompareCalls(String contract, String implementation, Optional<String> sequential) {
  /// What is compared, a part of a sentence: `calls of Counter in Tally.java`.
  public String says() {
    return "calls of %s in %s".formatted(contract, implementation);
  }

  /// What to type after `explore` to ask this.
  public String words() {
    return "--contract=%s --implementation=%s"
            .formatted(Invocation.quoted(contract), Invocation.quoted(implementation))
        + sequential.map(plain -> " --sequential=" + Invocation.quoted(plain)).orElse("");
  }

  /// Compiles the file and explores small programs of calls. Blocks until the verdict is there.
  ///
  /// @param begins is run once, when all is compiled and found, before the search
  /// @throws CommandException with one plain sentence when something is not there
  /// @throws CompiledFiles.CompilationException when the file cannot be compiled
  public LinearizabilityVerdict verdict(Budget budget, Runnable begins)
      throws CommandException, CompiledFiles.CompilationException, InterruptedException {
    return ask(
        question -> {
          begins.run();
          return question.budget(budget).verdict();
        });
  }

  /// Compiles the file and repeats one run of one program. Blocks until it has ended.
  ///
  /// @throws CommandException with one plain sentence when something is not there, or the schedule
  ///   is of other code
  /// @throws CompiledFiles.CompilationException when the file cannot be compiled
  public CallsRun replay(String schedule)
      throws CommandException, CompiledFiles.CompilationException, InterruptedException {
    return ask(question -> question.replay(schedule));
  }

  private <R> R ask(Function<Linearizability<?>, R> asked)
      throws CommandException, CompiledFiles.CompilationException, InterruptedException {
    if (!Files.exists(Path.of(implementation))) {
      throw CommandException.usage("There is no file %s.".formatted(implementation));
    }
    var contractName = type(contract);
    var plain =
        sequential.isEmpty() ? Optional.<String>empty() : Optional.of(type(sequential.get()));
    var named = Stream.concat(Stream.of(contractName), plain.stream()).toList();
    var files = CompiledFiles.compile(Path.of(implementation), List.of(), named);
    var promised = found(contractName, files);
    try {
      return asked.apply(of(promised, plain, files));
    } catch (IllegalArgumentException cannotAsk) {
      throw CommandException.usage(Sentences.of(cannotAsk.getMessage()));
    }
  }

  /// The class that a name means, or the name of a file beside the implementation.
  private String type(String name) throws CommandException {
    if (!name.endsWith(".java")) {
      return name;
    }
    var file = Path.of(name);
    var folder = Path.of(implementation).toAbsolutePath().normalize().getParent();
    if (file.getParent() != null && !file.toAbsolutePath().normalize().getParent().equals(folder)) {
      throw CommandException.usage("%s is not beside %s.".formatted(name, implementation));
    }
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  private <T> Linearizability<T> of(
      Class<T> promised, Optional<String> sequentialName, CompiledFiles files)
      throws CommandException {
    var question =
        Linearizability.of(promised).implementation(tried(promised, sequentialName, files));
    if (sequentialName.isPresent()) {
      var plain = found(sequentialName.get(), files);
      if (!promised.isAssignableFrom(plain)) {
        throw CommandException.usage(
            "%s does not implement %s.".formatted(sequentialName.get(), promised.getSimpleName()));
      }
      question.sequential(plain.asSubclass(promised));
    }
    return question;
  }

  /// The class of the file that keeps the contract; the first in the alphabet that is not the
  /// sequential one.
  private <T> Class<? extends T> tried(
      Class<T> promised, Optional<String> sequentialName, CompiledFiles files)
      throws CommandException {
    for (var name : files.types()) {
      var type = loaded(name, files).orElseThrow();
      var isPlain = sequentialName.filter(one -> isCalled(name, one)).isPresent();
      if (promised.isAssignableFrom(type) && !type.isInterface() && !isPlain) {
        return type.asSubclass(promised);
      }
    }
    throw CommandException.usage(
        "%s has no class that implements %s.".formatted(implementation, contract));
  }

  /// A class of the file, of its package, or of the class path.
  private Class<?> found(String name, CompiledFiles files) throws CommandException {
    var here = files.types().stream().filter(type -> isCalled(type, name)).findFirst();
    var packages =
        files.types().stream().map(type -> type.replaceFirst("[^.]*$", "")).distinct().toList();
    var candidates =
        here.map(List::of)
            .orElseGet(
                () -> packages.stream().map(before -> before + name).collect(Collectors.toList()));
    for (var candidate : candidates) {
      var type = loaded(candidate, files);
      if (type.isPresent()) {
        return type.get();
      }
    }
    return loaded(name, files)
        .orElseThrow(
            () ->
                CommandException.usage(
                    "There is no %s in %s or beside it.".formatted(name, implementation)));
  }

  private static boolean isCalled(String type, String name) {
    return type.equals(name) || type.replaceFirst("^.*[.$]", "").equals(name);
  }

  private static Optional<Class<?>> loaded(String name, CompiledFiles files) {
    try {
      return Optional.of(Class.forName(name, false, files.loader()));
    } catch (ClassNotFoundException | LinkageError notThere) {
      return Optional.empty();
    }
  }
}

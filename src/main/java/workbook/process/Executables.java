package workbook.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs on the search path of this process.
public final class Executables {
  private Executables() {}

  /// Where a program is that a person could start by typing its name.
  ///
  /// @param program a bare name, for example `strace`
  public static Optional<Path> find(String program) {
    var folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("", ".exe").map(end -> Path.of(folder, program + end)))
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }
}

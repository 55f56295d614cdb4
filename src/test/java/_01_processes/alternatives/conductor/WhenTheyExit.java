package _01_processes.alternatives.conductor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _01_processes.Orchestra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A future for the end of each child, or of its time; one wait for all of them.
public final class WhenTheyExit implements Orchestra {
  @Override
  public List<Ending> conduct(List<List<String>> commands, Duration limitEach)
      throws IOException, InterruptedException {
    if (limitEach.isZero() || limitEach.isNegative()) {
      throw new IllegalArgumentException("limitEach is " + limitEach);
    }
    var folder = Files.createTempDirectory("orchestra");
    var children = new ArrayList<Process>();
    var endings = new ArrayList<CompletableFuture<Ending>>();
    try {
      for (var command : commands) {
        var output = folder.resolve(children.size() + ".output");
        var errors = folder.resolve(children.size() + ".errors");
        var child = start(command, output, errors);
        children.add(child);
        endings.add(ending(child, limitEach, output, errors));
      }
      all(endings).get();
      return endings.stream().map(CompletableFuture::join).toList();
    } catch (ExecutionException unreadable) {
      throw new IOException(unreadable.getCause());
    } finally {
      children.forEach(WhenTheyExit::end);
      all(endings).exceptionally(_ -> null).join(); // nobody reads any more
      delete(folder);
    }
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Ending>> endings) {
    return CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new));
  }

  private static Process start(List<String> command, Path output, Path errors) throws IOException {
    var child =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    child.getOutputStream().close();
    return child;
  }

  private static CompletableFuture<Ending> ending(
      Process child, Duration limit, Path output, Path errors) {
    return child
        .onExit()
        .thenApply(ended -> OptionalInt.of(ended.exitValue()))
        .completeOnTimeout(OptionalInt.empty(), NANOSECONDS.convert(limit), NANOSECONDS)
        .thenApplyAsync(
            exitCode -> {
              end(child);
              return new Ending(read(output), read(errors), exitCode);
            });
  }

  private static void end(Process child) {
    var family = child.descendants().toList();
    child.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    child.onExit().join();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

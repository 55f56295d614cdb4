package workbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import workbook.process.JavaProcess;

/// The workbook as a process of its own, as a person starts it.
public final class StartedProcess {
  final Process process;
  private final CompletableFuture<String> out;
  private final CompletableFuture<String> err;

  /// How a process ended and what it said.
  public record Ended(int code, String out, String err) {}

  private StartedProcess(Process process) {
    this.process = process;
    this.out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
    this.err = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
  }

  private static String all(java.io.InputStream from) {
    try {
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /// Starts the program of [TestBook].
  public static StartedProcess testBook(Path home, Map<String, String> environment, String... args)
      throws IOException {
    var builder = JavaProcess.builder(TestBook.class, args);
    builder.command().addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Dworkbook.home=" + home));
    return of(builder, environment);
  }

  static StartedProcess of(ProcessBuilder builder, Map<String, String> environment)
      throws IOException {
    builder.environment().putAll(environment);
    return new StartedProcess(builder.start());
  }

  /// Gives it all its input and waits for its end.
  public Ended given(String input) throws IOException, InterruptedException {
    try (var to = process.outputWriter(StandardCharsets.UTF_8)) {
      to.write(input);
    } catch (IOException endedWithoutReading) {
      // It may end before it reads what it does not need.
    }
    return ended();
  }

  Ended ended() throws InterruptedException {
    var code = process.waitFor();
    return new Ended(code, out.join(), err.join());
  }
}

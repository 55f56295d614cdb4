package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import workbook.process.JavaProcess;

/// This process, and another that it has started to exchange messages with.
public record ProcessPair(RunFolder folder, Process child, Endpoint endpoint)
    implements AutoCloseable {
  private static final String ERRORS = "errors";

  /// Blocks until both are connected.
  public static ProcessPair start(MechanismType type, Responder.Job job)
      throws IOException, InterruptedException {
    StaleRuns.remove();
    var folder = RunFolder.create();
    Process child = null;
    try {
      type.mechanism().prepare(folder.path());
      child = startChild(type, job, folder);
      return new ProcessPair(folder, child, type.mechanism().parent(folder.path(), child));
    } catch (IOException | InterruptedException refused) {
      if (child != null) {
        end(child);
        refused.addSuppressed(new IOException(Files.readString(folder.path().resolve(ERRORS))));
      }
      folder.close();
      throw refused;
    }
  }

  private static Process startChild(MechanismType type, Responder.Job job, RunFolder folder)
      throws IOException {
    var self = "" + ProcessHandle.current().pid();
    var place = folder.path().toString();
    return JavaProcess.builder(Responder.class, self, type.name(), place, job.name())
        .redirectError(folder.path().resolve(ERRORS).toFile())
        .start();
  }

  private static void end(Process child) {
    child.destroyForcibly();
    child.onExit().completeOnTimeout(child, 1, TimeUnit.MINUTES).join();
  }

  /// Ends the other process by force if it hasn't ended by itself. Blocks until it has.
  @Override
  public void close() throws IOException {
    try (folder;
        endpoint) {
      end(child);
    }
  }
}

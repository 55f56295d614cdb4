package workbook.edition;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The files that the history of a git repository has ever held, also of commits that no branch
/// leads to any more.
public final class GitObjects {
  /// Does something with one file.
  public interface Visitor {
    void visit(String id, byte[] bytes) throws IOException;
  }

  private static final int LARGEST = 64 << 20;

  private GitObjects() {}

  /// Goes through them all. Blocks until that is done.
  ///
  /// @param git the program
  /// @param folder the working folder of the repository
  /// @throws IOException when git fails
  public static void visit(Path git, Path folder, Visitor visitor) throws IOException {
    var program =
        new ProcessBuilder(
                git.toString(),
                "-C",
                folder.toString(),
                "cat-file",
                "--batch-all-objects",
                "--unordered",
                "--buffer",
                "--batch=%(objectname) %(objecttype) %(objectsize)")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var _ = program.getOutputStream();
        var out = new DataInputStream(new BufferedInputStream(program.getInputStream()))) {
      for (var line = line(out); !line.isEmpty(); line = line(out)) {
        var words = line.split(" ");
        var size = Long.parseLong(words[2]);
        if (words[1].equals("blob") && size <= LARGEST) {
          visitor.visit(words[0], out.readNBytes((int) size));
        } else {
          out.skipNBytes(size);
        }
        out.skipNBytes(1);
      }
      if (program.waitFor() != 0) {
        throw new IOException("git cannot read the history of " + folder);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("it was stopped");
    } finally {
      program.destroyForcibly();
    }
  }

  private static String line(DataInputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      line.write(one);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}

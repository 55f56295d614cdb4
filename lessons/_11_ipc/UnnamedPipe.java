package _11_ipc;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Optional;

/// Two pipes that the child inherits: its standard input and its standard output. A pipe without a
/// name is for relatives only.
final class UnnamedPipe implements Mechanism {
  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public void prepare(Path place) {}

  @Override
  public Endpoint parent(Path place, Process child) {
    return new StreamEndpoint(
        Channels.newChannel(child.getInputStream()),
        Channels.newChannel(unbuffered(child.getOutputStream())));
  }

  private static OutputStream unbuffered(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        out.flush();
      }
    };
  }

  @Override
  public Endpoint child(Path place) {
    return new StreamEndpoint(
        new FileInputStream(FileDescriptor.in).getChannel(),
        new FileOutputStream(FileDescriptor.out).getChannel());
  }

  @Override
  public void remove(Path place) {}
}

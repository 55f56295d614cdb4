package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A channel to a real file that asks a [Probe] before each operation.
public class InstrumentedChannel extends FileChannel {
  private final FileChannel file;
  private final Probe probe;

  public InstrumentedChannel(FileChannel file, Probe probe) {
    this.file = file;
    this.probe = probe;
  }

  /// Where a channel can be stopped.
  public interface Probe {
    int GO_ON = -1;

    /// Called before each operation.
    ///
    /// @param operation for example `read`
    /// @param bytes how many it would read or write; 0 when it does neither
    /// @return after how many bytes [#stop] is to be called; [#GO_ON] to do the whole operation
    int before(String operation, int bytes) throws IOException;

    /// Called before an operation, or in its middle. If it returns, the operation is done.
    void stop() throws IOException;
  }

  private interface Operation<T> {
    T run() throws IOException;
  }

  final void ask(String operation) throws IOException {
    if (probe.before(operation, 0) != Probe.GO_ON) {
      probe.stop();
    }
  }

  private <T> T ask(String name, Operation<T> operation) throws IOException {
    ask(name);
    return closedTogether(operation);
  }

  /// An interrupt closes the real channel, and so this one.
  private <T> T closedTogether(Operation<T> operation) throws IOException {
    try {
      return operation.run();
    } catch (ClosedByInterruptException closed) {
      close();
      throw closed;
    }
  }

  private int write(ByteBuffer from, Operation<Integer> write) throws IOException {
    var bytes = from.remaining();
    var end = from.limit();
    var first = probe.before("write", bytes);
    if (first != Probe.GO_ON) {
      from.limit(from.position() + Math.min(first, bytes));
      closedTogether(write);
      from.limit(end);
      probe.stop();
    }
    closedTogether(write);
    return bytes;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return write(from, () -> file.write(from));
  }

  @Override
  public int write(ByteBuffer from, long at) throws IOException {
    var begin = from.position();
    return write(from, () -> file.write(from, at + from.position() - begin));
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    var written = 0L;
    for (var i = offset; i < offset + length; i++) {
      written += write(from[i]);
    }
    return written;
  }

  private int read(ByteBuffer into, Operation<Integer> read) throws IOException {
    var begin = into.position();
    var end = into.limit();
    var first = probe.before("read", into.remaining());
    if (first != Probe.GO_ON) {
      into.limit(Math.min(begin + first, end));
      closedTogether(read);
      into.limit(end);
      probe.stop();
    }
    var last = closedTogether(read);
    return into.position() > begin ? into.position() - begin : last;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return read(into, () -> file.read(into));
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    var begin = into.position();
    return read(into, () -> file.read(into, at + into.position() - begin));
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    return ask("read", () -> file.read(into, offset, length));
  }

  @Override
  public long position() throws IOException {
    return ask("position", file::position);
  }

  @Override
  public FileChannel position(long at) throws IOException {
    ask("position", () -> file.position(at));
    return this;
  }

  @Override
  public long size() throws IOException {
    return ask("size", file::size);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    ask("truncate", () -> file.truncate(size));
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    ask("force");
  }

  @Override
  public FileLock lock(long at, long size, boolean shared) throws IOException {
    ask("lock");
    return file.lock(at, size, shared);
  }

  @Override
  public FileLock tryLock(long at, long size, boolean shared) throws IOException {
    ask("tryLock");
    return file.tryLock(at, size, shared);
  }

  @Override
  public long transferTo(long at, long count, WritableByteChannel into) {
    throw new UnsupportedOperationException("the contract does not allow transferTo");
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) {
    throw new UnsupportedOperationException("the contract does not allow transferFrom");
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long size) {
    throw new UnsupportedOperationException("the contract does not allow map");
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}

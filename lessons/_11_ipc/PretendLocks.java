package _11_ipc;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.List;

/// The locks on one file, of several [PretendProcess]es in this JVM. They follow the rules of
/// `FileChannel.lock` and `tryLock`.
public final class PretendLocks {
  private final List<PretendLock> held = new ArrayList<>();
  private final List<PretendLock> waiting = new ArrayList<>();

  private int heldUp;

  public PretendLocks() {}

  /// A process is held up, or goes on.
  synchronized void holdUp(boolean begins) {
    heldUp += begins ? 1 : -1;
  }

  /// @param waits whether to wait for other processes
  /// @return `null` if another process holds the lock and this one does not wait
  synchronized FileLock acquire(PretendProcess.Channel channel, Region wanted, boolean waits)
      throws IOException {
    var lock = new PretendLock(channel, wanted);
    if (held.stream().anyMatch(lock::isOfSameProcess)
        || waiting.stream().anyMatch(lock::isOfSameProcess)) {
      channel.process().refused(heldUp > 0);
      throw new OverlappingFileLockException();
    }
    if (!waits && isTaken(lock)) {
      channel.process().refused(heldUp > 0);
      return null;
    }
    await(lock);
    held.add(lock);
    return lock;
  }

  private void await(PretendLock lock) throws IOException {
    waiting.add(lock);
    try {
      if (Thread.currentThread().isInterrupted()) {
        throw new FileLockInterruptionException();
      }
      while (isTaken(lock)) {
        wait();
        lock.channel.process().goOnIfAlive();
        if (!lock.channel.isOpen()) {
          throw new ClosedChannelException();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FileLockInterruptionException();
    } finally {
      waiting.remove(lock);
    }
  }

  private boolean isTaken(PretendLock wanted) {
    return held.stream().anyMatch(wanted::excludes);
  }

  /// The channel is closed: its locks are gone.
  synchronized void release(PretendProcess.Channel channel) {
    held.removeIf(lock -> lock.channel == channel);
    notifyAll();
  }

  private synchronized boolean isHeld(PretendLock lock) {
    return held.contains(lock);
  }

  private synchronized void release(PretendLock lock) {
    held.remove(lock);
    notifyAll();
  }

  /// What to lock.
  record Region(long at, long size, boolean shared) {}

  private final class PretendLock extends FileLock {
    private final PretendProcess.Channel channel;

    PretendLock(PretendProcess.Channel channel, Region region) {
      super(channel, region.at, region.size, region.shared);
      this.channel = channel;
    }

    boolean isOfSameProcess(PretendLock other) {
      return channel.process() == other.channel.process() && overlaps(other);
    }

    boolean excludes(PretendLock other) {
      return overlaps(other) && !(isShared() && other.isShared());
    }

    private boolean overlaps(PretendLock other) {
      return overlaps(other.position(), other.size());
    }

    @Override
    public boolean isValid() {
      return channel.isOpen() && isHeld(this);
    }

    @Override
    public void release() throws IOException {
      if (!channel.isOpen()) {
        throw new ClosedChannelException();
      }
      channel.ask("release");
      PretendLocks.this.release(this);
    }
  }
}

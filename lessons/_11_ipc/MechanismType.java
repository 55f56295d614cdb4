package _11_ipc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The ways compared, in the order of the table in the lesson.
public enum MechanismType {
  FILE_LOCK("a file and a lock", new LockedFile()),
  SIGNAL("a signal, and a mapped file", new SignalMechanism()),
  TCP("a TCP socket", new TcpSocket()),
  UNIX_SOCKET("a UNIX socket", new UnixSocket()),
  PIPE("an unnamed pipe", new UnnamedPipe()),
  NAMED_PIPE("a named pipe", new NamedPipe()),
  SEMAPHORE("semaphores, and a mapped file", new SemaphoreMechanism()),
  SHARED_MEMORY("shared memory", new SharedMemory(SpinPause.YIELD)),
  RMI("remote calls", new RemoteCalls()),
  MAPPED_FILE("a mapped file", new MappedFile()),
  MESSAGE_QUEUE("a message queue", new MessageQueueMechanism()),
  MAILBOX("a mailbox of files", new Mailbox());

  private final String says;
  private final Mechanism mechanism;

  MechanismType(String says, Mechanism mechanism) {
    this.says = says;
    this.mechanism = mechanism;
  }

  /// What a learner types, for example `unix-socket`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is, in a few words.
  public String says() {
    return says;
  }

  public Mechanism mechanism() {
    return mechanism;
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(MechanismType::id).toList();
  }

  /// @throws IllegalArgumentException when there is none
  public static MechanismType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

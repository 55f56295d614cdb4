package workbook.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A program in the language of the kernel's packet filters that decides on each system call: allow
/// it, or let it fail with EPERM. See seccomp(2) and `linux/filter.h`.
///
/// What is denied is a list: whatever reaches other processes, the network or the kernel itself. A
/// JVM needs too many others, and new ones in each release.
final class SeccompFilter {
  /// Name, number on x86-64, number on aarch64; 0 where there is no such call (0 itself is never
  /// denied). Denied to everybody.
  private static final String DENIED =
      """
      acct                163   89
      add_key             248  217
      adjtimex            159  171
      bpf                 321  280
      chroot              161   51
      clock_adjtime       305  266
      clock_settime       227  112
      delete_module       176  106
      finit_module        313  273
      fsconfig            431  431
      fsmount             432  432
      fsopen              430  430
      fspick              433  433
      init_module         175  105
      io_uring_enter      426  426
      io_uring_register   427  427
      io_uring_setup      425  425
      ioperm              173    0
      iopl                172    0
      ioprio_set          251   30
      kcmp                312  272
      kexec_file_load     320  294
      kexec_load          246  104
      keyctl              250  219
      mbind               237  235
      migrate_pages       256  238
      mount               165   40
      mount_setattr       442  442
      move_mount          429  429
      move_pages          279  239
      mq_open             240  180
      name_to_handle_at   303  264
      open_by_handle_at   304  265
      open_tree           428  428
      perf_event_open     298  241
      personality         135   92
      pidfd_getfd         438  438
      pidfd_open          434  434
      pidfd_send_signal   424  424
      pivot_root          155   41
      process_madvise     440  440
      process_vm_readv    310  270
      process_vm_writev   311  271
      ptrace              101  117
      quotactl            179   60
      reboot              169  142
      request_key         249  218
      setdomainname       171  162
      sethostname         170  161
      setns               308  268
      settimeofday        164  170
      swapoff             168  225
      swapon              167  224
      syslog              103  116
      umount2             166   39
      unshare             272   97
      userfaultfd         323  282
      vhangup             153   58
      """;

  /// Denied to who has no machine of its own: new programs, signals to others, sockets, and
  /// whatever changes a file without opening it. Landlock does not look at those.
  private static final String DENIED_TO_GUESTS =
      """
      chmod                90    0
      chown                92    0
      execve               59  221
      execveat            322  281
      fchmod               91   52
      fchmodat            268   53
      fchmodat2           452  452
      fchown               93   55
      fchownat            260   54
      fork                 57    0
      fremovexattr        199   16
      fsetxattr           190    7
      futimesat           261    0
      lchown               94    0
      lremovexattr        198   15
      lsetxattr           189    6
      msgget               68  186
      removexattr         197   14
      rt_sigqueueinfo     129  138
      rt_tgsigqueueinfo   297  240
      sched_setaffinity   203  122
      sched_setattr       314  274
      sched_setparam      142  118
      sched_setscheduler  144  119
      semget               64  190
      setpriority         141  140
      setxattr            188    5
      shmat                30  196
      shmget               29  194
      socket               41  198
      tkill               200  130
      utime               132    0
      utimensat           280   88
      utimes              235    0
      vfork                58    0
      """;

  /// kill and tgkill: a signal to itself is a guest's own business.
  private static final List<Numbers> SIGNALS = List.of(new Numbers(62, 129), new Numbers(234, 131));

  /// prlimit64: of another process, it could set a limit that ends it. 0 is who asks.
  private static final Numbers LIMITS = new Numbers(302, 261);

  private static final Numbers CLONE = new Numbers(56, 220);
  private static final Numbers CLONE3 = new Numbers(435, 435);
  private static final Numbers SOCKET = new Numbers(41, 198);

  /// AF_UNIX, AF_INET, AF_INET6, AF_NETLINK: they end where the network of a namespace does.
  private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);

  private static final int CLONE_THREAD = 0x10000;

  /// From here on, x86-64 has the calls of another world once more.
  private static final int X32 = 0x40000000;

  private static final int LOAD = 0x20;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  private static final int ALLOW = 0x7fff0000;
  private static final int END_PROCESS = 0x80000000;
  private static final int FAIL = 0x00050000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;

  /// Of one instruction.
  static final int BYTES = 8;

  private static final int MOST = 4_096;

  private final Architecture architecture;
  private final ByteBuffer program =
      ByteBuffer.allocate(MOST * BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private record Numbers(int x86, int arm) {}

  private SeccompFilter(Architecture architecture) {
    this.architecture = architecture;
  }

  /// The program.
  ///
  /// @param pid the process that it is for
  /// @param ownMachine whether that one is alone with its children, its network and its files
  static byte[] program(Architecture architecture, long pid, boolean ownMachine) {
    var filter = new SeccompFilter(architecture);
    filter.add(LOAD, ARCHITECTURE);
    filter.skip(IF_EQUAL, architecture.audit, 1, 0);
    filter.add(RETURN, END_PROCESS);
    filter.add(LOAD, NUMBER);
    if (architecture == Architecture.X86_64) {
      filter.skip(IF_AT_LEAST, X32, 0, 1);
      filter.add(RETURN, FAIL | ENOSYS);
    }
    filter.deny(DENIED);
    if (ownMachine) {
      filter.denyForOthers(SOCKET, FAMILIES);
    } else {
      filter.deny(DENIED_TO_GUESTS);
      SIGNALS.forEach(call -> filter.denyForOthers(call, List.of((int) pid)));
      filter.denyForOthers(LIMITS, List.of(0, (int) pid));
      filter.denyProcesses();
    }
    filter.add(RETURN, ALLOW);
    return filter.bytes();
  }

  private int number(Numbers numbers) {
    return switch (architecture) {
      case X86_64 -> numbers.x86;
      case AARCH64 -> numbers.arm;
    };
  }

  private void deny(String table) {
    for (var line : table.lines().toList()) {
      var words = line.split(" +");
      var call = number(new Numbers(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
      if (call > 0) {
        skip(IF_EQUAL, call, 0, 1);
        add(RETURN, FAIL | EPERM);
      }
    }
  }

  /// Unless the first argument is one of these.
  private void denyForOthers(Numbers call, List<Integer> own) {
    skip(IF_EQUAL, number(call), 0, own.size() + 3);
    add(LOAD, FIRST_ARGUMENT);
    for (var number : own) {
      skip(IF_EQUAL, number, own.size() - own.indexOf(number), 0);
    }
    add(RETURN, FAIL | EPERM);
    add(LOAD, NUMBER);
  }

  private void denyProcesses() {
    skip(IF_EQUAL, number(CLONE3), 0, 1);
    add(RETURN, FAIL | ENOSYS); // its flags are in memory; the C library then takes clone
    skip(IF_EQUAL, number(CLONE), 0, 4);
    add(LOAD, FIRST_ARGUMENT);
    skip(IF_ANY_BIT, CLONE_THREAD, 1, 0);
    add(RETURN, FAIL | EPERM);
    add(RETURN, ALLOW);
  }

  private void add(int code, int value) {
    instruction(code, 0, 0, value);
  }

  /// @param yes instructions to leave out when it is so
  /// @param no instructions to leave out when it is not
  private void skip(int code, int value, int yes, int no) {
    instruction(code, yes, no, value);
  }

  private void instruction(int code, int yes, int no, int value) {
    program.putShort((short) code).put((byte) yes).put((byte) no).putInt(value);
  }

  private byte[] bytes() {
    var bytes = new byte[program.position()];
    program.flip().get(bytes);
    return bytes;
  }
}

package workbook.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filter's program, run here as the kernel would run it, for either processor.
@Tag("fast")
class SeccompFilterTest {
  private static final int PID = 77;
  private static final int ALLOW = 0x7fff0000;
  private static final int EPERM = 0x00050001;
  private static final int ENOSYS = 0x00050026;
  private static final int END = 0x80000000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          read                      |   0 |  63 |          0 | ALLOW  | ALLOW
          openat                    | 257 |  56 |        -100 | ALLOW  | ALLOW
          mmap                      |   9 | 222 |          0 | ALLOW  | ALLOW
          futex                     | 202 |  98 |          0 | ALLOW  | ALLOW
          a new thread              |  56 | 220 |    0x10f00 | ALLOW  | ALLOW
          a new process             |  56 | 220 |    0x04011 | EPERM  | ALLOW
          clone3                    | 435 | 435 |          0 | ENOSYS | ALLOW
          execve                    |  59 | 221 |          0 | EPERM  | ALLOW
          a signal to itself        |  62 | 129 |         77 | ALLOW  | ALLOW
          a signal to another       |  62 | 129 |         78 | EPERM  | ALLOW
          a signal to its group     |  62 | 129 |          0 | EPERM  | ALLOW
          a signal to all           |  62 | 129 |         -1 | EPERM  | ALLOW
          a signal to its thread    | 234 | 131 |         77 | ALLOW  | ALLOW
          its own limits            | 302 | 261 |          0 | ALLOW  | ALLOW
          the limits of another     | 302 | 261 |         78 | EPERM  | ALLOW
          a socket on the network   |  41 | 198 |          2 | EPERM  | ALLOW
          a socket to the host      |  41 | 198 |         40 | EPERM  | EPERM
          chmod of an open file     |  91 |  52 |          0 | EPERM  | ALLOW
          ptrace                    | 101 | 117 |          0 | EPERM  | EPERM
          io_uring_setup            | 425 | 425 |          0 | EPERM  | EPERM
          process_vm_writev         | 311 | 271 |          0 | EPERM  | EPERM
          mount                     | 165 |  40 |          0 | EPERM  | EPERM
          unshare                   | 272 |  97 |          0 | EPERM  | EPERM
          bpf                       | 321 | 280 |          0 | EPERM  | EPERM
          """)
  void eachCallIsDecided(
      String what, int x86, int arm, String argument, String guest, String ownMachine) {
    var first = Long.decode(argument);
    for (var architecture : Architecture.values()) {
      var call = architecture == Architecture.X86_64 ? x86 : arm;
      var guests = SeccompFilter.program(architecture, PID, false);
      assertEquals(guest, says(run(guests, architecture.audit, call, first)), what);
      var owners = SeccompFilter.program(architecture, PID, true);
      assertEquals(ownMachine, says(run(owners, architecture.audit, call, first)), what);
    }
  }

  @Test
  void anotherProcessorsCallsEndTheProcess() {
    for (var architecture : Architecture.values()) {
      var program = SeccompFilter.program(architecture, PID, false);
      assertEquals("END", says(run(program, 0x40000003, 0, 0)));
    }
  }

  @Test
  void theSecondWorldOfX86IsClosed() {
    var program = SeccompFilter.program(Architecture.X86_64, PID, true);
    assertEquals("ENOSYS", says(run(program, Architecture.X86_64.audit, 0x40000000 + 520, 0)));
  }

  @Test
  void theProgramIsNoLongerThanTheKernelTakes() {
    for (var architecture : Architecture.values()) {
      assertTrue(SeccompFilter.program(architecture, PID, false).length / 8 < 4_096);
    }
  }

  private static String says(int action) {
    return switch (action) {
      case ALLOW -> "ALLOW";
      case EPERM -> "EPERM";
      case ENOSYS -> "ENOSYS";
      case END -> "END";
      default -> Integer.toHexString(action);
    };
  }

  /// See `linux/filter.h`: the five instructions that the filter is made of.
  private static int run(byte[] bytes, int audit, int call, long argument) {
    var data = List.of(call, audit, 0, 0, (int) argument, (int) (argument >> 32));
    var program = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var loaded = 0;
    for (var at = 0; ; at++) {
      var code = program.getShort(8 * at);
      var yes = program.get(8 * at + 2) & 0xff;
      var no = program.get(8 * at + 3) & 0xff;
      var value = program.getInt(8 * at + 4);
      switch (code) {
        case 0x20 -> loaded = data.get(value / 4);
        case 0x06 -> {
          return value;
        }
        case 0x15 -> at += loaded == value ? yes : no;
        case 0x35 -> at += Integer.compareUnsigned(loaded, value) >= 0 ? yes : no;
        case 0x45 -> at += (loaded & value) != 0 ? yes : no;
        default -> throw new AssertionError("no instruction: " + code);
      }
    }
  }
}

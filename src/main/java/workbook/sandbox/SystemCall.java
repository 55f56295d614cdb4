package workbook.sandbox;

/// System calls that a confinement needs, with their numbers in `asm/unistd.h`.
enum SystemCall {
  CLOSE(3, 57),
  GETPID(39, 172),
  GETEUID(107, 175),
  PRCTL(157, 167),
  OPENAT(257, 56),
  SECCOMP(317, 277),
  LANDLOCK_CREATE_RULESET(444, 444),
  LANDLOCK_ADD_RULE(445, 445),
  LANDLOCK_RESTRICT_SELF(446, 446);

  private final int x86;
  private final int arm;

  SystemCall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  int number(Architecture architecture) {
    return switch (architecture) {
      case X86_64 -> x86;
      case AARCH64 -> arm;
    };
  }
}

package _14_memory;

/// How a shared variable is written and read, the weakest way first.
public enum MemoryOrder {
  PLAIN,
  OPAQUE,
  RELEASE_ACQUIRE,
  VOLATILE
}

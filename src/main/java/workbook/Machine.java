package workbook;

/// Facts about the machine a run was made on, without which its figures mean little.
///
/// @param cpu the processor's name
/// @param cores processors available to the JVM
/// @param memoryBytes physical memory in bytes; 0 when unknown
/// @param jdk version and vendor of the Java runtime
/// @param os name and version of the operating system
/// @param load average number of runnable tasks over the last minute before the run; -1 when
///   unknown
public record Machine(
    String cpu, int cores, long memoryBytes, String jdk, String os, double load) {}

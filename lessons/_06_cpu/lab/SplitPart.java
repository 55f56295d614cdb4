package _06_cpu.lab;

/// What one worker did.
///
/// @param steps how many it counted
/// @param ended nanoseconds from the start of all
record SplitPart(long steps, long ended) {}

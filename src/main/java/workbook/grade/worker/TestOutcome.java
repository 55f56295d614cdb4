package workbook.grade.worker;

import java.util.Optional;
import workbook.explore.Trace;

/// How a graded test went.
public sealed interface TestOutcome {
  /// How three faults begin that have nothing to do with what a test is about.
  String NO_THREAD_GOES_ON = "No thread can go on.";

  String THREADS_STAY = "The test is over, but threads that your code started still ";
  String TASKS_STAY = "The test is over, but tasks that your code gave to the common pool still ";

  /// It passed.
  ///
  /// @param because what makes it sure, for example `holds in all 14 schedules with at most 2
  ///   preemptions`; empty for an ordinary test
  record Pass(String because) implements TestOutcome {}

  /// What it asks for does not hold.
  ///
  /// @param what what went wrong: expected and seen
  /// @param trace the failing run, step by step, with the schedule that repeats it; empty for an
  ///   ordinary test
  record Fail(String what, Optional<Trace> trace) implements TestOutcome {}

  /// It did not end, and was ended by force.
  ///
  /// @param what what it was doing
  record Stuck(String what) implements TestOutcome {}

  /// It used up the memory, the stack or the right to print, or ended the JVM.
  ///
  /// @param what what it used up
  record Resource(String what) implements TestOutcome {}

  /// The explorer could not judge it, or not to the end: it neither passed nor failed.
  ///
  /// @param why what the explorer could not follow, or how far it came
  record Inconclusive(String why) implements TestOutcome {}

  /// It was not run, or nobody knows how it went.
  record NotRun(String why) implements TestOutcome {}
}

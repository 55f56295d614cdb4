/// Models: what the code under test gets instead of threads, parking, time and the JDK's internals.
///
/// A model is ordinary sequential code. It keeps its state in plain fields, because one logical
/// thread runs at a time and only stops where the model says so. All it needs is in
/// [workbook.explore.runtime.Kernel]:
///
/// - `decisionPoint(this)`: the decision point of a call that the code under test makes on this
///   model;
/// - `await(WaitCondition.until(kind, object, condition)…)`: waiting; the scheduler evaluates the
///   condition itself, so nobody is woken by hand, and answers how the waiting ended;
/// - `acquire`, `release`, `readAcquire`, `readPlain`, `writePlain`: what a step does to the
///   object, for happens-before and for telling equivalent schedules apart. Every step that reads
///   or changes the state of a model must say so with one of them;
/// - `chooseValue`, `failsSpuriously`: outcomes that are all explored;
/// - `time`, `deadline`: virtual time;
/// - `refuse`: what cannot be judged.
///
/// Written by hand are only the things everything else stands on, and those that may do more than
/// the JDK's own code shows. All other classes of `java.util.concurrent` are the JDK's own code,
/// loaded again by [workbook.explore.rewrite.LibraryLoader] on top of these. The classes named
/// `Internal…` stand in for what that code uses from inside the JDK.
package workbook.explore.model;

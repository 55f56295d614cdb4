/// Every schedule of a small concurrent program: [Explorer] is the door.
///
/// Give it a [Subject] and a [Budget] and it answers with a [Verdict]: all schedules within the
/// bound are right, or here is one that is not, with the [Trace] that shows it.
///
/// ```java
/// switch (Explorer.explore(Subject.named("shop.Seats::twoBuyers"), Budget.DEFAULT)) {
///   case Verdict.Holds holds -> System.out.println(holds.says());
///   case Verdict.Fails fails -> System.out.println(fails.trace());
///   case Verdict.Refused refused -> System.out.println(refused.says());
/// }
/// ```
///
/// `search` goes through the schedules, `runtime` executes one, `rewrite` loads the code under
/// test, `model` stands in for threads and blocking classes. Only this package is meant for others.
package workbook.explore;

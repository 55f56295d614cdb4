package workbook.explore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workbook.explore.search.Engine;

/// A test that is run under every schedule within a bound, and passes if none fails. It fails with
/// an [InconclusiveError] when the explorer cannot say so, because it could not follow the code, or
/// did not get to the end of the search.
///
/// The test class is loaded afresh; each run makes a new instance and calls the methods annotated
/// `@BeforeEach`, the test, and those annotated `@AfterEach`. No agent and no flags are needed.
///
/// ```java
/// @Explore(preemptions = 1)
/// void twoIncrementsAreTwo() throws InterruptedException {
///   var counter = new Counter();
///   var other = new Thread(counter::increment);
///   other.start();
///   counter.increment();
///   other.join();
///   assertEquals(2, counter.value());
/// }
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(ExploreExtension.class)
public @interface Explore {
  /// A configuration parameter of JUnit: a schedule from an earlier report, to run every explored
  /// test under that one only.
  String SCHEDULE = "workbook.explore.schedule";

  /// A configuration parameter of JUnit: seconds to use instead of [#seconds]. As a system property
  /// of the JVM, it is also what [Budget#DEFAULT] has, for machines that are slow or busy.
  String SECONDS = Engine.SECONDS;

  /// The preemption bound, see [Budget#preemptions].
  int preemptions() default 2;

  /// How often, at most, a thread is overtaken in the additional schedules that are run after the
  /// search. In these, each thread in turn is stopped before each of its first steps, up to this
  /// number, until the others give way ([Thread#yield]), wait, or have ended; then before every
  /// second step, and so on to every fifth. So a loop that tries again and again loses far more
  /// often than a preemption bound allows. 0 means that there are no such schedules; otherwise the
  /// search does not go beyond its preemption bound.
  int overtaken() default 0;

  /// Runs before the search turns to sampling.
  int schedules() default 200_000;

  /// Whether samples are enough: the test passes, too, when more schedules are left than the budget
  /// allows, if none of those that were run fails. Otherwise it fails as not finished.
  boolean samples() default false;

  /// Seconds of real time after which the search stops and the test fails as not finished; as many
  /// again for the additional schedules.
  int seconds() default 60;

  /// A schedule from an earlier report, to run that one first; empty for none.
  String schedule() default "";
}

package workbook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test that gives points for an [Exercise]. JUnit's `@DisplayName` beside it says what holds, in
/// the learner's words.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Graded {
  /// How many points it gives; at least 1.
  int points();

  /// What to read when it fails, for example `lesson 03, "Everybody locks"`.
  String read();
}

package book;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A plausible wrong answer to an exercise, and why it must be refused. It is a class in
/// `ROOM.traps.EXERCISE` that implements the exercise's contract under a name of its own.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Trap {
  /// What its author believes, for example `volatile makes ++ safe`.
  String belief();

  /// The graded test that refuses it first: a method of the exercise's test class.
  String fails();

  /// Words of that failure, which tell that it was refused for this reason and no other.
  String saying();
}

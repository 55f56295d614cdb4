package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Scenario;

/// Classes are initialised where the JVM would do it, once in each run, and others wait for it.
@Tag("fast")
final class InitialisersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "newInitialisesAllAbove",
        "aFieldOfTheClassAboveInitialisesOnlyThat",
        "aMethodOfTheClassAboveInitialisesOnlyThat",
        "aFieldOfAnInterfaceInitialisesOnlyThat",
        "constantsArraysAndLiteralsDoNot",
        "aReferenceToAConstructorDoesWhenItIsCalled",
        "argumentsComeAfterNew",
        "forNameDoes",
        "forNameDoesNotWhenTold",
        "everyConstantOfAnEnumIsMade",
        "anEnumIsMadeAfreshInEveryRun",
        "aRecordIsAClass",
        "aFailureIsFinal",
        "aFailureIsToldToAllWhoWaited",
      })
  void itIsInitialisedAsByTheJvm(String program) throws Exception {
    byTheJvm(program);
    var verdict = explore("programs.Initialisers::" + program);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  /// Who initialises which class, and who waits for it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          superclass | initialises Shape and waits for the class Square, which T2 initialises | initialises Square and waits for the class Shape, which T1 initialises
          eachOther  | initialises Chicken and waits for the class Egg, which T2 initialises  | initialises Egg and waits for the class Chicken, which T1 initialises
          joins      | initialises Loader and waits for the end of Thread-0                   | waits for the class Loader, which T1 initialises
          """)
  void aDeadlockInInitialisersIsTold(String pair, String first, String second) {
    var verdict = explore("scenarios.more.StaticInitialisers::" + pair + "Bad");
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
    var facts = fails.facts().stream().map(fact -> fact.replaceFirst("^\\S+ (.*), at .*", "$1"));
    assertEquals(List.of(first, second), facts.toList());
    for (var fact : fails.facts()) {
      assertTrue(fact.contains(", at StaticInitialisers.java"), fact);
    }
    var begins = fails.trace().steps().getFirst();
    assertEquals("T1 initialises", begins.thread() + " " + begins.does(), fails::says);
  }

  /// The class file of such an interface has a method that no line of the source is about.
  @Test
  void aDeadlockInInterfacesIsToldByTheLines() {
    var verdict = explore("programs.EagerInterfaces");
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
    for (var fact : fails.facts()) {
      assertTrue(fact.matches(".*, at EagerInterfaces.java:\\d+"), fact);
    }
  }

  @Test
  void anInitialiserThatNobodyElseNeedsCostsNoSchedules() {
    var with = (Verdict.Holds) explore("programs.Initialisers::usedByOneThread");
    var without = (Verdict.Holds) explore("programs.Initialisers::notUsedAtAll");
    assertEquals(without, with);
  }

  /// Runs the program once, in classes of its own.
  private static void byTheJvm(String program) throws Exception {
    var type = Class.forName("programs.Initialisers", true, new Fresh());
    var made = type.getDeclaredMethod(program);
    made.setAccessible(true);
    var scenario = (Scenario) made.invoke(null);
    for (var body : scenario.bodies()) {
      body.run();
    }
    scenario.check();
  }

  /// Loads the programs again, so that nothing has been initialised yet.
  private static final class Fresh extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("programs.")) {
        return super.loadClass(name, resolve);
      }
      var loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        var bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static Verdict explore(String name) {
    return Explorer.explore(Subject.named(name), Budget.DEFAULT);
  }
}

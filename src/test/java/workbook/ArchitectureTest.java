package workbook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The arrows between the rooms point one way, and each library has one room that knows it.
///
/// ```
/// nouns  <-  json  run  view  notebook  explore  <-  grade  <-  app
///   ^                                     ^
///   +------------- lessons ---------------+     lessons <- book <- app
/// ```
class ArchitectureTest {
  private static final JavaClasses BOOK = besides(Experiment.class);

  private static final DescribedPredicate<JavaClass> LESSONS =
      DescribedPredicate.describe(
          "the lessons", type -> type.getPackageName().matches("_\\d\\d_\\w+(\\..*)?"));

  private static final DescribedPredicate<JavaClass> NOUNS = resideInAPackage("workbook");
  private static final DescribedPredicate<JavaClass> APP = resideInAPackage("workbook.app..");
  private static final DescribedPredicate<JavaClass> CONTENTS = resideInAPackage("book..");

  private static final DescribedPredicate<JavaClass> A_PROGRAM =
      DescribedPredicate.describe(
          "programs of their own",
          type -> type.getMethods().stream().anyMatch(method -> method.getName().equals("main")));

  @Test
  void theBookIsSeenAsAWhole() {
    assertTrue(BOOK.contain(Experiment.class.getName()));
    assertTrue(BOOK.contain("book.Contents"));
    assertTrue(BOOK.stream().anyMatch(LESSONS));
  }

  @Test
  void nounsKnowNoRoom() {
    check(noClasses().that(NOUNS).should().dependOnClassesThat(inside("workbook.*..")));
    check(noClasses().that(NOUNS).should().dependOnClassesThat(LESSONS.or(CONTENTS)));
  }

  @Test
  void lessonsKnowTheNounsAndTheExplorerOnly() {
    var allowed = NOUNS.or(LESSONS).or(resideInAPackage("workbook.explore"));
    check(
        noClasses()
            .that(LESSONS)
            .should()
            .dependOnClassesThat(inside("workbook..", "book..").and(not(allowed))));
  }

  @Test
  void onlyTheAppKnowsTheContents() {
    check(noClasses().that(not(APP.or(CONTENTS))).should().dependOnClassesThat(CONTENTS));
    check(noClasses().that(not(CONTENTS.or(LESSONS))).should().dependOnClassesThat(LESSONS));
  }

  @Test
  void nobodyKnowsTheApp() {
    check(noClasses().that(not(APP)).should().dependOnClassesThat(APP));
  }

  @Test
  void roomsHaveNoCycles() {
    check(slices().matching("workbook.(*)..").should().beFreeOfCycles());
    check(slices().matching("(_*)..").should().beFreeOfCycles());
  }

  @Test
  void everyLibraryHasOneRoom() {
    onlyIn("workbook.view..", "org.jfree..", "javax.swing..", "org.commonmark..");
    onlyIn("workbook.app..", "org.apache.commons.cli..", "org.jline..");
    onlyIn("workbook.json..", "com.google.gson..");
    onlyIn("workbook.notebook..", "jdk.jshell..");
    onlyIn("_10_servers..", "org.HdrHistogram..");
    onlyIn("workbook.grade..", "com.sun.source..", "org.junit.platform..");
  }

  @Test
  void lessonsReturnDataAndNeitherPrintNorDraw() {
    check(noClasses().that(LESSONS).should().dependOnClassesThat(inside("java.awt..")));
    check(
        noClasses()
            .that(LESSONS.and(not(A_PROGRAM)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void onlyProgramsAndTheAppReadStandardInput() {
    check(noClasses().that(not(APP.or(A_PROGRAM))).should().accessField(System.class, "in"));
  }

  @Test
  void experimentsAreMadeAfreshAndKeepNoState() {
    check(
        classes()
            .that()
            .implement(Experiment.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL));
    check(
        fields().that().areDeclaredInClassesThat().implement(Experiment.class).should().beFinal());
  }

  @Test
  void testsDoNotSleepToSynchronise() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Test")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .check(besides(ArchitectureTest.class));
  }

  /// All classes compiled into the same folder as this one.
  private static JavaClasses besides(Class<?> one) {
    return new ClassFileImporter()
        .importUrl(one.getProtectionDomain().getCodeSource().getLocation());
  }

  private static void onlyIn(String room, String... libraries) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(room)
            .should()
            .dependOnClassesThat(inside(libraries)));
  }

  private static DescribedPredicate<JavaClass> inside(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(BOOK);
  }
}

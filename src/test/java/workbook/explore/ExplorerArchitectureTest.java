package workbook.explore;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows inside the explorer, and that nothing inside leaks through its face.
///
/// ```
/// others -> workbook.explore -> search  -> runtime
///                            -> rewrite -> runtime
///                            -> model   -> runtime
/// ```
final class ExplorerArchitectureTest {
  private static final String FACE = "workbook.explore";
  private static final String[] INSIDE = {
    FACE + ".search..", FACE + ".runtime..", FACE + ".model..", FACE + ".rewrite.."
  };

  private static final JavaClasses BOOK =
      new ClassFileImporter()
          .importUrls(
              Stream.of(Explorer.class, ExplorerArchitectureTest.class)
                  .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                  .toList());

  @Test
  void othersKnowTheFaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("workbook.explore..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(INSIDE))
        .check(BOOK);
  }

  @Test
  void theArrowsInsideRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("workbook.explore..")
        .layer("face")
        .definedBy(FACE)
        .layer("search")
        .definedBy(INSIDE[0])
        .layer("runtime")
        .definedBy(INSIDE[1])
        .layer("model")
        .definedBy(INSIDE[2])
        .layer("rewrite")
        .definedBy(INSIDE[3])
        .whereLayer("face")
        .mayOnlyAccessLayers("search", "runtime", "model", "rewrite")
        .whereLayer("search")
        .mayOnlyAccessLayers("runtime")
        .whereLayer("model")
        .mayOnlyAccessLayers("runtime")
        .whereLayer("rewrite")
        .mayOnlyAccessLayers("runtime")
        .whereLayer("runtime")
        .mayNotAccessAnyLayer()
        .check(BOOK);
  }

  @Test
  void publicSignaturesOfTheFaceNameNothingInside() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(FACE)
        .and()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(nameNothingInside())
        .check(BOOK);
  }

  private static ArchCondition<JavaMethod> nameNothingInside() {
    return new ArchCondition<>("name nothing inside the explorer") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .filter(ExplorerArchitectureTest::isInside)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method,
                            method.getFullName()
                                + " shows "
                                + type.getName()
                                + "; give it a type of the face instead, as Schedule is")));
      }
    };
  }

  private static boolean isInside(JavaClass type) {
    return resideInAnyPackage(INSIDE).test(type);
  }
}

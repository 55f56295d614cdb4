package workbook.explore;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing inside the explorer leaks through its face.
@Tag("fast")
class ExplorerFaceTest {
  private static final String FACE = "workbook.explore";
  private static final String[] INSIDE = {
    FACE + ".search..", FACE + ".runtime..", FACE + ".model..", FACE + ".rewrite.."
  };

  private static final JavaClasses BOOK =
      new ClassFileImporter()
          .importUrls(
              Stream.of(Explorer.class, ExplorerFaceTest.class)
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
            .filter(ExplorerFaceTest::isInside)
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

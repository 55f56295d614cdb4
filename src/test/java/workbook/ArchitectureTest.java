package workbook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The code is as `.github/ARCHITECTURE.md` draws it, and the drawing is whole.
@Tag("fast")
class ArchitectureTest {
  private static final JavaClasses BOOK = besides(Experiment.class);
  private static final ArchitecturePage PAGE = ArchitecturePage.read();

  private static final DescribedPredicate<JavaClass> LESSONS =
      DescribedPredicate.describe("the lessons", type -> room(type).equals("lessons"));

  private static final DescribedPredicate<JavaClass> A_PROGRAM =
      DescribedPredicate.describe(
          "programs of their own",
          type -> type.getMethods().stream().anyMatch(method -> method.getName().equals("main")));

  @Test
  void everyRoomStandsOnThePage() {
    assertEquals(
        BOOK.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(PAGE.rooms()),
        "the packages of the code, and the rooms of .github/ARCHITECTURE.md");
  }

  @Test
  void theArrowsAreThoseOfThePage() {
    var measured = arrows();
    var drawn = PAGE.arrows();
    var wrong = new ArrayList<String>();
    measured.forEach(
        (arrow, example) -> {
          if (!drawn.contains(arrow)) {
            wrong.add(
                "%s is not drawn: take the dependency out, or draw it; %s"
                    .formatted(arrow, example.getDescription()));
          }
        });
    for (var arrow : drawn) {
      if (!measured.containsKey(arrow)) {
        wrong.add(arrow + " is drawn, but no class depends so: delete it from the page");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theArrowsPointOneWay() {
    var below = new TreeMap<String, Set<String>>();
    for (var arrow : PAGE.arrows()) {
      below.computeIfAbsent(arrow.from(), _ -> new TreeSet<>()).add(arrow.to());
    }
    for (var room : below.keySet()) {
      var reached = new TreeSet<String>();
      reach(room, below, reached);
      assertFalse(reached.contains(room), "a way leads from %s back to it".formatted(room));
    }
  }

  /// As the page says.
  @Test
  void noArrowPointsUp() {
    var rooms = PAGE.arrows().stream().map(ArchitecturePage.Arrow::from).distinct().toList();
    for (var arrow : PAGE.arrows()) {
      var to = rooms.indexOf(arrow.to());
      assertTrue(to < 0 || to > rooms.indexOf(arrow.from()), arrow + " points up");
    }
  }

  private static void reach(String room, Map<String, Set<String>> below, Set<String> reached) {
    for (var next : below.getOrDefault(room, Set.of())) {
      if (reached.add(next)) {
        reach(next, below, reached);
      }
    }
  }

  @Test
  void everyWalkCanBeGone() {
    assertEquals(3, PAGE.walks().size(), "walks on the page");
    for (var walk : PAGE.walks()) {
      var met = walk.stream().flatMap(List::stream).collect(Collectors.toSet());
      assertTrue(met.size() <= 8, () -> met.size() + " classes are too many: " + met);
      for (var leg : walk) {
        for (var place = 0; place + 1 < leg.size(); place++) {
          var from = type(leg.get(place));
          var to = type(leg.get(place + 1));
          assertTrue(uses(from, to), from.getName() + " does not use " + to.getName());
          assertFalse(uses(to, from), to.getName() + " uses its caller " + from.getName());
        }
      }
    }
  }

  @Test
  void everyClassOnThePageExists() {
    for (var name : PAGE.classes()) {
      type(name);
    }
  }

  private static JavaClass type(String simpleName) {
    var found =
        BOOK.stream()
            .filter(type -> type.getSimpleName().equals(simpleName) && type.isTopLevelClass())
            .toList();
    assertEquals(1, found.size(), () -> "classes called " + simpleName + ": " + found);
    return found.getFirst();
  }

  /// Whether a class, or one nested in it, uses another.
  private static boolean uses(JavaClass from, JavaClass to) {
    return BOOK.stream()
        .filter(type -> outermost(type).equals(outermost(from)))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> outermost(dependency.getTargetClass()).equals(outermost(to)));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  @Test
  void everyLibraryHasItsRooms() {
    PAGE.libraries()
        .forEach(
            (library, rooms) ->
                assertEquals(
                    new TreeSet<>(rooms),
                    usersOf(library),
                    "the rooms that use " + library + ", on the page and in the code"));
  }

  private static Set<String> usersOf(String library) {
    return BOOK.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(
            dependency -> {
              var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
              return target.equals(library) || target.startsWith(library + ".");
            })
        .map(dependency -> room(dependency.getOriginClass()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyLibraryOfTheBuildStandsOnThePage() {
    var unknown =
        BOOK.stream()
            .filter(type -> !LESSONS.test(type))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(type -> !isOurs(type) && !type.isPrimitive())
            .map(JavaClass::getPackageName)
            .filter(name -> !name.matches("(java|javax|jdk|sun|com\\.sun)\\..*"))
            .filter(
                name -> !name.startsWith("org.junit.jupiter") && !name.startsWith("org.opentest"))
            .filter(name -> PAGE.libraries().keySet().stream().noneMatch(name::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unknown, "libraries that the page does not give a room");
  }

  @Test
  void lessonsDependOnEarlierOnesOnly() {
    slices().matching("(_*)..").should().beFreeOfCycles().check(BOOK);
  }

  @Test
  void lessonsReturnDataAndNeitherPrintNorDraw() {
    noClasses()
        .that(LESSONS)
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing.."))
        .check(BOOK);
    noClasses()
        .that(LESSONS.and(DescribedPredicate.not(A_PROGRAM)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(BOOK);
  }

  @Test
  void onlyProgramsAndTheTerminalReadStandardInput() {
    noClasses()
        .that(
            DescribedPredicate.<JavaClass>not(A_PROGRAM)
                .and(DescribedPredicate.not(resideInAnyPackage("workbook.tui"))))
        .should()
        .accessField(System.class, "in")
        .check(BOOK);
  }

  @Test
  void experimentsAreMadeAfreshAndKeepNoState() {
    classes()
        .that()
        .implement(Experiment.class)
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .should()
        .bePublic()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(BOOK);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .implement(Experiment.class)
        .should()
        .beFinal()
        .check(BOOK);
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

  /// Every arrow between two rooms, with a dependency that makes it.
  private static Map<ArchitecturePage.Arrow, Dependency> arrows() {
    var arrows = new TreeMap<ArchitecturePage.Arrow, Dependency>();
    for (var type : BOOK) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass().getBaseComponentType();
        if (isOurs(target) && !room(target).equals(room(type))) {
          arrows.putIfAbsent(new ArchitecturePage.Arrow(room(type), room(target)), dependency);
        }
      }
    }
    return arrows;
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().matches("(workbook|book|_\\d\\d_\\w+)(\\..*)?");
  }

  /// The room of a class, as the page calls it.
  private static String room(JavaClass type) {
    var name = type.getPackageName();
    if (name.startsWith("_")) {
      return "lessons";
    }
    return name.equals("workbook") ? "nouns" : name.replaceFirst("^workbook\\.", "");
  }

  /// All classes compiled into the same folder as this one.
  private static JavaClasses besides(Class<?> one) {
    return new ClassFileImporter()
        .importUrl(one.getProtectionDomain().getCodeSource().getLocation());
  }
}

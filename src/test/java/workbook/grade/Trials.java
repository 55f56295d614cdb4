package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Exercise;
import workbook.grade.mutants.Mutant;
import workbook.grade.mutants.MutantGenerator;
import workbook.grade.worker.CompiledSubmission;
import workbook.grade.worker.TestOutcome;

/// Judges a class of the book as if the learner had written it: its text under the name of the
/// learner's class.
public class Trials implements AutoCloseable {
  /// A search may compute longer than a learner's: it ends after so many steps, and on a slow
  /// machine too the verdict is to say how far it came.
  private static final TestLimits LIMITS =
      new TestLimits(
          TestLimits.DEFAULT.computing(), Duration.ofMinutes(3), TestLimits.DEFAULT.waiting());

  private final AnswerCompiler compiler;
  private final Map<String, CompiledSubmission> compiled;
  private final WorkerPool workers = new WorkerPool(LIMITS, WorkerPool.Use.AGAIN);

  public Trials() {
    this(new AnswerCompiler(), new HashMap<>());
  }

  private Trials(AnswerCompiler compiler, Map<String, CompiledSubmission> compiled) {
    this.compiler = compiler;
    this.compiled = compiled;
  }

  /// The same trials in a fresh JVM, for another thread. To be closed before these are.
  public Trials inFreshJvm() {
    return new Trials(compiler, compiled) {
      @Override
      void closeCompiler() {}
    };
  }

  /// What the graded tests say of a class.
  ///
  /// @param root the source folder
  /// @param type the class, with dots
  public List<TestResult> judge(Exercise exercise, Path root, String type)
      throws IOException, InterruptedException {
    return judge(exercise, compiled(exercise, root, type));
  }

  /// What one of the graded tests says of a class.
  ///
  /// @param test its method
  public List<TestResult> judge(Exercise exercise, Path root, String type, String test)
      throws IOException, InterruptedException {
    var submission = compiled(exercise, root, type);
    var tests =
        TestPlan.read(submission.classes().get(exercise.test())).tests().stream()
            .filter(one -> one.name().equals(test))
            .toList();
    if (tests.isEmpty()) {
      throw new AssertionError(exercise.name() + " has no graded test " + test);
    }
    return workers.run(exercise, submission, tests, "");
  }

  /// What they say of the stub when each of its methods throws [UnsupportedOperationException].
  public List<TestResult> judgeUnwritten(Exercise exercise, Path root)
      throws IOException, InterruptedException {
    var stub = compiled(exercise, root, exercise.stub());
    var unwritten = new HashMap<String, byte[]>();
    stub.classes().forEach((name, bytes) -> unwritten.put(name, unwritten(exercise, name, bytes)));
    return judge(exercise, new CompiledSubmission(unwritten, stub.sources()));
  }

  /// What can be done wrong in a class, one mistake at a time.
  public List<Mutant> mutants(Exercise exercise, Path root, String type)
      throws InterruptedException {
    var whole = compiled(exercise, root, type);
    var classes = new HashMap<>(whole.classes());
    classes.keySet().removeIf(name -> !name.startsWith(room(exercise) + "."));
    var text = whole.sources().get(exercise.type().replace('.', '/') + ".java");
    return new MutantGenerator(classes, new String(text, UTF_8)).mutants();
  }

  /// Runs the graded tests on a class with a mistake in it, until one of them fails.
  ///
  /// @return the result of that one; of the first that could not tell when none fails; empty when
  ///   all pass
  public Optional<TestResult> refusal(Exercise exercise, Path root, String type, Mutant mutant)
      throws IOException, InterruptedException {
    var whole = compiled(exercise, root, type);
    var classes = new HashMap<>(whole.classes());
    classes.put(mutant.type(), mutant.bytes());
    var broken = new CompiledSubmission(classes, whole.sources());
    Optional<TestResult> unclear = Optional.empty();
    for (var test : TestPlan.read(classes.get(exercise.test())).tests()) {
      var result = workers.run(exercise, broken, List.of(test), "").getFirst();
      if (result.outcome() instanceof TestOutcome.Inconclusive) {
        unclear = unclear.or(() -> Optional.of(result));
      } else if (!result.passed()) {
        return Optional.of(result);
      }
    }
    return unclear;
  }

  private List<TestResult> judge(Exercise exercise, CompiledSubmission submission)
      throws IOException, InterruptedException {
    var plan = TestPlan.read(submission.classes().get(exercise.test()));
    return workers.run(exercise, submission, plan.tests(), "");
  }

  private CompiledSubmission compiled(Exercise exercise, Path root, String type)
      throws InterruptedException {
    synchronized (compiled) {
      var known = compiled.get(type);
      if (known == null) {
        known = compiler.compile(exercise, root, type);
        compiled.put(type, known);
      }
      return known;
    }
  }

  private static String room(Exercise exercise) {
    return exercise.room() + ".exercise";
  }

  private static byte[] unwritten(Exercise exercise, String type, byte[] bytes) {
    if (!type.startsWith(room(exercise))) {
      return bytes;
    }
    var empty = MethodTransform.dropping(element -> element instanceof CodeModel);
    var thrown = MethodTransform.endHandler(method -> method.withCode(Trials::throwUnsupported));
    return ClassFile.of()
        .transformClass(
            ClassFile.of().parse(bytes),
            ClassTransform.transformingMethods(Trials::isWritten, empty.andThen(thrown)));
  }

  private static boolean isWritten(MethodModel method) {
    return method.code().isPresent() && !method.methodName().stringValue().startsWith("<");
  }

  private static void throwUnsupported(CodeBuilder code) {
    var type = ClassDesc.of(UnsupportedOperationException.class.getName());
    code.new_(type)
        .dup()
        .invokespecial(type, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void))
        .athrow();
  }

  @Override
  public void close() {
    workers.close();
    closeCompiler();
  }

  void closeCompiler() {
    compiler.close();
  }
}

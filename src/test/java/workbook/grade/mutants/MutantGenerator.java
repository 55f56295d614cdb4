package workbook.grade.mutants;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Plants mistakes in an answer's class files, one at a time.
public final class MutantGenerator {
  private static final List<Operator> OPERATORS =
      Stream.of(
              CallOperators.ALL,
              AtomicOperators.ALL,
              LockOperators.ALL,
              WaitOperators.ALL,
              JumpOperators.ALL,
              NumberOperators.ALL,
              FieldOperators.ALL,
              OrderOperators.ALL)
          .flatMap(List::stream)
          .toList();

  private final Map<String, byte[]> classes;
  private final List<String> source;
  private final ClassFile files;

  /// @param classes of the answer, by names with dots
  /// @param source the answer's text, which the class files were compiled from
  public MutantGenerator(Map<String, byte[]> classes, String source) {
    this.classes = Map.copyOf(classes);
    this.source = source.lines().toList();
    var mine =
        ClassHierarchyResolver.ofResourceParsing(
            type -> {
              var bytes = classes.get(name(type));
              return bytes == null ? null : new ByteArrayInputStream(bytes);
            });
    files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                mine.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static String name(ClassDesc type) {
    var descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  /// All mutants, in the order of the source; no two of them have the same class file.
  public List<Mutant> mutants() {
    return classes.keySet().stream().sorted().flatMap(this::mutants).toList();
  }

  private Stream<Mutant> mutants(String type) {
    var model = files.parse(classes.get(type));
    var found = new ArrayList<Mutant>();
    DeclarationOperators.mutants(type, model, files).forEach(found::add);
    Code.of(model, source)
        .filter(MutantGenerator::isWritten)
        .forEach(
            code ->
                OPERATORS.stream()
                    .flatMap(operator -> operator.edits(code))
                    .filter(edit -> !code.text(edit.at()).startsWith("assert "))
                    .flatMap(edit -> mutant(type, code, edit).stream())
                    .forEach(found::add));
    var seen = new HashSet<String>();
    return found.stream().filter(one -> seen.add(new String(one.bytes(), ISO_8859_1)));
  }

  /// Whether a person wrote it, or the compiler of a lambda's text.
  private static boolean isWritten(Code code) {
    var flags = code.method().flags();
    return !flags.has(AccessFlag.BRIDGE)
        && (!flags.has(AccessFlag.SYNTHETIC) || code.name().startsWith("lambda$"));
  }

  private Optional<Mutant> mutant(String type, Code code, Edit edit) {
    try {
      var bytes = files.transformClass(code.type(), transform(code, edit));
      if (!files.verify(bytes).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Mutant(
              type,
              place(code),
              code.line(edit.at()),
              code.text(edit.at()),
              edit.mistake(),
              bytes));
    } catch (IllegalArgumentException | IllegalStateException notPossible) {
      return Optional.empty(); // it falls off the end, or leaves the stack uneven
    }
  }

  private static String place(Code code) {
    return code.name().startsWith("lambda$") ? code.name().split("\\$")[1] : code.name();
  }

  private static ClassTransform transform(Code code, Edit edit) {
    return ClassTransform.transformingMethods(
        method -> method == code.method(),
        MethodTransform.transformingCode(CodeTransform.ofStateful(() -> new Editor(edit))));
  }

  /// Replaces elements by their place.
  private static final class Editor implements CodeTransform {
    private final Edit edit;
    private int at;

    Editor(Edit edit) {
      this.edit = edit;
    }

    @Override
    public void atStart(CodeBuilder code) {
      edit.first().accept(code);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      var instead = edit.instead().get(at++);
      if (instead != null) {
        instead.accept(code);
      } else if (!(element instanceof LocalVariable || element instanceof LocalVariableType)) {
        code.with(element); // a variable's name would outlive a variable that went
      }
    }
  }

  static boolean isIn(ClassModel type, ClassDesc owner) {
    return type.thisClass().asSymbol().equals(owner);
  }
}

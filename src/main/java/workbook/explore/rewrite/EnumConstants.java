package workbook.explore.rewrite;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

/// The constants of an enum. The JVM remembers which objects they are, so they stay the same in
/// every run, and each run constructs them again.
///
/// For this every constructor has a twin, the method `$construct`, which begins with empty fields.
/// The objects themselves are made once, by a constructor that does nothing.
final class EnumConstants {
  static final String CONSTRUCT = "$construct";
  private static final String ALL = "$constants";
  private static final ClassDesc ENUM = ClassDesc.of("java.lang.Enum");
  private static final MethodTypeDesc NAMED = MethodTypeDesc.of(CD_void, CD_String, CD_int);

  /// The constructor that does nothing is told from the others by its last parameter.
  private static final MethodTypeDesc EMPTY =
      MethodTypeDesc.of(CD_void, CD_String, CD_int, Weaver.HOOKS);

  private final Hierarchy hierarchy;
  private final ClassModel type;
  private final ClassDesc self;
  private int loaded;

  private EnumConstants(Hierarchy hierarchy, ClassModel type) {
    this.hierarchy = hierarchy;
    this.type = type;
    self = type.thisClass().asSymbol();
  }

  /// Those of an enum, or of the class of one constant with a body; null for any other class.
  static EnumConstants of(Hierarchy hierarchy, ClassModel type) {
    return type.flags().has(AccessFlag.ENUM) ? new EnumConstants(hierarchy, type) : null;
  }

  private boolean isConstant() {
    return !parent().equals(ENUM);
  }

  private ClassDesc parent() {
    return type.superclass().orElseThrow().asSymbol();
  }

  /// Adds the constructor that does nothing, and where the constants are kept.
  void addTo(ClassBuilder builder) {
    builder.withMethodBody(
        INIT_NAME,
        EMPTY,
        ClassFile.ACC_SYNTHETIC,
        code -> {
          code.aload(0).aload(1).iload(2);
          if (isConstant()) {
            code.aconst_null().invokespecial(parent(), INIT_NAME, EMPTY);
          } else {
            code.invokespecial(ENUM, INIT_NAME, NAMED);
          }
          code.return_();
        });
    if (!isConstant()) {
      builder.withField(
          ALL,
          self.arrayType(),
          ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
    }
  }

  /// Makes the objects, at the beginning of the JVM's own initialiser.
  void create(CodeBuilder code) {
    if (isConstant()) {
      return;
    }
    var names =
        type.fields().stream()
            .filter(field -> field.flags().has(AccessFlag.ENUM))
            .map(field -> field.fieldName().stringValue())
            .toList();
    var types = types();
    code.loadConstant(names.size()).anewarray(self);
    for (var i = 0; i < names.size(); i++) {
      code.dup().loadConstant(i).new_(types.get(i)).dup();
      code.loadConstant(names.get(i)).loadConstant(i).aconst_null();
      code.invokespecial(types.get(i), INIT_NAME, EMPTY).aastore();
    }
    code.putstatic(self, ALL, self.arrayType());
  }

  /// The class of each constant.
  private List<ClassDesc> types() {
    return Initialisation.initialiser(type)
        .orElseThrow()
        .code()
        .orElseThrow()
        .elementStream()
        .filter(NewObjectInstruction.class::isInstance)
        .map(made -> ((NewObjectInstruction) made).className().asSymbol())
        .filter(this::isOneOfThem)
        .toList();
  }

  /// Whether instances of the class are constants of this enum. Only its initialiser makes them.
  boolean isOneOfThem(ClassDesc made) {
    var text = made.descriptorString();
    return made.equals(self)
        || hierarchy
            .model(text.substring(1, text.length() - 1))
            .flatMap(ClassModel::superclass)
            .filter(parent -> parent.asSymbol().equals(self))
            .isPresent();
  }

  /// In place of `new`: pushes the next constant, which its constructor's twin will fill.
  void load(CodeBuilder code, ClassDesc made) {
    code.getstatic(self, ALL, self.arrayType()).loadConstant(loaded++).aaload().checkcast(made);
  }

  /// In place of the constructor of a constant.
  void construct(CodeBuilder code, InvokeInstruction call) {
    code.invokevirtual(call.owner().asSymbol(), CONSTRUCT, call.typeSymbol());
  }

  /// In the twin of a constructor, in place of `this(…)` or `super(…)`.
  void constructAbove(CodeBuilder code, InvokeInstruction call) {
    if (call.owner().asSymbol().equals(ENUM)) {
      code.pop().pop().pop();
    } else {
      code.invokespecial(call.owner().asSymbol(), CONSTRUCT, call.typeSymbol());
    }
  }

  /// At the beginning of the twin of a constructor: empties the fields.
  void clear(CodeBuilder code) {
    for (FieldModel field : type.fields()) {
      if (!field.flags().has(AccessFlag.STATIC)) {
        code.aload(0);
        Statics.zero(code, field.fieldTypeSymbol());
        code.putfield(self, field.fieldName().stringValue(), field.fieldTypeSymbol());
      }
    }
  }
}

package workbook.grade.mutants;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.stream.Stream;

/// A word that was left out of a declaration.
final class DeclarationOperators {
  private DeclarationOperators() {}

  static Stream<Mutant> mutants(String type, ClassModel model, ClassFile files) {
    var fields =
        model.fields().stream()
            .filter(field -> field.flags().has(AccessFlag.VOLATILE))
            .map(
                field ->
                    mutant(
                        type,
                        field.fieldName().stringValue(),
                        "is not volatile",
                        files.transformClass(model, withoutVolatile(field))));
    var methods =
        model.methods().stream()
            .filter(method -> method.flags().has(AccessFlag.SYNCHRONIZED))
            .map(
                method ->
                    mutant(
                        type,
                        method.methodName().stringValue(),
                        "is not synchronized",
                        files.transformClass(model, withoutSynchronized(method))));
    return Stream.concat(fields, methods);
  }

  private static Mutant mutant(String type, String place, String mistake, byte[] bytes) {
    return new Mutant(type, place, 0, "", mistake, bytes);
  }

  private static ClassTransform withoutVolatile(FieldModel field) {
    return (made, element) -> {
      if (element == field) {
        made.transformField(
            field,
            (one, part) -> {
              if (part instanceof AccessFlags flags) {
                one.withFlags(flags.flagsMask() & ~ClassFile.ACC_VOLATILE);
              } else {
                one.with(part);
              }
            });
      } else {
        made.with(element);
      }
    };
  }

  private static ClassTransform withoutSynchronized(MethodModel method) {
    return (made, element) -> {
      if (element == method) {
        made.transformMethod(
            method,
            (one, part) -> {
              if (part instanceof AccessFlags flags) {
                one.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
              } else {
                one.with(part);
              }
            });
      } else {
        made.with(element);
      }
    };
  }
}

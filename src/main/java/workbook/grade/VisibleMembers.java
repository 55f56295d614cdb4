package workbook.grade;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the compiler sees of some classes when it compiles another that uses them: where that is
/// the same, so are the class files of the other.
final class VisibleMembers {
  /// Flags of which a caller knows nothing.
  private static final int INNER = ClassFile.ACC_SYNCHRONIZED | ClassFile.ACC_STRICT;

  private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;

  private VisibleMembers() {}

  /// @param classes class files, by name with dots
  /// @return a line for each class and each member, in one order
  static List<String> of(Map<String, byte[]> classes) {
    var models = classes.values().stream().map(ClassFile.of()::parse).toList();
    var hidden = hidden(models);
    var lines = new ArrayList<String>();
    for (var model : models) {
      if (!hidden.contains(name(model.thisClass()))) {
        add(model, lines);
      }
    }
    lines.sort(null);
    return lines;
  }

  /// Classes that cannot be named from outside, and those in them.
  private static Set<String> hidden(Collection<ClassModel> models) {
    var hidden = new HashSet<String>();
    for (var model : models) {
      model
          .findAttribute(Attributes.innerClasses())
          .ifPresent(
              all ->
                  all.classes().stream()
                      .filter(VisibleMembers::isHidden)
                      .forEach(one -> hidden.add(name(one.innerClass()))));
    }
    for (var model : models) {
      var name = name(model.thisClass());
      if (hidden.stream().anyMatch(outer -> name.startsWith(outer + "$"))) {
        hidden.add(name);
      }
    }
    return hidden;
  }

  private static boolean isHidden(InnerClassInfo one) {
    return one.outerClass().isEmpty()
        || one.innerName().isEmpty()
        || (one.flagsMask() & HIDDEN) != 0;
  }

  private static void add(ClassModel model, List<String> lines) {
    var name = name(model.thisClass());
    lines.add(
        "%s %x extends %s implements %s %s"
            .formatted(
                name,
                model.flags().flagsMask(),
                model.superclass().map(VisibleMembers::name),
                model.interfaces().stream().map(VisibleMembers::name).toList(),
                more(model)));
    for (var field : model.fields()) {
      if ((field.flags().flagsMask() & HIDDEN) == 0) {
        lines.add(
            "%s.%s %s %x %s"
                .formatted(
                    name,
                    field.fieldName().stringValue(),
                    field.fieldType().stringValue(),
                    field.flags().flagsMask(),
                    more(field)));
      }
    }
    for (var method : model.methods()) {
      if ((method.flags().flagsMask() & HIDDEN) == 0
          && !method.methodName().equalsString("<clinit>")) {
        lines.add(
            "%s.%s%s %x %s"
                .formatted(
                    name,
                    method.methodName().stringValue(),
                    method.methodType().stringValue(),
                    method.flags().flagsMask() & ~INNER,
                    more(method)));
      }
    }
  }

  /// Type parameters, exceptions, constants, and which classes may extend this one.
  private static String more(AttributedElement of) {
    var signature =
        of.findAttribute(Attributes.signature()).map(one -> one.signature().stringValue());
    var exceptions =
        of.findAttribute(Attributes.exceptions())
            .map(one -> one.exceptions().stream().map(VisibleMembers::name).toList());
    var constant =
        of.findAttribute(Attributes.constantValue()).map(one -> one.constant().constantValue());
    var permitted =
        of.findAttribute(Attributes.permittedSubclasses())
            .map(one -> one.permittedSubclasses().stream().map(VisibleMembers::name).toList());
    return "%s %s %s %s".formatted(signature, exceptions, constant, permitted);
  }

  private static String name(ClassEntry type) {
    return type.asInternalName();
  }
}

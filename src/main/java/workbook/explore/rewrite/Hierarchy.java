package workbook.explore.rewrite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Class files by name, after renaming: who extends whom and which class declares a field.
///
/// Reads files, loads nothing: asking about a class must not initialise it.
final class Hierarchy {
  private final ClassLoader files;
  private final Map<String, Optional<ClassModel>> models = new HashMap<>();
  private final Map<String, Boolean> escapes = new ConcurrentHashMap<>();

  /// Which of these begin afresh in every run.
  private final Map<ClassModel, Boolean> afresh = new ConcurrentHashMap<>();

  Hierarchy(ClassLoader files) {
    this.files = files;
  }

  /// The class file as the code under test sees it, renamed but without hooks; empty when there is
  /// none.
  synchronized Optional<ClassModel> model(String name) {
    var known = models.get(name);
    if (known == null) {
      models.put(name, known = read(name).map(ClassFile.of()::parse));
    }
    return known;
  }

  /// Whether the class begins afresh in every run; asked once and remembered.
  boolean afresh(ClassModel type, BooleanSupplier ask) {
    var known = afresh.get(type);
    if (known == null) {
      known = ask.getAsBoolean();
      afresh.put(type, known);
    }
    return known;
  }

  /// The renamed bytes of a class.
  Optional<byte[]> read(String name) {
    var copy = name.startsWith(Renames.COPY);
    var original = copy ? name.substring(Renames.COPY.length()) : name;
    try (var in = files.getResourceAsStream(original + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      var bytes = in.readAllBytes();
      if (copy) {
        return Optional.of(MapViews.declared(name, Renames.rename(bytes, Renames::forLibrary)));
      }
      return Optional.of(rewritten(name) ? Renames.rename(bytes, Renames::forUser) : bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a class is code under test: not the JDK, not the explorer, not the test framework.
  static boolean rewritten(String name) {
    return !(name.startsWith("java/")
        || name.startsWith("javax/")
        || name.startsWith("jdk/")
        || name.startsWith("sun/")
        || name.startsWith("com/sun/")
        || name.startsWith("org/junit/")
        || name.startsWith("org/opentest4j/")
        || name.startsWith("org/apiguardian/")
        || name.startsWith("org/jspecify/")
        || name.equals("workbook/Scenario")
        || name.startsWith("workbook/Scenario$")
        || name.startsWith("workbook/explore/") && !name.startsWith("workbook/explore/calls/")
        || name.startsWith(Renames.COPY));
  }

  /// The field that a reference means, in the class named or above it; empty for fields of the JDK.
  Optional<FieldModel> field(String owner, String name) {
    for (var type = model(owner); type.isPresent(); type = parent(type.get())) {
      for (var field : type.get().fields()) {
        if (field.fieldName().equalsString(name)) {
          return Optional.of(field);
        }
      }
      for (var above : type.get().interfaces()) {
        var field = field(above.asInternalName(), name);
        if (field.isPresent()) {
          return field;
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a constructor may hand out `this` before it ends, so that others may see final fields
  /// before they have their values.
  boolean letsThisEscape(ClassModel type) {
    return escapes.computeIfAbsent(
        type.thisClass().asInternalName(), name -> new ThisEscape(this, name).isPossible());
  }

  /// The class, and all it extends and implements.
  Set<String> typesOf(String name) {
    var types = new HashSet<String>();
    collectTypes(name, types);
    return types;
  }

  private void collectTypes(String name, Set<String> types) {
    if (types.add(name) && !name.equals("java/lang/Object") && !name.equals("java/lang/Record")) {
      model(name)
          .ifPresent(
              type -> {
                type.superclass().ifPresent(above -> collectTypes(above.asInternalName(), types));
                type.interfaces().forEach(above -> collectTypes(above.asInternalName(), types));
              });
    }
  }

  /// The modelled class that a call on `owner` ends in: the first above it that is a model or a
  /// copy, unless the code under test has its own method of that name below. Null when there is
  /// none.
  String modelCalled(String owner, String method, String descriptor) {
    if (Renames.isModelOrCopy(owner)) {
      return owner;
    }
    for (var type = model(owner); type.isPresent(); type = parent(type.get())) {
      var name = type.get().thisClass().asInternalName();
      if (Renames.isModelOrCopy(name)) {
        return name;
      }
      if (!rewritten(name)) {
        return null;
      }
      var declares =
          type.get().methods().stream()
              .anyMatch(
                  m ->
                      m.methodName().equalsString(method)
                          && m.methodType().equalsString(descriptor)
                          && !m.flags().has(AccessFlag.ABSTRACT));
      if (declares) {
        return null;
      }
    }
    return null;
  }

  /// The class of the JDK whose method a call on `owner` may reach: `owner` itself, or the first
  /// above it that is none of the code under test. Null when that code has such a method itself, or
  /// when only an interface has it.
  String inherits(String owner, String method, String descriptor) {
    if (owner.startsWith("[") || !rewritten(owner)) {
      return owner;
    }
    var above = library(owner);
    return above.equals("java/lang/Object") || declares(owner, method, descriptor) ? null : above;
  }

  private boolean declares(String owner, String method, String descriptor) {
    for (var name = owner; rewritten(name); name = superclass(name)) {
      var found =
          model(name).stream()
              .flatMap(type -> type.methods().stream())
              .anyMatch(
                  m ->
                      m.methodName().equalsString(method)
                          && m.methodType().equalsString(descriptor));
      if (found) {
        return true;
      }
    }
    return false;
  }

  /// Whether a class directly extends another one.
  boolean isBelow(String name, String above) {
    return superclass(name).equals(above);
  }

  private String superclass(String name) {
    return model(name)
        .flatMap(ClassModel::superclass)
        .map(above -> above.asInternalName())
        .orElse("java/lang/Object");
  }

  /// The class itself if it is none of the code under test, else the first above it that is not.
  String library(String owner) {
    var name = owner;
    while (rewritten(name)) {
      var above = model(name).flatMap(ClassModel::superclass);
      if (above.isEmpty()) {
        return name;
      }
      name = above.get().asInternalName();
    }
    return name;
  }

  ClassHierarchyResolver resolver() {
    return this::info;
  }

  private ClassHierarchyResolver.ClassHierarchyInfo info(ClassDesc desc) {
    if (!desc.isClassOrInterface()) {
      return null;
    }
    var text = desc.descriptorString();
    return model(text.substring(1, text.length() - 1)).map(Hierarchy::info).orElse(null);
  }

  private static ClassHierarchyResolver.ClassHierarchyInfo info(ClassModel model) {
    return model.flags().has(AccessFlag.INTERFACE)
        ? ClassHierarchyResolver.ClassHierarchyInfo.ofInterface()
        : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(
            model.superclass().map(c -> c.asSymbol()).orElse(null));
  }

  private Optional<ClassModel> parent(ClassModel type) {
    return type.superclass().flatMap(c -> model(c.asInternalName()));
  }
}

package workbook.explore.rewrite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the class files of the running JDK and works out which public methods of `java.base` can
/// reach what the explorer has no hold on: the text of [JdkMethods].
///
/// A call is followed to the method that it names, or the one that this inherits. Methods that
/// override it are not followed: an object is dangerous where it is made, and there it is refused.
final class JdkScan {
  private static final ClassFile PARSER =
      ClassFile.of(
          ClassFile.DebugElementsOption.DROP_DEBUG,
          ClassFile.LineNumbersOption.DROP_LINE_NUMBERS,
          ClassFile.StackMapsOption.DROP_STACK_MAPS);

  private final Map<String, Type> types = new HashMap<>();

  /// A class or interface.
  private static final class Type {
    final String name;
    final boolean exported;
    final boolean isInterface;
    final List<String> above = new ArrayList<>();
    final Map<String, Method> methods = new HashMap<>();

    Type(String name, boolean exported, boolean isInterface) {
      this.name = name;
      this.isInterface = isInterface;
      this.exported = exported;
    }
  }

  /// A method.
  private static final class Method {
    final String owner;
    final String name;
    final boolean visible;
    final boolean isStatic;
    final Set<String> calls = new LinkedHashSet<>();
    final List<Method> callers = new ArrayList<>();

    /// What it reaches, the way there included; null when it reaches nothing.
    String reaches;

    Method(String owner, String name, boolean visible, boolean isStatic) {
      this.owner = owner;
      this.name = name;
      this.visible = visible;
      this.isStatic = isStatic;
    }
  }

  private JdkScan() {}

  /// The scan of the running JDK.
  static JdkScan run() {
    var scan = new JdkScan();
    var exported =
        ModuleLayer.boot().findModule("java.base").orElseThrow().getDescriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(export -> export.source().replace('.', '/'))
            .collect(Collectors.toSet());
    var root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (var files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(file -> scan.read(file, exported));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    scan.link();
    return scan;
  }

  private void read(Path file, Set<String> exported) {
    try {
      read(PARSER.parse(Files.readAllBytes(file)), exported);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(ClassModel model, Set<String> exported) {
    var name = model.thisClass().asInternalName();
    var slash = name.lastIndexOf('/');
    var open = model.flags().has(AccessFlag.PUBLIC) && slash > 0;
    var isExported = open && exported.contains(name.substring(0, slash));
    var type = new Type(name, isExported, model.flags().has(AccessFlag.INTERFACE));
    model.superclass().ifPresent(above -> type.above.add(above.asInternalName()));
    model.interfaces().forEach(above -> type.above.add(above.asInternalName()));
    for (var method : model.methods()) {
      var key = method.methodName().stringValue() + method.methodType().stringValue();
      type.methods.put(key, read(name, method));
    }
    types.put(name, type);
  }

  private static Method read(String owner, MethodModel model) {
    var flags = model.flags();
    var name = model.methodName().stringValue();
    var visible = flags.has(AccessFlag.PUBLIC) || flags.has(AccessFlag.PROTECTED);
    var method = new Method(owner, name, visible, flags.has(AccessFlag.STATIC));
    method.reaches = JdkHazards.of(owner, name, flags.has(AccessFlag.NATIVE));
    if (method.reaches != null || JdkHazards.harmless(owner, name)) {
      return method;
    }
    model.code().ifPresent(code -> code.forEach(element -> follow(method, element)));
    return method;
  }

  private static void follow(Method method, Object element) {
    switch (element) {
      case InvokeInstruction call ->
          method.calls.add(
              call.owner().asInternalName()
                  + "."
                  + call.name().stringValue()
                  + call.type().stringValue());
      case InvokeDynamicInstruction call ->
          call.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .filter(handle -> handle.owner().isClassOrInterface())
              .forEach(handle -> method.calls.add(called(handle)));
      default -> {}
    }
  }

  private static String called(DirectMethodHandleDesc handle) {
    var owner = handle.owner().descriptorString();
    return owner.substring(1, owner.length() - 1)
        + "."
        + handle.methodName()
        + handle.lookupDescriptor();
  }

  /// Tells each method who calls it, and then from each hazard its callers, theirs, and so on.
  private void link() {
    var reached = new ArrayDeque<Method>();
    for (var type : types.values()) {
      for (var method : type.methods.values()) {
        if (method.reaches != null) {
          reached.add(method);
        }
        for (var call : method.calls) {
          var dot = call.indexOf('.');
          var target = find(call.substring(0, dot), call.substring(dot + 1));
          if (target != null) {
            target.callers.add(method);
          }
        }
      }
    }
    while (!reached.isEmpty()) {
      var method = reached.remove();
      for (var caller : method.callers) {
        if (caller.reaches == null) {
          caller.reaches = method.owner + "." + method.name + " > " + method.reaches;
          reached.add(caller);
        }
      }
    }
  }

  /// The method that a call means: that of the class, or of one above it.
  private Method find(String owner, String key) {
    var type = types.get(owner);
    if (type == null) {
      return null;
    }
    var own = type.methods.get(key);
    if (own != null) {
      return own;
    }
    for (var above : type.above) {
      var inherited = find(above, key);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /// The way from a public method to what it reaches, or null.
  String way(String owner, String name) {
    return methods(owner).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(name + "("))
        .map(entry -> entry.getKey() + " > " + entry.getValue().reaches)
        .collect(Collectors.joining("\n"));
  }

  /// All that can be called on a class, by name and descriptor.
  private Map<String, Method> methods(String owner) {
    var all = new TreeMap<String, Method>();
    collect(owner, all, new HashSet<>());
    return all;
  }

  private void collect(String owner, Map<String, Method> all, Set<String> seen) {
    var type = types.get(owner);
    if (type == null || !seen.add(owner)) {
      return;
    }
    type.methods.forEach(
        (key, method) -> {
          var inherited = seen.size() > 1;
          var notInherited = key.startsWith("<init>") || method.isStatic && type.isInterface;
          if (method.visible && !(inherited && notInherited) && !key.startsWith("<clinit>")) {
            all.putIfAbsent(key, method);
          }
        });
    type.above.forEach(above -> collect(above, all, seen));
  }

  /// One line for each class: its name alone when all its methods are allowed, else the name with
  /// what is not.
  List<String> lines() {
    var lines = new TreeSet<String>();
    for (var type : types.values()) {
      if (type.exported
          && JdkHazards.offered(type.name)
          && Renames.forUser(type.name).equals(type.name)) {
        line(type.name, methods(type.name)).ifPresent(lines::add);
      }
    }
    return List.copyOf(lines);
  }

  private static java.util.Optional<String> line(String owner, Map<String, Method> methods) {
    var bad = methods.keySet().stream().filter(key -> methods.get(key).reaches != null).toList();
    if (bad.size() == methods.size() && !bad.isEmpty()) {
      return java.util.Optional.empty();
    }
    var words = new TreeSet<String>();
    for (var key : bad) {
      if (modelled(methods.get(key))) {
        continue;
      }
      var name = key.substring(0, key.indexOf('('));
      words.add(all(name, methods.keySet(), bad) ? name : key);
    }
    return java.util.Optional.of(words.isEmpty() ? owner : owner + " " + String.join(" ", words));
  }

  /// Whether the explorer stands in for the method wherever it is called.
  private static boolean modelled(Method method) {
    return method.owner.equals("java/lang/Object") && method.name.equals("wait")
        || method.owner.equals("java/lang/Enum") && method.name.equals("hashCode");
  }

  private static boolean all(String name, Collection<String> keys, Collection<String> bad) {
    return keys.stream().filter(key -> key.startsWith(name + "(")).allMatch(bad::contains);
  }
}

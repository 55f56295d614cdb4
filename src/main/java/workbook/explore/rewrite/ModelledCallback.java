package workbook.explore.rewrite;

import java.lang.constant.ClassDesc;

/// The static method that stands in for a method of a collection that calls back; it takes the
/// collection as its first argument.
///
/// @param owner the class that has it
/// @param receiver the type of its first parameter
record ModelledCallback(ClassDesc owner, ClassDesc receiver) {
  private static final String FUNCTION = "Ljava/util/function/";

  /// The one for this method; null when there is none.
  static ModelledCallback of(Callee callee) {
    return switch (callee.name() + parameters(callee)) {
      case "compute(Ljava/lang/Object;" + FUNCTION + "BiFunction;)",
          "computeIfAbsent(Ljava/lang/Object;" + FUNCTION + "Function;)",
          "computeIfPresent(Ljava/lang/Object;" + FUNCTION + "BiFunction;)",
          "merge(Ljava/lang/Object;Ljava/lang/Object;" + FUNCTION + "BiFunction;)",
          "forEach(" + FUNCTION + "BiConsumer;)",
          "replaceAll(" + FUNCTION + "BiFunction;)" ->
          in("ModelMapMethods", "Map");
      case "removeIf(" + FUNCTION + "Predicate;)" -> in("ModelCollectionMethods", "Collection");
      case "replaceAll(" + FUNCTION + "UnaryOperator;)", "sort(Ljava/util/Comparator;)" ->
          in("ModelCollectionMethods", "List");
      case "forEachRemaining(" + FUNCTION + "Consumer;)" ->
          in("ModelCollectionMethods", "Iterator");
      case "forEach(" + FUNCTION + "Consumer;)" ->
          new ModelledCallback(model("ModelCollectionMethods"), ClassDesc.of("java.lang.Iterable"));
      default -> null;
    };
  }

  private static String parameters(Callee callee) {
    var text = callee.descriptor();
    return text.substring(0, text.indexOf(')') + 1);
  }

  private static ModelledCallback in(String owner, String receiver) {
    return new ModelledCallback(model(owner), ClassDesc.of("java.util." + receiver));
  }

  private static ClassDesc model(String name) {
    return ClassDesc.of("workbook.explore.model." + name);
  }
}

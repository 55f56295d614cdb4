package workbook.notebook.export;

/// A notebook's script under the name that Jupytext knows, `.java`.
public final class PercentFile {
  private static final String HEAD =
      """
      // ---
      // jupyter:
      //   jupytext:
      //     text_representation:
      //       extension: .java
      //       format_name: percent
      //   kernelspec:
      //     display_name: Java
      //     language: java
      //     name: java
      // ---

      """;

  private PercentFile() {}

  /// The text of the `.java` file.
  ///
  /// @param script the text of the notebook's `.jsh` file
  public static String of(String script) {
    return HEAD + script.stripTrailing().replaceFirst("\\R+(// %%\\R)?/exit$", "\n");
  }
}

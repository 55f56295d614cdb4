package workbook.notebook.export;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;

/// A notebook as Jupyter has it: nbformat 4.5.
public final class IpynbFile {
  private static final String NAME = "name";
  private static final String OUTPUT = "output_type";

  private IpynbFile() {}

  /// The text of the `.ipynb` file.
  public static String of(NotebookRun run) {
    var cells = new JsonArray();
    var count = 0;
    for (var cell : run.cells()) {
      cells.add(
          switch (cell) {
            case PlayedCell.Text text -> cell("markdown", cells.size(), text.markdown());
            case PlayedCell.Code code -> code(code, cells.size(), ++count);
          });
    }
    var file = new JsonObject();
    file.add("cells", cells);
    file.add("metadata", metadata(run.title()));
    file.addProperty("nbformat", 4);
    file.addProperty("nbformat_minor", 5);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(file) + "\n";
  }

  private static JsonObject metadata(String title) {
    var kernel = new JsonObject();
    kernel.addProperty("display_name", "Java");
    kernel.addProperty("language", "java");
    kernel.addProperty(NAME, "java");
    var language = new JsonObject();
    language.addProperty("file_extension", ".jshell");
    language.addProperty("mimetype", "text/x-java-source");
    language.addProperty(NAME, "java");
    var metadata = new JsonObject();
    metadata.add("kernelspec", kernel);
    metadata.add("language_info", language);
    metadata.addProperty("title", title);
    return metadata;
  }

  private static JsonObject cell(String type, int number, String source) {
    var cell = new JsonObject();
    cell.addProperty("cell_type", type);
    cell.addProperty("id", "cell-" + number);
    cell.add("metadata", new JsonObject());
    cell.add("source", lines(source));
    return cell;
  }

  private static JsonObject code(PlayedCell.Code code, int number, int count) {
    var cell = cell("code", number, code.source());
    cell.addProperty("execution_count", count);
    var outputs = new JsonArray();
    code.outputs().forEach(output -> outputs.add(output(output)));
    cell.add("outputs", outputs);
    return cell;
  }

  private static JsonObject output(PlayedCell.Output output) {
    var json = new JsonObject();
    switch (output) {
      case PlayedCell.Printed(var text) -> {
        json.addProperty(OUTPUT, "stream");
        json.addProperty(NAME, "stdout");
        json.add("text", lines(text));
      }
      case PlayedCell.Charted chart -> {
        json.addProperty(OUTPUT, "display_data");
        json.add("metadata", new JsonObject());
        var data = new JsonObject();
        data.addProperty("image/png", Base64.getEncoder().encodeToString(chart.png()));
        data.add("text/plain", lines(chart.text()));
        json.add("data", data);
      }
      case PlayedCell.Failed(var says) -> {
        json.addProperty(OUTPUT, "error");
        var colon = says.indexOf(": ");
        json.addProperty("ename", colon < 0 ? says : says.substring(0, colon));
        json.addProperty("evalue", colon < 0 ? "" : says.substring(colon + 2));
        json.add("traceback", lines("|  " + says));
      }
    }
    return json;
  }

  /// A text as Jupyter saves it: a string for each line, with its end.
  private static JsonArray lines(String text) {
    var lines = new JsonArray();
    for (var from = 0; from < text.length(); ) {
      var end = text.indexOf('\n', from);
      var next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }
}

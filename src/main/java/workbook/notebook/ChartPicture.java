package workbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A chart that a notebook drew as text and as a picture.
///
/// @param text as it was printed
/// @param png the picture
public record ChartPicture(String text, byte[] png) {
  private static final String TEXT = ".txt";

  /// Writes the picture to the file it is given.
  interface Drawing {
    void to(Path file) throws IOException;
  }

  /// The option of the JVM of a session whose charts are to be saved in this folder.
  public static String option(Path folder) {
    return "-D" + ExperimentCell.PICTURES + "=" + folder;
  }

  /// Saves a chart behind those that are there. The text is written last: then it is whole.
  static synchronized void save(Path folder, String text, Drawing drawing) throws IOException {
    var number = "%04d".formatted(texts(folder).size());
    drawing.to(folder.resolve(number + ".png"));
    Files.writeString(folder.resolve(number + TEXT), text);
  }

  /// All that were saved, in their order.
  public static List<ChartPicture> in(Path folder) throws IOException {
    var charts = new ArrayList<ChartPicture>();
    for (var file : texts(folder)) {
      var png = file.resolveSibling(file.getFileName().toString().replace(TEXT, ".png"));
      charts.add(new ChartPicture(Files.readString(file), Files.readAllBytes(png)));
    }
    return charts;
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
    }
  }
}

package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Chart;

@Tag("fast")
class PdfPictureTest {
  @TempDir Path folder;

  @Test
  @DrawsPictures
  void aPdfIsOnePageOfItsSizeWithItsLettersEmbedded() throws IOException {
    var file = folder.resolve("bars.pdf");
    var chart = new Chart.Bars("Bars & <signs>", "time to start", true);
    var seen = Samples.measured(Samples.bar("virtual thread", 28));
    var size = Optional.of(new PictureSize(700, 450));
    Picture.write(chart, Samples.result(seen), List.of(), Theme.LIGHT, size, file);
    try (var pdf = Loader.loadPDF(file.toFile())) {
      assertEquals(1, pdf.getNumberOfPages());
      assertEquals(700, pdf.getPage(0).getMediaBox().getWidth());
      assertEquals(450, pdf.getPage(0).getMediaBox().getHeight());
      assertEquals("Bars & <signs>", pdf.getDocumentInformation().getTitle());
      var text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("Bars & <signs>"), text);
      assertTrue(text.contains("virtual thread"), text);
    }
  }
}

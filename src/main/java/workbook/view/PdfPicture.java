package workbook.view;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A drawing as one page of PDF, as large as the drawing, with the letters it uses embedded.
final class PdfPicture {
  private PdfPicture() {}

  /// @param draw draws it; a point of the drawing is a point of the page
  static void write(
      PictureSize size, String title, Fonts fonts, Consumer<Graphics2D> draw, Path file)
      throws IOException {
    try (var document = new PDDocument();
        var letters = new PdfBoxGraphics2DFontTextDrawer()) {
      var page = new PDPage(new PDRectangle(size.width(), size.height()));
      document.addPage(page);
      document.getDocumentInformation().setTitle(title);
      for (var font : fonts.files().entrySet()) {
        letters.registerFont(font.getKey().getName(), new ByteArrayInputStream(font.getValue()));
      }
      var graphics = new PdfBoxGraphics2D(document, size.width(), size.height());
      graphics.setFontTextDrawer(letters);
      draw.accept(graphics);
      graphics.dispose();
      try (var content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(file.toFile());
    }
  }
}

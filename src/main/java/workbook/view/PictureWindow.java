package workbook.view;

import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.jfree.chart.ChartPanel;

/// A picture on the screen.
final class PictureWindow {
  private PictureWindow() {}

  /// Blocks until the window is closed; interruption closes it.
  static void show(PictureDrawing drawing) throws InterruptedException {
    var frame = new JFrame(drawing.chart().getTitle().getText());
    var closed = new CountDownLatch(1);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            closed.countDown();
          }
        });
    SwingUtilities.invokeLater(() -> open(frame, drawing));
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      SwingUtilities.invokeLater(frame::dispose);
      throw interrupted;
    }
  }

  private static void open(JFrame frame, PictureDrawing drawing) {
    var panel = new ChartPanel(drawing.chart());
    panel.setPreferredSize(new Dimension(drawing.width(), drawing.height()));
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.setContentPane(panel);
    frame.pack();
    frame.setLocationRelativeTo(null);
    frame.setVisible(true);
  }
}

package workbook.view;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import workbook.MessageEvent;

/// Draws a conversation as a sequence diagram: a line a party, time downwards, what is sent as an
/// arrow to where it is taken.
final class ConversationPlot extends Plot {
  private static final int TURN = 26;
  private static final int HEADING = 30;
  private static final int MOST_TURNS = 60;
  private static final double DOT = 4;
  private static final double HEAD = 9;
  private static final double GAP = 10;
  private static final BasicStroke LINE = new BasicStroke(1.6f);

  private final transient Style style;
  private final transient Conversation conversation;

  ConversationPlot(Style style, Conversation conversation) {
    this.style = style;
    this.conversation = conversation;
  }

  /// Pixels that the drawing needs.
  int height() {
    return HEADING + (shown().size() + 1) * TURN;
  }

  private List<MessageEvent> shown() {
    return conversation.turns().stream().limit(MOST_TURNS).toList();
  }

  @Override
  public String getPlotType() {
    return "Conversation";
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parent,
      PlotRenderingInfo information) {
    getInsets().trim(area);
    new Sheet(g2, area).draw();
  }

  /// One drawing of the plot, into its place.
  private final class Sheet {
    private final Graphics2D to;
    private final Rectangle2D area;
    private final double timeRoom;
    private final double labelRoom;

    private Sheet(Graphics2D to, Rectangle2D area) {
      this.to = to;
      this.area = area;
      timeRoom = GAP + shown().stream().mapToDouble(event -> width(time(event))).max().orElse(0);
      labelRoom = (area.getWidth() - timeRoom) * 0.27;
    }

    private void draw() {
      to.setStroke(LINE);
      for (var lane = 0; lane < lanes(); lane++) {
        lane(lane);
      }
      text(conversation.moments().unit(), area.getX() + timeRoom - GAP, y(-1), 1, false);
      for (var turn = 0; turn < shown().size(); turn++) {
        text(time(shown().get(turn)), area.getX() + timeRoom - GAP, y(turn), 1, false);
      }
      for (var arrow : conversation.arrows()) {
        if (arrow.to() < shown().size()) {
          arrow(arrow);
        }
      }
      for (var turn = 0; turn < shown().size(); turn++) {
        turn(turn);
      }
      var left = conversation.turns().size() - shown().size();
      if (left > 0) {
        text(Numbers.of(left) + " more turns", x(0), y(shown().size()), 1, false);
      }
    }

    private void lane(int lane) {
      to.setPaint(style.theme().grid);
      to.draw(new Line2D.Double(x(lane), y(-0.5), x(lane), y(shown().size() - 0.5)));
      to.setPaint(conversation.look(lane).colour(style.theme()));
      to.setFont(style.fonts().strong(Style.TEXT));
      var name = conversation.parties().get(lane);
      var width = to.getFontMetrics().stringWidth(name);
      to.drawString(name, (float) (x(lane) - width / 2.0), baseline(y(-1)));
    }

    /// A dot, and what was done on the side away from the peer, where no arrow crosses it.
    private void turn(int number) {
      var event = shown().get(number);
      var lane = conversation.lane(event);
      to.setPaint(conversation.look(lane).colour(style.theme()));
      to.fill(new Ellipse2D.Double(x(lane) - DOT, y(number) - DOT, 2 * DOT, 2 * DOT));
      var says = (event.act().verb() + " " + event.text()).strip() + conversation.leftOver(number);
      var left = lanes() > 1 && (lane == 0 || conversation.parties().indexOf(event.peer()) > lane);
      text(says, x(lane) + (left ? -GAP : GAP), y(number), left ? 1 : 0, true);
    }

    /// From the turn that sends to the edge of the dot of the turn that takes, with a head.
    private void arrow(Conversation.Arrow arrow) {
      var from = conversation.lane(shown().get(arrow.from()));
      var x = x(from);
      var y = y(arrow.from());
      var toX = x(conversation.lane(shown().get(arrow.to())));
      var toY = y(arrow.to());
      var length = Math.hypot(toX - x, toY - y);
      var alongX = (toX - x) / length;
      var alongY = (toY - y) / length;
      var tipX = toX - alongX * DOT;
      var tipY = toY - alongY * DOT;
      to.setPaint(conversation.look(from).colour(style.theme()));
      to.draw(new Line2D.Double(x, y, tipX - alongX * HEAD / 2, tipY - alongY * HEAD / 2));
      var head = new Path2D.Double();
      head.moveTo(tipX, tipY);
      head.lineTo(
          tipX - alongX * HEAD - alongY * HEAD / 2, tipY - alongY * HEAD + alongX * HEAD / 2);
      head.lineTo(
          tipX - alongX * HEAD + alongY * HEAD / 2, tipY - alongY * HEAD - alongX * HEAD / 2);
      head.closePath();
      to.fill(head);
    }

    /// @param leftOf the share of the text's width that stands to the left of `x`
    /// @param onPaper whether the text hides what is behind it
    private void text(String whole, double x, double y, int leftOf, boolean onPaper) {
      to.setFont(style.fonts().regular(Style.SMALL));
      var text = shortened(whole);
      var start = x - width(text) * leftOf;
      if (onPaper) {
        to.setPaint(style.theme().paper);
        to.fill(new Rectangle2D.Double(start - 2, y - TURN * 0.35, width(text) + 4, TURN * 0.7));
      }
      to.setPaint(onPaper ? style.theme().ink : style.theme().muted);
      to.drawString(text, (float) start, baseline(y));
    }

    private String shortened(String text) {
      var columns = TerminalText.width(text);
      while (columns > 1 && width(TerminalText.shorten(text, columns)) > labelRoom - GAP) {
        columns--;
      }
      return TerminalText.shorten(text, columns);
    }

    private double width(String text) {
      return style.fonts().width(text, Style.SMALL);
    }

    private String time(MessageEvent event) {
      return conversation.moments().exact(conversation.since(event));
    }

    private int lanes() {
      return conversation.parties().size();
    }

    private double x(int lane) {
      var first = area.getX() + timeRoom + (lanes() == 1 ? GAP : labelRoom);
      var last = area.getMaxX() - labelRoom;
      return lanes() == 1 ? first : first + lane * (last - first) / (lanes() - 1);
    }

    /// The height of a turn, counted from 0; the names stand at -1.
    private double y(double turn) {
      return area.getY() + HEADING + (turn + 0.5) * TURN;
    }

    /// Where letters must stand to be in the middle of a height.
    private float baseline(double middle) {
      var letters = to.getFontMetrics();
      return (float) (middle + (letters.getAscent() - letters.getDescent()) / 2.0);
    }
  }
}

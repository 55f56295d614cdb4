package workbook.explore.model;

import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Stands in for the loggers of the JDK. It logs nothing at any level: what code writes down
/// changes nothing in what it does, and orders nothing that its threads do.
public final class ModelLogger extends Logger {
  private ModelLogger(String name) {
    super(name, null);
  }

  public static Logger getLogger(String name) {
    return new ModelLogger(name);
  }

  public static Logger getLogger(String name, String bundle) {
    return new ModelLogger(name);
  }

  public static Logger getAnonymousLogger() {
    return new ModelLogger(null);
  }

  @Override
  public boolean isLoggable(Level level) {
    return false;
  }

  /// The same behind the interface of `java.lang`.
  public record Plain(String name) implements System.Logger {
    public static System.Logger getLogger(String name) {
      return new Plain(name);
    }

    public static System.Logger getLogger(String name, ResourceBundle bundle) {
      return new Plain(name);
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {}
  }
}

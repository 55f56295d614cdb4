package workbook.grade.worker;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/// What any code can change for its whole JVM and for the thread that calls it, as it was at a
/// moment. What one test changes is no other test's business.
record JvmSettings(
    Properties properties,
    Locale locale,
    Locale display,
    Locale format,
    TimeZone zone,
    PrintStream out,
    PrintStream err,
    Thread.UncaughtExceptionHandler handler,
    ClassLoader loader,
    String name,
    int priority) {

  /// To be called by the thread that runs the tests.
  static JvmSettings now() {
    var thread = Thread.currentThread();
    return new JvmSettings(
        (Properties) System.getProperties().clone(),
        Locale.getDefault(),
        Locale.getDefault(Locale.Category.DISPLAY),
        Locale.getDefault(Locale.Category.FORMAT),
        TimeZone.getDefault(),
        System.out,
        System.err,
        Thread.getDefaultUncaughtExceptionHandler(),
        thread.getContextClassLoader(),
        thread.getName(),
        thread.getPriority());
  }

  /// Makes them so again, with nothing to read on `System.in`. To be called by the same thread,
  /// which is not interrupted then.
  void restore() {
    System.setProperties((Properties) properties.clone());
    Locale.setDefault(locale);
    Locale.setDefault(Locale.Category.DISPLAY, display);
    Locale.setDefault(Locale.Category.FORMAT, format);
    TimeZone.setDefault(zone);
    System.setIn(InputStream.nullInputStream());
    System.setOut(out);
    System.setErr(err);
    Thread.setDefaultUncaughtExceptionHandler(handler);
    var thread = Thread.currentThread();
    thread.setContextClassLoader(loader);
    thread.setName(name);
    thread.setPriority(priority);
    Thread.interrupted();
  }
}

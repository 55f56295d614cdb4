package workbook.process;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/// Runs a program whose classes lie in a folder that is not on the class path. An [AotCache] can be
/// made of libraries only, but something has to use them meanwhile.
final class FolderMain {
  private FolderMain() {}

  /// @param args the folder, the class, and its arguments
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var path = System.getProperty("java.class.path") + File.pathSeparator + folder;
    System.setProperty("java.class.path", path); // for the JVMs and compilers it starts
    var urls = new URL[] {folder.toUri().toURL()};
    var loader = new URLClassLoader(urls, FolderMain.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    var main = Class.forName(args[1], true, loader).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
  }
}

package _15_puzzles.lab;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/// Ways to ask a JVM what its threads are doing. Each is a text that names threads.
enum DeadlockReport {
  MX_BEAN("ThreadMXBean") {
    @Override
    String text(Path file) {
      var beans = ManagementFactory.getThreadMXBean();
      var found = beans.findDeadlockedThreads(); // null for none
      return found == null ? "" : Arrays.toString(beans.getThreadInfo(found));
    }
  },
  PRINT("jstack") {
    @Override
    String text(Path file) throws Exception {
      var name = new ObjectName("com.sun.management:type=DiagnosticCommand");
      var server = ManagementFactory.getPlatformMBeanServer();
      Object[] arguments = {new String[] {"-l"}};
      String[] types = {String[].class.getName()};
      return (String) server.invoke(name, "threadPrint", arguments, types);
    }
  },
  FILE("Thread.dump_to_file") {
    @Override
    String text(Path file) throws Exception {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
      return Files.readString(file);
    }
  },
  FLIGHT_RECORDER("JFR") {
    @Override
    String text(Path file) throws Exception {
      try (var recording = new Recording()) {
        recording.enable("jdk.ThreadDump").with("period", "everyChunk");
        recording.start();
        recording.stop();
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
            .map(event -> event.getString("result"))
            .collect(Collectors.joining());
      }
    }
  };

  final String name;

  DeadlockReport(String name) {
    this.name = name;
  }

  /// @param file where it may write
  abstract String text(Path file) throws Exception;

  /// What it reports now. Blocks until it is written.
  String text() throws Exception {
    var folder = Files.createTempDirectory("workbook-threads-");
    var file = folder.resolve("report");
    try {
      return text(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}

package workbook.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class AotCacheTest {
  static final class Hello {
    public static void main(String[] args) {
      System.out.println("hello");
    }
  }

  /// `AOTMode=on` makes the cache a condition.
  @Test
  void aJvmThatIsLentTheCacheCanUseIt() throws Exception {
    var jvm = JavaProcess.builder(Hello.class);
    assumeTrue(AotCache.WORKER.lendTo(jvm), "skipped: there is no cache that fits");
    var at = jvm.command().indexOf("-cp") + 1;
    var mine = Path.of(Hello.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    jvm.command().set(at, jvm.command().get(at) + File.pathSeparator + mine);
    jvm.command().addAll(1, JvmOptions.SHORT_LIFE);
    jvm.command().add(1, "-XX:AOTMode=on");
    assertEquals(new CompletedProcess(0, List.of("hello")), CompletedProcess.of(jvm));
  }

  @Test
  void jvmsOfLessonsGetNeitherTheCacheNorTheOptionsOfAShortLife() {
    for (var option : JavaProcess.builder(Hello.class).command()) {
      assertFalse(option.contains("AOTCache"), option);
      assertFalse(JvmOptions.SHORT_LIFE.contains(option), option);
    }
  }
}

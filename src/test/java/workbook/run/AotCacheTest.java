package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import workbook.Finished;
import workbook.Programs;

class AotCacheTest {
  static final class Hello {
    public static void main(String[] args) {
      System.out.println("hello");
    }
  }

  /// `AOTMode=on` makes the cache a condition.
  @Test
  void aJvmThatIsLentTheCacheCanUseIt() throws Exception {
    var jvm = Programs.jvm(Hello.class);
    var before = jvm.command().size();
    AotCache.lendTo(jvm);
    assumeTrue(jvm.command().size() > before, "skipped: the build made no cache");
    jvm.command().addAll(1, List.of("-XX:+UseSerialGC", "-XX:AOTMode=on"));
    assertEquals(new Finished(0, List.of("hello")), Finished.of(jvm));
  }
}

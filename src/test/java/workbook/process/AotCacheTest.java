package workbook.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    var before = jvm.command().size();
    AotCache.lendTo(jvm);
    assumeTrue(jvm.command().size() > before, "skipped: the build made no cache");
    jvm.command().addAll(1, List.of("-XX:+UseSerialGC", "-XX:AOTMode=on"));
    assertEquals(new CompletedProcess(0, List.of("hello")), CompletedProcess.of(jvm));
  }
}

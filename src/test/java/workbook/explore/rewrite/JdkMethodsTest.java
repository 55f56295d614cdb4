package workbook.explore.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.classfile.Opcode;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What code under test may call of the JDK: ordinary code passes, and what has threads, clocks,
/// files or chance behind it is refused by name.
@Tag("fast")
final class JdkMethodsTest {
  private static final Path FOLDER = Path.of("src/main/resources/workbook/explore/rewrite");

  /// Called with `-Dworkbook.jdk=write`, it writes the list for the running JDK.
  @Test
  void theListIsWhatAScanOfThisJdkFinds() throws IOException {
    var version = Runtime.version().feature();
    var file = FOLDER.resolve("jdk-" + version + ".txt");
    var lines = JdkScan.run().lines();
    if ("write".equals(System.getProperty("workbook.jdk"))) {
      Files.createDirectories(FOLDER);
      Files.write(file, lines, StandardCharsets.ISO_8859_1);
    }
    assumeTrue(Files.exists(file), "no list for JDK " + version + " yet; see EXPLORER.md");
    assertEquals(lines, Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    assertTrue(Files.size(file) < 300_000, () -> file + " has grown too long");
  }

  /// Each class with those of its public methods that are neither allowed nor modelled.
  @ParameterizedTest
  @CsvSource({
    "java.lang.Boolean, getBoolean",
    "java.lang.Character, ''",
    "java.lang.Double, ''",
    "java.lang.Integer, getInteger",
    "java.lang.Iterable, ''",
    "java.lang.Math, ''",
    "java.lang.Object, ''",
    "java.lang.Record, ''",
    "java.lang.String, ''",
    "java.lang.StringBuilder, ''",
    "java.lang.Throwable, ''",
    "java.lang.invoke.VarHandle, ''",
    "java.math.BigDecimal, ''",
    "java.math.BigInteger, parallelMultiply",
    "java.text.MessageFormat, ''",
    "java.time.Duration, ''",
    "java.time.Instant, ''",
    "java.time.LocalDate, ''",
    "java.time.LocalDateTime, ''",
    "java.util.ArrayDeque, parallelStream",
    "java.util.ArrayList, parallelStream",
    "java.util.Arrays, parallelPrefix parallelSetAll parallelSort",
    "java.util.BitSet, ''",
    "java.util.Collections, ''",
    "java.util.EnumMap, hashCode",
    "java.util.HashMap, ''",
    "java.util.Iterator, ''",
    "java.util.LinkedList, parallelStream",
    "java.util.List, parallelStream",
    "java.util.Map, ''",
    "java.util.Objects, toIdentityString",
    "java.util.Optional, ''",
    "java.util.PriorityQueue, parallelStream",
    "java.util.StringJoiner, ''",
    "java.util.TreeMap, ''",
    "java.util.concurrent.CopyOnWriteArrayList, parallelStream",
    "java.util.function.Function, ''",
    "java.util.regex.Matcher, namedGroups",
    "java.util.regex.Pattern, namedGroups",
    "java.util.stream.Collectors, ''",
    "java.util.stream.IntStream, parallel",
    "java.util.stream.Stream, parallel",
  })
  void ordinaryMethodsAreAllowed(Class<?> type, String refused) {
    var names = new TreeSet<String>();
    for (var method : type.getMethods()) {
      if (refused(callee(type, method)) != null) {
        names.add(method.getName());
      }
    }
    for (var constructor : type.getConstructors()) {
      if (refused(callee(type, constructor)) != null) {
        names.add("new");
      }
    }
    assertEquals(refused, String.join(" ", names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.File.exists",
        "java.io.FileInputStream.<init>",
        "java.lang.Class.newInstance",
        "java.lang.Process.waitFor",
        "java.lang.ProcessBuilder.start",
        "java.lang.Runtime.addShutdownHook",
        "java.lang.Runtime.exec",
        "java.lang.Runtime.load",
        "java.lang.Runtime.version",
        "java.lang.System.load",
        "java.lang.System.loadLibrary",
        "java.lang.System.setProperty",
        "java.lang.invoke.MethodHandle.invokeExact",
        "java.lang.management.ManagementFactory.getThreadMXBean",
        "java.lang.reflect.Array.setInt",
        "java.lang.reflect.Constructor.newInstance",
        "java.lang.reflect.Field.setInt",
        "java.lang.reflect.Method.invoke",
        "java.net.Socket.<init>",
        "java.net.URL.openStream",
        "java.net.http.HttpClient.newHttpClient",
        "java.nio.channels.FileChannel.open",
        "java.nio.file.Files.readString",
        "java.security.SecureRandom.<init>",
        "java.sql.DriverManager.getConnection",
        "java.util.Scanner.<init>",
        "java.util.ServiceLoader.load",
        "java.util.concurrent.ConcurrentHashMap.reduceValues",
        "java.util.random.RandomGenerator.getDefault",
        "javax.swing.Timer.start",
        "jdk.internal.misc.Unsafe.getUnsafe",
        "sun.misc.Unsafe.getInt",
      })
  void whatHasMoreBehindItIsRefusedByName(String method) {
    var dot = method.lastIndexOf('.');
    var owner = method.substring(0, dot).replace('.', '/');
    var said = Forbidden.call(callee(owner, method.substring(dot + 1), "()V"), hierarchy());
    var name = JdkMethods.current().knows(owner) ? method : method.substring(0, dot);
    assertTrue(said != null && said.startsWith(name), () -> method + ": " + said);
  }

  @Test
  void aJdkWithoutAListGetsTheNearestOne() {
    assertEquals("", JdkMethods.nearest(25).noteFor(25));
    for (var version : List.of(24, 98)) {
      var note = JdkMethods.nearest(version).noteFor(version);
      assertTrue(note.contains("there is none for JDK " + version), note);
    }
    assertFalse(JdkMethods.nearest(98).knows("java/lang/Nothing"));
  }

  private static Hierarchy hierarchy() {
    return new Hierarchy(ClassLoader.getSystemClassLoader());
  }

  private static String refused(Callee callee) {
    return MachineWeaver.redirects(callee) || SaltedWeaver.makes(callee)
        ? null
        : Forbidden.call(callee, hierarchy());
  }

  private static Callee callee(Class<?> type, Executable of) {
    var result = of instanceof Method method ? method.getReturnType() : void.class;
    var descriptor =
        MethodTypeDesc.of(
            result.describeConstable().orElseThrow(),
            Arrays.stream(of.getParameterTypes())
                .map(parameter -> parameter.describeConstable().orElseThrow())
                .toList());
    var name = of instanceof Method method ? method.getName() : "<init>";
    var opcode = Modifier.isStatic(of.getModifiers()) ? Opcode.INVOKESTATIC : Opcode.INVOKEVIRTUAL;
    return new Callee(
        opcode,
        Renames.forUser(type.getName().replace('.', '/')),
        name,
        descriptor,
        type.isInterface());
  }

  private static Callee callee(String owner, String name, String descriptor) {
    return new Callee(
        Opcode.INVOKEVIRTUAL, owner, name, MethodTypeDesc.ofDescriptor(descriptor), false);
  }
}

package workbook.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The members of a JSON object, asked for by name. Whoever asks for a member that is missing or of
/// another kind gets an [IllegalArgumentException] that names it.
record JsonFields(JsonObject object) {
  static JsonFields parse(String json) {
    var reader = new JsonReader(new StringReader(json));
    // STRICT refuses half of a surrogate pair, which a Java text may hold.
    reader.setStrictness(Strictness.LEGACY_STRICT);
    try {
      var whole = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT) {
        return of(whole);
      }
    } catch (JsonParseException | IOException brokenJson) {
      throw new IllegalArgumentException("it stops being JSON at " + reader.getPath());
    }
    throw new IllegalArgumentException("there is text after its end");
  }

  static JsonFields of(JsonElement element) {
    if (element instanceof JsonObject object) {
      return new JsonFields(object);
    }
    throw new IllegalArgumentException("a JSON object is missing");
  }

  boolean has(String name) {
    return object.has(name);
  }

  JsonFields members(String name) {
    return of(member(name));
  }

  String text(String name) {
    return textOf(member(name), name);
  }

  /// A text, or another one where there is none.
  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  Optional<String> textIfAny(String name) {
    return Optional.ofNullable(object.get(name)).map(member -> textOf(member, name));
  }

  double number(String name) {
    return numberOf(member(name), name);
  }

  long whole(String name) {
    return wholeOf(member(name), name, "a whole number");
  }

  int count(String name) {
    var whole = whole(name);
    if (whole != (int) whole) {
      throw wrong(name, "a whole number below 2,147,483,648");
    }
    return (int) whole;
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text(name)))
        .findFirst()
        .orElseThrow(() -> wrong(name, "a kind of " + type.getSimpleName()));
  }

  boolean yes(String name) {
    if (member(name).isJsonPrimitive() && member(name).getAsJsonPrimitive().isBoolean()) {
      return member(name).getAsBoolean();
    }
    throw wrong(name, "true or false");
  }

  <T> List<T> list(String name, Function<JsonFields, T> each) {
    return elements(name).map(element -> each.apply(of(element))).toList();
  }

  List<String> texts(String name) {
    return elements(name).map(element -> textOf(element, name)).toList();
  }

  List<Double> numbers(String name) {
    return elements(name).map(element -> numberOf(element, name)).toList();
  }

  /// All members as values of parameters, in the order they were written.
  Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    object
        .entrySet()
        .forEach(one -> settings.put(one.getKey(), setting(one.getValue(), one.getKey())));
    return settings;
  }

  private static String setting(JsonElement element, String name) {
    if (element instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    if (element instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean() ? "yes" : "no";
    }
    return Long.toString(wholeOf(element, name, "text, a whole number, true or false"));
  }

  private Stream<JsonElement> elements(String name) {
    if (member(name) instanceof JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false);
    }
    throw wrong(name, "a list");
  }

  private JsonElement member(String name) {
    var member = object.get(name);
    if (member == null) {
      throw new IllegalArgumentException("it has no \"" + name + "\"");
    }
    return member;
  }

  private static String textOf(JsonElement element, String name) {
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      return element.getAsString();
    }
    throw wrong(name, "text");
  }

  private static long wholeOf(JsonElement element, String name, String wanted) {
    try {
      if (element instanceof JsonPrimitive value && value.isNumber()) {
        return new BigDecimal(value.getAsString()).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException tooLargeOrBroken) {
      throw wrong(name, wanted);
    }
    throw wrong(name, wanted);
  }

  private static double numberOf(JsonElement element, String name) {
    if (element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber()
        && Double.isFinite(element.getAsDouble())) {
      return element.getAsDouble();
    }
    throw wrong(name, "a number");
  }

  private static IllegalArgumentException wrong(String name, String wanted) {
    return new IllegalArgumentException("its \"" + name + "\" is not " + wanted);
  }
}

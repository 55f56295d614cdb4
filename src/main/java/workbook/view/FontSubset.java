package workbook.view;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A TrueType font with the letters of a text and no others, small enough for a file that carries
/// its own font. The format: learn.microsoft.com/typography/opentype/spec.
final class FontSubset {
  private static final FontRenderContext ANY = new FontRenderContext(null, true, true);
  private static final List<String> UNCHANGED = List.of("OS/2", "gasp", "name", "prep");

  /// The flags of a component of a glyph.
  private static final int WORDS = 1;

  private static final int SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  private final ByteBuffer whole;
  private final Map<String, ByteBuffer> tables = new HashMap<>();
  private final List<Integer> glyphs = new ArrayList<>(List.of(0)); // 0 stands for a missing letter

  private FontSubset(byte[] font) {
    whole = ByteBuffer.wrap(font);
    for (var entry = 12; entry < 12 + 16 * whole.getShort(4); entry += 16) {
      var tag = new byte[4];
      whole.get(entry, tag);
      tables.put(
          new String(tag, StandardCharsets.US_ASCII),
          whole.slice(whole.getInt(entry + 8), whole.getInt(entry + 12)));
    }
  }

  /// @param font the same font as Java knows it
  static byte[] of(byte[] file, Font font, String text) {
    return new FontSubset(file).of(font, text);
  }

  private byte[] of(Font font, String text) {
    var letters = new TreeMap<Integer, Integer>();
    text.chars()
        .filter(letter -> !Character.isSurrogate((char) letter) && font.canDisplay((char) letter))
        .sorted()
        .distinct()
        .forEach(letter -> letters.put(letter, number(glyph(font, (char) letter))));
    var glyf = ByteBuffer.allocate(tables.get("glyf").capacity() + 4 * 65_536);
    var starts = new ArrayList<Integer>();
    for (var g = 0; g < glyphs.size(); g++) { // grows while components are found
      starts.add(glyf.position());
      glyf.put(outline(glyphs.get(g)));
      glyf.position((glyf.position() + 3) / 4 * 4);
    }
    starts.add(glyf.position());
    var parts = new TreeMap<String, byte[]>();
    UNCHANGED.stream()
        .filter(tables::containsKey)
        .forEach(tag -> parts.put(tag, copy(tag).array()));
    parts.put("cmap", cmap(letters));
    parts.put("glyf", Arrays.copyOf(glyf.array(), glyf.position()));
    parts.put("head", copy("head").putInt(8, 0).putShort(50, (short) 1).array());
    parts.put("hhea", copy("hhea").putShort(34, (short) glyphs.size()).array());
    parts.put("hmtx", widths());
    var loca = ByteBuffer.allocate(4 * starts.size());
    starts.forEach(loca::putInt);
    parts.put("loca", loca.array());
    parts.put("maxp", copy("maxp").putShort(4, (short) glyphs.size()).array());
    parts.put("post", Arrays.copyOf(copy("post").putInt(0, 0x30000).array(), 32));
    return file(parts);
  }

  private static int glyph(Font font, char letter) {
    return font.createGlyphVector(ANY, new char[] {letter}).getGlyphCode(0);
  }

  /// The number that a glyph has in the subset.
  private int number(int glyph) {
    if (!glyphs.contains(glyph)) {
      glyphs.add(glyph);
    }
    return glyphs.indexOf(glyph);
  }

  private ByteBuffer copy(String tag) {
    var table = tables.get(tag);
    return ByteBuffer.allocate(table.capacity()).put(0, table, 0, table.capacity());
  }

  private byte[] outline(int glyph) {
    var from = start(glyph);
    var outline = new byte[start(glyph + 1) - from];
    tables.get("glyf").get(from, outline);
    if (outline.length > 0 && ByteBuffer.wrap(outline).getShort(0) < 0) {
      renumber(ByteBuffer.wrap(outline));
    }
    return outline;
  }

  private int start(int glyph) {
    var loca = tables.get("loca");
    var isLong = tables.get("head").getShort(50) == 1;
    return isLong ? loca.getInt(4 * glyph) : 2 * Short.toUnsignedInt(loca.getShort(2 * glyph));
  }

  /// Gives the components of a glyph, for example `e` and its accent, their new numbers.
  private void renumber(ByteBuffer composite) {
    var at = 10;
    var flags = MORE;
    while ((flags & MORE) != 0) {
      flags = composite.getShort(at);
      var component = number(Short.toUnsignedInt(composite.getShort(at + 2)));
      composite.putShort(at + 2, (short) component);
      at += (flags & WORDS) != 0 ? 8 : 6;
      at +=
          (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
    }
  }

  private byte[] widths() {
    var hmtx = tables.get("hmtx");
    var pairs = Short.toUnsignedInt(tables.get("hhea").getShort(34));
    var widths = ByteBuffer.allocate(4 * glyphs.size());
    for (var glyph : glyphs) {
      widths.putShort(hmtx.getShort(4 * Math.min(glyph, pairs - 1)));
      widths.putShort(
          hmtx.getShort(glyph < pairs ? 4 * glyph + 2 : 4 * pairs + 2 * (glyph - pairs)));
    }
    return widths.array();
  }

  /// Which letter is which glyph: one segment a letter, in format 4.
  private static byte[] cmap(SortedMap<Integer, Integer> letters) {
    var segments = letters.size() + 1;
    var length = 16 + 8 * segments;
    var power = Integer.highestOneBit(segments);
    var cmap = ByteBuffer.allocate(12 + length);
    shorts(cmap, 0, 1, 3, 1, 0, 12, 4, length, 0, 2 * segments, 2 * power);
    shorts(cmap, Integer.numberOfTrailingZeros(power), 2 * segments - 2 * power);
    letters.keySet().forEach(letter -> shorts(cmap, letter));
    shorts(cmap, 0xFFFF, 0);
    letters.keySet().forEach(letter -> shorts(cmap, letter));
    shorts(cmap, 0xFFFF);
    letters.forEach((letter, glyph) -> shorts(cmap, glyph - letter));
    shorts(cmap, 1);
    return cmap.array();
  }

  private static void shorts(ByteBuffer to, int... values) {
    for (var value : values) {
      to.putShort((short) value);
    }
  }

  private static byte[] file(SortedMap<String, byte[]> parts) {
    var power = Integer.highestOneBit(parts.size());
    var start = 12 + 16 * parts.size();
    var length = parts.values().stream().mapToInt(part -> (part.length + 3) / 4 * 4).sum();
    var file = ByteBuffer.allocate(start + length).putInt(0x10000);
    shorts(file, parts.size(), 16 * power, Integer.numberOfTrailingZeros(power));
    shorts(file, 16 * (parts.size() - power));
    for (var part : parts.entrySet()) {
      file.put(start, part.getValue());
      var padded = (part.getValue().length + 3) / 4 * 4;
      file.put(part.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(file, start, padded)).putInt(start).putInt(part.getValue().length);
      start += padded;
    }
    return file.array();
  }

  private static int sum(ByteBuffer of, int start, int length) {
    var sum = 0;
    for (var at = start; at < start + length; at += 4) {
      sum += of.getInt(at);
    }
    return sum;
  }
}

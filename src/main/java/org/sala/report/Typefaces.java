package org.sala.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;
import org.openpdf.text.pdf.GlyphLayoutManager;

/**
 * The typefaces of the house, one for each script, and how wide words are in them. No font of the
 * machine is ever used: a paper looks the same everywhere.
 */
final class Typefaces {
  private static final String CHINESE = "NotoSansCJK-Subset.otf";
  private static final List<String> FAMILIES =
      List.of("NotoSans", "NotoSansThai", "NotoSansLao", "NotoSansKhmer", "NotoSansMyanmar");

  /** Read once: they are large, and nothing of them changes. */
  private static final class Loaded {
    static final Typefaces ALL = new Typefaces();
  }

  private final GlyphLayoutFontManager fonts = new GlyphLayoutFontManager();
  private final GlyphLayoutManager layout = new GlyphLayoutManager(fonts);
  private final List<Face> regular;
  private final List<Face> bold;

  private Typefaces() {
    Face chinese = read(CHINESE);
    regular = faces("-Regular.ttf", chinese);
    bold = faces("-Bold.ttf", chinese);
  }

  static Typefaces all() {
    return Loaded.ALL;
  }

  /** Returns what shapes the letters when they are written. */
  GlyphLayoutManager layout() {
    return layout;
  }

  private List<Face> faces(String kind, Face chinese) {
    return Stream.concat(FAMILIES.stream().map(f -> read(f + kind)), Stream.of(chinese)).toList();
  }

  private Face read(String file) {
    try (InputStream in =
        Objects.requireNonNull(Typefaces.class.getResourceAsStream("/org/sala/fonts/" + file))) {
      // None of the faces draws a script that runs to the left: such letters are empty boxes.
      BaseFont font =
          fonts
              .loadFont(file, in, 1, new GlyphLayoutFontManager.FontOptions().setRunDirectionLtr())
              .getBaseFont();
      LineMetrics metrics =
          fonts
              .getAwtFont(font, 100)
              .getLineMetrics("", new FontRenderContext(new AffineTransform(), false, true));
      return new Face(font, metrics.getAscent() / 100, metrics.getDescent() / 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GlyphLayoutFontManager.FontLoadException e) {
      throw new IllegalStateException("a bundled font cannot be read", e);
    }
  }

  /**
   * One line of these words. A letter that no face draws is drawn as an empty box, and is in the
   * text of the line all the same.
   */
  Line line(String text, float size, boolean strong) {
    List<Line.Run> runs = new ArrayList<>();
    float x = 0;
    float ascent = 0;
    float descent = 0;
    for (Piece p : pieces(text, strong ? bold : regular)) {
      runs.add(new Line.Run(p.text, p.face, x));
      x += width(p.face, p.text, size);
      ascent = Math.max(ascent, p.face.ascent());
      descent = Math.max(descent, p.face.descent());
    }
    Face usual = regular.getFirst();
    String drawn = text.stripTrailing();
    float width =
        drawn.length() == text.length() || runs.isEmpty() ? x : line(drawn, size, strong).width();
    return new Line(
        text,
        runs,
        width,
        size * Math.max(ascent, usual.ascent()),
        size * Math.max(descent, usual.descent()));
  }

  private float width(Face face, String text, float size) {
    var glyphs = layout.computeGlyphVector(face.font(), size, text);
    return (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
  }

  private record Piece(String text, Face face) {}

  /**
   * Letters that stand together stay in one face: a mark is drawn onto the letter it belongs to.
   */
  private static List<Piece> pieces(String text, List<Face> faces) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    Face face = faces.getFirst();
    BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    letters.setText(text);
    int from = letters.first();
    for (int to = letters.next(); to != BreakIterator.DONE; from = to, to = letters.next()) {
      String letter = drawn(text.substring(from, to));
      if (letter.isEmpty()) {
        continue;
      }
      Face wanted = face(letter, face, faces);
      if (!wanted.equals(face) && !now.isEmpty()) {
        pieces.add(new Piece(now.toString(), face));
        now.setLength(0);
      }
      face = wanted;
      now.append(letter);
    }
    if (!now.isEmpty()) {
      pieces.add(new Piece(now.toString(), face));
    }
    return pieces;
  }

  /** The face in use goes on where it can. */
  private static Face face(String letter, Face now, List<Face> faces) {
    return Stream.concat(Stream.of(now), faces.stream())
        .filter(f -> letter.codePoints().allMatch(f::draws))
        .findFirst()
        .orElse(faces.getFirst());
  }

  /** Returns a letter without what is never drawn, as the signs for where a line may be cut. */
  private static String drawn(String letter) {
    if (letter.length() == 1 && letter.charAt(0) < 0x80) {
      return letter;
    }
    return letter
        .codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package org.sala.ui.exhibits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.ui.roster.Decoding;

/** What is shown of an exhibit's file, made beside the FX thread and held in memory alone. */
sealed interface Shown {
  /** A longer text is shown to here; all of it is in the export. */
  int MOST_TEXT = 128 << 10;

  /** A line of a text that has no lines. */
  int LONGEST_LINE = 1_000;

  /** Decoded no larger than a screen. */
  int WIDEST = 1_920;

  record Pictured(Image image, int width, int height) implements Shown {}

  record Written(List<String> lines, boolean cut) implements Shown {}

  /** Nothing that is shown inside; what it is by its content. */
  record NotShown(String type) implements Shown {}

  /** A picture that is spoiled, or too large to be decoded. */
  record NotDecoded(String type) implements Shown {}

  record Gone(AttachedContent.Opening why) implements Shown {}

  static Shown of(AttachedContent.Opening opening) {
    if (!(opening instanceof AttachedContent.Opening.Opened opened)) {
      return new Gone(opening);
    }
    AttachedContent content = opened.content();
    try (content) {
      return switch (content.look()) {
        case PICTURE -> picture(content, content.type());
        case TEXT -> text(content);
        case OTHER -> new NotShown(content.type());
      };
    } catch (IOException e) {
      return new Gone(content.ended(e));
    }
  }

  private static Shown picture(AttachedContent content, String type) throws IOException {
    return Decoding.picture(content, WIDEST)
        .<Shown>map(d -> new Pictured(d.image(), d.width(), d.height()))
        .orElseGet(() -> new NotDecoded(type));
  }

  private static Shown text(AttachedContent content) throws IOException {
    String text = new String(content.first(MOST_TEXT), StandardCharsets.UTF_8);
    boolean cut = content.size() > MOST_TEXT;
    // A letter that was cut in two is left out.
    String whole = cut ? text.replaceAll("\ufffd+$", "") : text;
    List<String> lines = new ArrayList<>();
    for (String line : visible(whole).split("\r\n|\n|\r", -1)) {
      for (int at = 0; at == 0 || at < line.length(); at += LONGEST_LINE) {
        lines.add(line.substring(at, Math.min(line.length(), at + LONGEST_LINE)));
      }
    }
    return new Written(lines, cut);
  }

  /** Characters that turn the writing round are written out; those that join letters stay. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean turns =
                  c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0xfeff;
              if (turns) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else if (c == '\t') {
                shown.append("    ");
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}

package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.report.Block.Look;

/** Makes strips out of blocks, for a column that begins at some place and is so wide. */
final class Arranging {
  private static final float BOX = 9;
  private static final float WRITING = 22;
  private static final float PAD = 8;

  /** Modules around a QR code (ISO/IEC 18004, 5.3.8). */
  private static final int QUIET = 4;

  private final Typefaces faces;
  private final float x;
  private final float width;

  Arranging(Typefaces faces, float x, float width) {
    this.faces = faces;
    this.x = x;
    this.width = width;
  }

  List<Strip> strips(List<Block> blocks) {
    List<Strip> all = new ArrayList<>();
    blocks.forEach(b -> all.addAll(strips(b)));
    return all;
  }

  private List<Strip> strips(Block block) {
    return switch (block) {
      case Block.Words w -> words(w);
      case Block.Ticks t -> ticks(t.ticks(), t.writing());
      case Block.Blank b -> blank(b.lines());
      case Block.Fields f -> List.of(fields(f.labels()));
      case Block.Grid g -> new Gridding(faces, x, width).strips(g);
      case Block.Square s -> List.of(square(s));
      case Block.Cut c -> List.of(cut(c.words()));
      case Block.Space s -> List.of(Strip.space(s.points()));
      case Block.Rule r ->
          List.of(new Strip(9, List.of(new Mark.Stroke(x, 4, x + width, 4, false))));
      case Block.Together t -> together(strips(t.blocks()));
      case Block.Framed f -> framed(f.blocks());
    };
  }

  static float size(Look look) {
    return switch (look) {
      case BODY, STRONG -> 10;
      case SMALL -> 8;
      case HEADING -> 12;
      case TITLE -> 17;
      case LARGE -> 26;
    };
  }

  static boolean strong(Look look) {
    return look != Look.BODY && look != Look.SMALL;
  }

  private List<Strip> words(Block.Words w) {
    float size = size(w.look());
    boolean leads = w.look() == Look.HEADING || w.look() == Look.TITLE;
    List<Strip> strips = new ArrayList<>();
    if (w.look() == Look.HEADING) {
      strips.add(new Strip(8, List.of(), true, Optional.empty()));
    }
    for (Line l : new Wrapping(faces, size, strong(w.look()), width).lines(w.text())) {
      Mark text = new Mark.Text(x, l.ascent(), size, l);
      strips.add(new Strip(l.height(), List.of(text), leads, Optional.empty()));
    }
    return strips;
  }

  /** A box never stands apart from its words. */
  private List<Strip> ticks(List<Block.Tick> ticks, boolean writing) {
    List<Strip> rows = new ArrayList<>();
    List<Mark> row = new ArrayList<>();
    float at = x;
    float tall = 0;
    for (Block.Tick t : ticks) {
      float room = width - BOX - 5;
      List<Line> lines = new Wrapping(faces, size(Look.BODY), false, room).lines(t.label());
      float needs = BOX + 5 + lines.getFirst().width() + 16;
      if (!row.isEmpty() && at + needs - 16 > x + width || lines.size() > 1 && !row.isEmpty()) {
        rows.add(new Strip(tall + 3, row));
        row = new ArrayList<>();
        at = x;
        tall = 0;
      }
      float y = 0;
      for (Line l : lines) {
        row.add(new Mark.Text(at + BOX + 5, y + l.ascent(), size(Look.BODY), l));
        y += l.height();
      }
      Line first = lines.getFirst();
      row.add(new Mark.Box(at, first.ascent() - BOX + 1, BOX, BOX, t.set()));
      tall = Math.max(tall, y);
      at += needs;
    }
    if (writing && at < x + width) {
      row.add(new Mark.Stroke(at, tall, x + width, tall, false));
    }
    if (!row.isEmpty()) {
      rows.add(new Strip(tall + 3, row));
    }
    return rows;
  }

  private List<Strip> blank(int lines) {
    List<Strip> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      float y = WRITING - 3;
      all.add(new Strip(WRITING, List.of(new Mark.Stroke(x, y, x + width, y, false))));
    }
    return all;
  }

  private Strip fields(List<String> labels) {
    List<Mark> marks = new ArrayList<>();
    float share = width / labels.size();
    float base = WRITING - 6;
    for (int i = 0; i < labels.size(); i++) {
      float at = x + i * share;
      Line l = faces.line(labels.get(i), size(Look.SMALL), false);
      marks.add(new Mark.Text(at, base, size(Look.SMALL), l));
      marks.add(new Mark.Stroke(at + l.width() + 4, base + 3, at + share - 8, base + 3, false));
    }
    return new Strip(WRITING, marks);
  }

  /** One mark for each run of dark modules in a row. */
  private Strip square(Block.Square s) {
    boolean[][] dark = QrCode.of(s.text());
    float module = s.side() / (dark.length + 2 * QUIET);
    List<Mark> marks = new ArrayList<>();
    for (int row = 0; row < dark.length; row++) {
      int from = 0;
      while (from < dark[row].length) {
        int to = from;
        while (to < dark[row].length && dark[row][to]) {
          to++;
        }
        if (to > from) {
          marks.add(
              new Mark.Dark(
                  x + (QUIET + from) * module,
                  (QUIET + row) * module,
                  (to - from) * module,
                  module));
        }
        from = to + 1;
      }
    }
    return new Strip(s.side(), marks);
  }

  private Strip cut(String words) {
    Line l = faces.line(words, size(Look.SMALL), false);
    return new Strip(
        28,
        List.of(
            new Mark.Stroke(x, 18, x + width, 18, true),
            new Mark.Text(x, 14, size(Look.SMALL), l)));
  }

  private static List<Strip> together(List<Strip> strips) {
    return Strip.height(strips) <= Sheet.room() ? List.of(Strip.joined(strips)) : strips;
  }

  /** What does not fit on a page has no frame: it would be cut. */
  private List<Strip> framed(List<Block> blocks) {
    List<Strip> inside = new Arranging(faces, x + PAD, width - 2 * PAD).strips(blocks);
    float height = Strip.height(inside) + 2 * PAD;
    if (height > Sheet.room()) {
      return inside;
    }
    List<Mark> marks = new ArrayList<>(Mark.down(Strip.joined(inside).marks(), PAD));
    marks.add(new Mark.Box(x, 0, width, height, false));
    return List.of(new Strip(height, marks), Strip.space(6));
  }
}

package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.report.Block.Look;

/** Makes strips out of a table. A row that is taller than half a page is cut between lines. */
final class Gridding {
  private static final float GAP = 8;
  private static final float PAD = 3;
  private static final float TALL = Sheet.room() / 2;

  private final Typefaces faces;
  private final float x;
  private final float width;

  Gridding(Typefaces faces, float x, float width) {
    this.faces = faces;
    this.x = x;
    this.width = width;
  }

  List<Strip> strips(Block.Grid grid) {
    Strip head = row(cells(grid, grid.head(), Look.SMALL), Look.SMALL, Optional.empty()).getFirst();
    Strip leading = new Strip(head.height(), head.marks(), true, Optional.empty());
    List<Strip> all = new ArrayList<>(List.of(leading));
    for (List<String> row : grid.rows()) {
      all.addAll(row(cells(grid, row, Look.BODY), Look.BODY, Optional.of(head)));
    }
    return all;
  }

  private record Cell(float x, List<Line> lines) {}

  private List<Cell> cells(Block.Grid grid, List<String> words, Look look) {
    float shares = grid.shares().stream().mapToInt(Integer::intValue).sum();
    List<Cell> cells = new ArrayList<>();
    float at = x;
    for (int i = 0; i < words.size(); i++) {
      float wide = width * grid.shares().get(i) / shares;
      float size = size(look);
      Wrapping wrapping = new Wrapping(faces, size, look == Look.SMALL, wide - GAP);
      cells.add(new Cell(at, wrapping.lines(words.get(i))));
      at += wide;
    }
    return cells;
  }

  private static float size(Look look) {
    return look == Look.SMALL ? 8 : 9.5f;
  }

  private List<Strip> row(List<Cell> cells, Look look, Optional<Strip> again) {
    float height = 0;
    int most = 0;
    float line = 0;
    for (Cell c : cells) {
      height = Math.max(height, tall(c.lines));
      most = Math.max(most, c.lines.size());
      line = Math.max(line, (float) c.lines.stream().mapToDouble(Line::height).max().orElse(0));
    }
    int atOnce = height <= TALL ? most : (int) (TALL / line);
    List<Strip> strips = new ArrayList<>();
    for (int from = 0; from < most; from += atOnce) {
      strips.add(part(cells, from, from + atOnce, from + atOnce >= most, look, again));
    }
    return strips;
  }

  private Strip part(
      List<Cell> cells, int from, int to, boolean last, Look look, Optional<Strip> again) {
    List<Mark> marks = new ArrayList<>();
    float height = 0;
    for (Cell c : cells) {
      float y = PAD;
      for (Line l : c.lines.subList(Math.min(from, c.lines.size()), Math.min(to, c.lines.size()))) {
        marks.add(new Mark.Text(c.x, y + l.ascent(), size(look), l));
        y += l.height();
      }
      height = Math.max(height, y + PAD);
    }
    if (last) {
      marks.add(new Mark.Stroke(x, height, x + width, height, false));
    }
    return new Strip(height, marks, false, again);
  }

  private static float tall(List<Line> lines) {
    return (float) lines.stream().mapToDouble(Line::height).sum();
  }
}

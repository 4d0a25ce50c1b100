package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.List;
import org.sala.casework.screening.Endings;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/** The card, without a head, a foot or a title: whoever finds it learns nothing from it. */
final class CardPaper {
  private CardPaper() {}

  static Paper of(Endings.Card card, Words words) {
    List<Block> inside = new ArrayList<>();
    inside.add(new Block.Words(card.number() + "   " + card.code(), Look.LARGE));
    inside.add(new Block.Space(6));
    for (String line : card.lines(words)) {
      inside.add(new Block.Words(line, Look.BODY));
      inside.add(new Block.Space(4));
    }
    return Paper.bare(List.of(new Block.Framed(inside)));
  }
}

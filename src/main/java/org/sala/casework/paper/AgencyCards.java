package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.partner.Partners;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/** Prints this agency's card on paper, for another agency. */
public final class AgencyCards {
  /** Points: large enough for a telephone's camera at arm's length. */
  private static final float SIDE = 400;

  private final Printing printing;
  private final Partners partners;

  public AgencyCards(Printing printing, Partners partners) {
    this.printing = printing;
    this.partners = partners;
  }

  /**
   * The card as a QR code. Its code is not on the paper: who swaps the paper would swap both.
   *
   * @throws CaseworkFault as {@link Partners#own} does
   */
  public Printed own(Words words, Path to, Progress progress) {
    return printing.save(
        List.of(paper(partners.own(), words)),
        "card",
        Optional.empty(),
        new Printing.To(words, to, progress));
  }

  private Paper paper(PartnerCard card, Words words) {
    return new Paper(
        "",
        words.t("paper.agencycard.title"),
        printing.foot(words),
        List.of(
            new Block.Words(card.name(), Look.TITLE),
            new Block.Words(words.t("paper.agencycard.below", card.name()), Look.BODY),
            new Block.Space(10),
            new Block.Square(card.text(), SIDE),
            new Block.Space(10),
            new Block.Words(words.t("paper.agencycard.code"), Look.STRONG)));
  }
}

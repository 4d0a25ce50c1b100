package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.List;
import org.sala.casework.protection.Dossier;
import org.sala.domain.PartialDate;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/**
 * A dossier as a reasoned statement: the law first, then both tracks on one timeline, then each
 * unlawful act with what is known of the compulsion behind it. What nobody wrote down is said to be
 * not written down: it is neither a yes nor a no.
 */
final class DossierPaper {
  private final Words words;

  DossierPaper(Words words) {
    this.words = words;
  }

  /**
   * @param back how many changes of what stands here go in no package
   */
  Paper of(Dossier d, String number, String officer, String agency, String foot, int back) {
    List<Block> all = new ArrayList<>();
    all.add(new Block.Words(words.t("dossier.title"), Look.TITLE));
    all.add(new Block.Words(words.t("dossier.law"), Look.BODY));
    all.add(body(words.t("dossier.paper.what")));
    all.add(new Block.Space(6));
    String language = words.code("lang", d.language());
    String agreed = words.t("dossier.agreed", words.date(d.agreed()), language);
    all.add(
        body(
            d.interpreter().isEmpty()
                ? agreed
                : agreed + " · " + words.t("paper.form.interpreter", d.interpreter())));
    all.add(
        body(
            d.counsel().isEmpty()
                ? words.t("dossier.nocounsel", d.noCounsel())
                : words.t("dossier.counsel", d.counsel())));
    all.add(
        body(words.t("dossier.paper.by", officer, agency.isEmpty() ? words.t("none") : agency)));
    if (back > 0) {
      all.add(new Block.Words(words.t("dossier.paper.back", back), Look.STRONG));
    }
    all.add(new Block.Words(words.t("dossier.paper.timeline"), Look.HEADING));
    all.add(timeline(d));
    acts(d, all);
    all.add(new Block.Together(asked()));
    return new Paper(number, words.t("dossier.title"), foot, all);
  }

  private Block timeline(Dossier d) {
    return new Block.Grid(
        List.of(3, 5, 5),
        List.of(words.t("dossier.when"), words.t("dossier.tothem"), words.t("dossier.bythem")),
        d.deeds().stream()
            .map(Dossier.Entry::deed)
            .map(
                deed ->
                    deed.track() == Dossier.Track.TO_THEM
                        ? List.of(when(deed), told(deed), "")
                        : List.of(when(deed), "", told(deed)))
            .toList());
  }

  private String told(Dossier.Deed deed) {
    return deed.evidence().isEmpty()
        ? deed.what()
        : deed.what() + "\n" + words.t("dossier.line.evidence", deed.evidence());
  }

  private String when(Dossier.Deed deed) {
    boolean unknown =
        deed.when().precision() == PartialDate.Precision.UNKNOWN && deed.when().typed().isBlank();
    return unknown ? words.t("dossier.notime") : words.day(deed.when());
  }

  /** Before or after the first coercion is what was written, and is never worked out. */
  private void acts(Dossier d, List<Block> all) {
    int number = 0;
    for (Dossier.Entry e : d.deeds()) {
      Dossier.Deed deed = e.deed();
      if (deed.track() == Dossier.Track.BY_THEM) {
        number++;
        if (number == 1) {
          all.add(new Block.Words(words.t("dossier.paper.acts"), Look.HEADING));
        }
        List<Block> one = new ArrayList<>();
        one.add(new Block.Space(5));
        one.add(new Block.Words(number + ". " + deed.what(), Look.STRONG));
        one.add(body(when(deed) + " · " + words.code("coercion", deed.coercion().name())));
        one.add(line("dossier.orderedBy", deed.orderedBy()));
        one.add(line("dossier.threat", deed.threat()));
        one.add(line("dossier.alternatives", deed.alternatives()));
        one.add(line("dossier.link", deed.link()));
        one.add(line("dossier.evidence", deed.evidence()));
        all.add(new Block.Together(one));
      }
    }
  }

  private List<Block> asked() {
    return List.of(
        new Block.Words(words.t("dossier.paper.asked"), Look.HEADING),
        body(words.t("dossier.paper.asked.below")),
        new Block.Space(4),
        new Block.Words(words.t("dossier.paper.nothing"), Look.SMALL),
        new Block.Space(16),
        new Block.Fields(List.of(words.t("dossier.paper.to"))),
        new Block.Fields(
            List.of(
                words.t("paper.triage.officer"), words.t("paper.signature"), words.t("paper.day"))),
        new Block.Fields(
            List.of(
                words.t("dossier.counsel.who"), words.t("paper.signature"), words.t("paper.day"))));
  }

  private Block line(String key, String said) {
    return body(words.t(key) + ": " + (said.isBlank() ? words.t("dossier.paper.unsaid") : said));
  }

  private static Block body(String text) {
    return new Block.Words(text, Look.BODY);
  }
}

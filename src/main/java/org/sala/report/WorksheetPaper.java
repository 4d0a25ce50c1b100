package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.form.Dimension;
import org.sala.form.Explanation;
import org.sala.form.Section;
import org.sala.report.Block.Look;

/**
 * The worksheet of a screening: the result with all that it rests on, and the finding that an
 * officer made of it. It says on its first line that it is not evidence of guilt or truth.
 */
public final class WorksheetPaper {
  private final Words words;
  private final Catalogue catalogue;
  private final Explanation e;
  private final Map<String, String> came;
  private final Set<String> differing;

  /**
   * @param came how the answer of an indicator came, by its code; absent where nobody wrote it down
   * @param differing the codes of the indicators of whose answer versions differ
   */
  public WorksheetPaper(
      Words words,
      Catalogue catalogue,
      Explanation explanation,
      Map<String, String> came,
      Set<String> differing) {
    this.words = words;
    this.catalogue = catalogue;
    this.e = explanation;
    this.came = Map.copyOf(came);
    this.differing = Set.copyOf(differing);
  }

  /**
   * A finding.
   *
   * @param code of the finding
   * @param by name and number of who made it
   * @param when day and time, in words
   * @param standing what it still waits for; may be empty
   */
  public record Found(String code, String reason, String by, String when, String standing) {
    @Override
    public String toString() {
      return "Found";
    }
  }

  /** The paper of one person. */
  public Paper of(String number, String foot, Optional<Found> found) {
    List<Block> all = new ArrayList<>();
    all.add(
        small(
            words.t(
                "worksheet.title",
                Catalogue.RULES,
                words.code("catalogue", catalogue.id()),
                catalogue.version(),
                catalogue.digest().substring(0, 12))));
    result(all);
    elements(all);
    dimensions(all);
    open(all);
    all.add(new Block.Space(8));
    all.add(small(words.t("worksheet.limits")));
    found.ifPresent(f -> found(f, all));
    return new Paper(number, words.t("paper.worksheet.title"), foot, all);
  }

  private void result(List<Block> all) {
    all.add(new Block.Space(6));
    all.add(new Block.Words(words.code("result", e.result().code()), Look.TITLE));
    all.add(body(words.code("resultMeans", e.result().code())));
    if (e.childProtectionReferral()) {
      all.add(strong(words.t("worksheet.child")));
    }
    if (e.forcedLabour()) {
      all.add(strong(words.t("worksheet.forced")));
    }
    all.add(strong(words.t("worksheet.protected")));
    if (e.result().offersOtherWays()) {
      all.add(strong(words.t("worksheet.other")));
      for (String key : List.of("crime", "return", "asylum", "labour")) {
        all.add(body("– " + words.t("worksheet.other." + key)));
      }
    }
  }

  private void elements(List<Block> all) {
    all.add(heading("worksheet.elements"));
    element("act", e.act(), e.actBasis(), all);
    element("means", e.means(), e.meansBasis(), all);
    element("purpose", e.purpose(), e.purposeBasis(), all);
  }

  /** Where an element is not met, what to ask next and never a no. */
  private void element(String key, boolean met, List<String> basis, List<Block> all) {
    List<Block> one = new ArrayList<>();
    one.add(
        strong(
            words.t("worksheet." + key)
                + ": "
                + words.t(met ? "worksheet.met" : "worksheet.open")));
    if (!met) {
      one.add(body(words.t("worksheet." + key + ".ask")));
    } else if (basis.isEmpty()) {
      one.add(body(words.t("worksheet.act.added")));
    }
    for (String code : basis) {
      String how = came.getOrDefault(code, "");
      one.add(
          body(code + "  " + label(code) + (how.isEmpty() ? "" : " · " + words.code("came", how))));
      if (differing.contains(code)) {
        one.add(small(words.t("paper.differing.answer")));
      }
    }
    one.add(new Block.Space(4));
    all.add(new Block.Together(one));
  }

  private void dimensions(List<Block> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Section s : catalogue.sections()) {
      s.dimension()
          .ifPresent(
              d ->
                  Optional.ofNullable(e.dimensions().get(d))
                      .ifPresent(counted -> rows.add(row(d, counted))));
    }
    all.add(heading("worksheet.dimensions"));
    all.add(small(words.t("worksheet.dimensions.source")));
    all.add(
        new Block.Grid(
            List.of(8, 3, 3, 3, 6),
            List.of(
                words.t("worksheet.dimension"),
                words.t("worksheet.strong"),
                words.t("worksheet.medium"),
                words.t("worksheet.weak"),
                words.t("worksheet.clause")),
            rows));
  }

  private List<String> row(Dimension d, Explanation.Count c) {
    String clause =
        !d.counts()
            ? words.t("worksheet.notcounted")
            : c.clause()
                .map(k -> words.code("clause", k.name()))
                .orElseGet(() -> words.t("worksheet.negative"));
    return List.of(
        words.code("dimension", d.code()),
        String.valueOf(c.strong()),
        String.valueOf(c.medium()),
        String.valueOf(c.weak()),
        clause);
  }

  private void open(List<Block> all) {
    all.add(heading("worksheet.stillopen"));
    all.add(body(words.t("worksheet.notano")));
    open("worksheet.notasked", e.notAsked(), all);
    open("worksheet.unknown", e.unknown(), all);
    open("worksheet.declined", e.declined(), all);
  }

  private void open(String key, List<String> codes, List<Block> all) {
    if (!codes.isEmpty()) {
      all.add(strong(words.t(key, codes.size())));
      all.add(body(codes.stream().map(c -> c + " " + label(c)).collect(Collectors.joining(", "))));
    }
  }

  private void found(Found f, List<Block> all) {
    List<Block> one = new ArrayList<>();
    one.add(heading("person.finding"));
    one.add(strong(words.code("finding", f.code())));
    one.add(body(words.t("paper.finding.by", f.by(), f.when())));
    one.add(body(words.t("paper.finding.reason", f.reason())));
    if (!f.standing().isEmpty()) {
      one.add(strong(f.standing()));
    }
    one.add(new Block.Space(18));
    one.add(
        new Block.Fields(
            List.of(words.t("paper.signature"), words.t("paper.place"), words.t("paper.day"))));
    all.add(new Block.Together(one));
  }

  private String label(String code) {
    return catalogue.indicator(code).map(i -> i.heardLabel().in(words.language())).orElse(code);
  }

  private Block heading(String key) {
    return new Block.Words(words.t(key), Look.HEADING);
  }

  private static Block body(String text) {
    return new Block.Words(text, Look.BODY);
  }

  private static Block strong(String text) {
    return new Block.Words(text, Look.STRONG);
  }

  private static Block small(String text) {
    return new Block.Words(text, Look.SMALL);
  }
}

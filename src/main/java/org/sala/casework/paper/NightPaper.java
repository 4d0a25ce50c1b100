package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.people.People;
import org.sala.domain.Moment;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/**
 * The list of the night. It lies about in a hall where the numbers are worn in sight, so it never
 * says who is afraid of whom or who wants to die: such a need is only called urgent.
 */
final class NightPaper {
  /** What may stand on paper as it is; everything else is called urgent and no more. */
  private static final Set<String> OPEN = Set.of("hurt", "child", "interpreter");

  private final Words words;
  private final Moment now;
  private final String foot;

  NightPaper(Words words, Moment now, String foot) {
    this.words = words;
    this.now = now;
    this.foot = foot;
  }

  Paper of(List<People.PersonLine> people, boolean names) {
    List<String> head =
        new ArrayList<>(
            List.of(
                words.t("people.number"),
                words.t("people.language"),
                words.t("paper.night.triage"),
                words.t("paper.night.urgent"),
                words.t("paper.night.next")));
    List<Integer> shares = new ArrayList<>(List.of(3, 4, 4, 5, 6));
    if (names) {
      head.add(1, words.t("people.name"));
      shares.add(1, 6);
    }
    List<List<String>> rows = people.stream().map(p -> row(p, names)).toList();
    return new Paper(
        "",
        words.t("paper.night.title"),
        foot,
        List.of(
            new Block.Words(
                words.t("paper.night.below", people.size(), words.date(now)), Look.BODY),
            new Block.Space(8),
            new Block.Grid(shares, head, rows)));
  }

  private List<String> row(People.PersonLine p, boolean names) {
    List<String> row =
        new ArrayList<>(
            List.of(
                p.wristband(),
                languages(p),
                words.t(
                    p.triageState().equals("done") ? "paper.night.done" : "paper.night.notdone"),
                urgent(p),
                next(p)));
    if (names) {
      String name = p.name().isEmpty() ? p.roman() : p.name();
      String differing =
          Differing.words(p.namesDiffering(), words).map(line -> "\n" + line).orElse("");
      row.add(1, (name.isEmpty() ? words.t("people.unnamed") : name) + differing);
    }
    return row;
  }

  String languages(People.PersonLine p) {
    return p.languages().isEmpty()
        ? ""
        : Arrays.stream(p.languages().split(" "))
            .map(l -> words.code("lang", l))
            .collect(Collectors.joining(", "));
  }

  /** Returns what may be said of an urgency on paper. */
  String urgent(People.PersonLine p) {
    List<String> all = new ArrayList<>();
    Set<String> codes = Set.of(p.urgency().split(" ", -1));
    if (codes.contains("hurt")) {
      all.add(words.t("today.medical"));
    }
    if (p.possiblyChild() || codes.contains("child")) {
      all.add(words.t("today.child"));
    }
    if (codes.contains("interpreter")) {
      all.add(words.t("today.interpreter"));
    }
    if (codes.stream().anyMatch(c -> !c.isEmpty() && !OPEN.contains(c))) {
      all.add(words.t("paper.night.see"));
    }
    return String.join(", ", all);
  }

  private String next(People.PersonLine p) {
    if (!p.urgency().isEmpty()) {
      return words.t("paper.night.tell");
    }
    if (!p.triageState().equals("done")) {
      return words.t("paper.night.triage");
    }
    return switch (p.screeningState()) {
      case "" -> words.t(p.detainedMillis().isPresent() ? "paper.night.held" : "paper.night.rest");
      // The same of everybody: a second officer is asked where protection ends, and nobody has told
      // the person yet.
      case "closed" -> words.t("paper.night.finding");
      default -> words.t("paper.night.screening");
    };
  }
}

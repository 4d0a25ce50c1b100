package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.form.Explanation;
import org.sala.form.Indicator;
import org.sala.report.AnswerOnPaper;
import org.sala.report.FilledForm;
import org.sala.report.Paper;
import org.sala.report.WorksheetPaper;

/**
 * What is printed of a screening: its worksheet with the finding, and its form with the answers. A
 * person stands on them by number. What may name officials and has to stay on this laptop is not
 * printed; the paper says that it stays.
 */
public final class ScreeningPapers {
  private final Printing printing;
  private final FindingOnPaper findings;
  private final Screenings screenings;

  public ScreeningPapers(Printing printing, FindingOnPaper findings, Screenings screenings) {
    this.printing = printing;
    this.findings = findings;
    this.screenings = screenings;
  }

  /**
   * The worksheet.
   *
   * @throws CaseworkFault {@code NOT_REVIEWED} while the questions are not over: a result that is
   *     read before would steer them
   */
  public Printed worksheet(RecordId screening, Words words, Path to, Progress progress) {
    ScreeningPage page = screenings.page(screening);
    Screenings.State state = page.line().state();
    if (state != Screenings.State.REVIEW && state != Screenings.State.CLOSED) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_REVIEWED);
    }
    Explanation explanation = screenings.explain(page);
    Catalogue catalogue = page.catalogue().orElseThrow();
    Map<String, String> came = new LinkedHashMap<>();
    Set<String> differing = new LinkedHashSet<>();
    for (Indicator i : catalogue.indicators()) {
      if (page.disputed(catalogue.path(i))) {
        differing.add(i.code());
      } else if (!page.at(i).came().isEmpty()) {
        came.put(i.code(), page.at(i).came());
      }
    }
    Paper paper =
        new WorksheetPaper(words, catalogue, explanation, came, differing)
            .of(
                page.person().wristband(),
                printing.foot(words),
                findings.of(page.person().id(), screening, page.person().findingWaits(), words));
    return printing.save(
        List.of(paper), "worksheet", Optional.of(screening), new Printing.To(words, to, progress));
  }

  /**
   * Prints a screening's form with its answers.
   *
   * @throws CaseworkFault {@code NO_PROTECTION_KEY} where answers are protected that this officer
   *     may not read: a form without them would say less than the person did
   */
  public Printed filledForm(RecordId screening, Words words, Path to, Progress progress) {
    ScreeningPage page = screenings.page(screening);
    if (page.keptBack()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    Catalogue catalogue =
        page.catalogue().orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD));
    Map<String, AnswerOnPaper> answers = new LinkedHashMap<>();
    page.answers()
        .forEach(
            (path, given) -> {
              if (given.stream().anyMatch(g -> !g.empty())) {
                answers.put(path, answer(path, given, catalogue, words));
              }
            });
    Paper paper =
        new FilledForm(words, catalogue, page.questions(), answers)
            .of(page.person().wristband(), printing.foot(words), head(page, words));
    return printing.save(
        List.of(paper),
        "filled form",
        Optional.of(screening),
        new Printing.To(words, to, progress));
  }

  private static AnswerOnPaper answer(
      String path, List<Given> all, Catalogue catalogue, Words words) {
    Given g = all.getFirst();
    boolean stays =
        catalogue.indicators().stream()
            .anyMatch(i -> i.staysHere() && catalogue.path(i).equals(path));
    boolean otherwise = all.stream().distinct().count() > 1;
    return stays
        ? new AnswerOnPaper("", words.t("paper.form.stays"), "", "", false, "", "", otherwise)
        : new AnswerOnPaper(
            g.code(),
            g.words(),
            g.came(),
            g.asked(),
            g.how().equals("own"),
            g.through(),
            g.seen(),
            otherwise);
  }

  private static List<String> head(ScreeningPage page, Words words) {
    List<String> head = new ArrayList<>();
    page.line().beganMillis().ifPresent(b -> head.add(words.t("paper.form.began", words.date(b))));
    head.add(words.t("paper.form.state", words.code("screeningState", page.line().state().name())));
    if (!page.language().isEmpty()) {
      head.add(words.t("paper.form.language", words.code("lang", page.language())));
    }
    if (!page.interpreter().isEmpty()) {
      head.add(words.t("paper.form.interpreter", page.interpreter()));
    }
    Differing.words(page.differing(), words).ifPresent(head::add);
    return head;
  }
}

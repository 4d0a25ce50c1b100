package org.sala.ui.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.paper.ScreeningPapers;
import org.sala.casework.practice.Practice;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.form.Explanation;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.roster.SecondFinding;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** After the interview: what the answers show, what is still open, and the officer's finding. */
public final class ReviewScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Screenings screenings,
      Findings findings,
      Outcomes outcomes,
      Histories histories,
      Packages packages,
      ScreeningPapers papers,
      Practice practice) {}

  private final RecordId id;
  private final boolean signing;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final FindingPart finding;
  private @Nullable Known known;
  private @Nullable ScrollPane aside;

  /**
   * @param explanation empty where it cannot be worked out here: another version of the form, or
   *     protected answers that this officer may not read
   * @param waits the finding that was made on this screening and waits for a second officer
   * @param findings all that are here on the person
   * @param against who has said no to it
   */
  private record Known(
      ScreeningPage page,
      Optional<Explanation> explanation,
      Optional<RecordStates.Way> way,
      Optional<Findings.FirstWord> waits,
      Set<RecordId> findings,
      List<Outcomes.Against> against) {
    private boolean closed() {
      return page.line().state() == Screenings.State.CLOSED;
    }
  }

  /**
   * @param signing whether a second officer is here to sign, for as long as a finding waits
   */
  public ReviewScreen(RecordId id, boolean signing, Doing doing, Here here) {
    this.id = id;
    this.signing = signing;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.finding = new FindingPart(doing.findings(), here, line, this::again);
    page.getStyleClass().add("page");
    line.ask(() -> known(doing.screenings().openResult(id)), this::show);
  }

  private Known known(ScreeningPage p) {
    boolean can = p.catalogue().isPresent() && !p.keptBack();
    return new Known(
        p,
        can ? Optional.of(doing.screenings().explain(p)) : Optional.<Explanation>empty(),
        Optional.ofNullable(doing.packages().ways(List.of(id)).get(id)),
        p.person().findingSigned()
            ? Optional.empty()
            : doing
                .findings()
                .firstWord(p.person().id())
                .filter(f -> f.screening().equals(Optional.of(id))),
        doing.findings().here(p.person().id()),
        doing.outcomes().against(p.person().id()));
  }

  @Override
  public void refresh() {
    if (known != null) {
      line.ask(() -> known(doing.screenings().page(id)), this::show);
    }
  }

  private void again() {
    if (known != null) {
      show(known);
    }
  }

  /** Whether this page is for reading and signing alone. */
  private boolean onlySigned(Known k) {
    return signing && k.waits().isPresent();
  }

  private void show(Known k) {
    known = k;
    Optional<Node> typedInto = finding.focused();
    VBox left = new VBox(14);
    // First what was said, then what it shows.
    k.waits().ifPresent(f -> left.getChildren().add(new AnswersPart(k.page(), here).node()));
    k.explanation()
        .ifPresentOrElse(
            e -> left.getChildren().add(new WorksheetPart(k.page(), e, here).node()),
            () ->
                left.getChildren()
                    .add(
                        Nodes.card(
                            Nodes.label(
                                here.t(
                                    k.page().keptBack()
                                        ? "review.keptback"
                                        : "review.otherversion")))));
    VBox right = new VBox(14);
    FieldWords.differing(k.page().differing(), here.texts())
        .ifPresent(
            all -> {
              VBox card = Nodes.card(all);
              card.setId("review-differing");
              right.getChildren().add(card);
            });
    right
        .getChildren()
        .add(
            k.waits().map(f -> second(k, f)).orElseGet(() -> finding.show(k.page(), k.findings())));
    k.explanation()
        .ifPresent(
            e -> {
              right
                  .getChildren()
                  .addAll(
                      new ContextPart(k.page(), doing.screenings(), here, line, this::refresh)
                          .nodes(!onlySigned(k)));
              right.getChildren().add(new OpenPart(k.page(), e, here).node());
            });
    Node scroll = Nodes.side(left, 600);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    ScrollPane beside = Nodes.side(right, 330);
    ScrollPane before = aside;
    if (before != null) {
      beside.setVvalue(before.getVvalue());
    }
    aside = beside;
    HBox body = new HBox(14, scroll, beside);
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox header =
        Nodes.header(
            here.t("nav.screening")
                + " / "
                + k.page().person().wristband()
                + k.way().map(w -> " · " + StateBadge.words(w, here)).orElse(""),
            here.t("review.title"),
            here.t("review.below"),
            new Badge(
                k.closed() ? Badge.Kind.ACCENT : Badge.Kind.WARNING,
                here.texts().code("screeningState", k.page().line().state().name())));
    header
        .getChildren()
        .add(HistoryForm.button(here, line, doing.histories(), List.of(id), "review-history"));
    if (!onlySigned(k)) {
      actions(k, header);
    }
    page.getChildren().setAll(header, body);
    typedInto.ifPresent(
        field -> {
          // What scrolls holds its content only once it has its look.
          page.applyCss();
          field.requestFocus();
        });
  }

  private void actions(Known k, HBox header) {
    if (k.explanation().isPresent()) {
      Node print =
          Nodes.button(
              here.t("paper.print"),
              "",
              () -> ReviewPapers.ask(here, doing.papers(), id, k.page().person().wristband()));
      print.setId("print-review");
      header.getChildren().add(print);
    }
    if (doing.practice().here()) {
      Node score =
          Nodes.button(
              here.t("practice.score"),
              "",
              () -> here.navigator().go(new Place.PracticeScore(id)),
              "primary");
      score.setId("practice-score");
      header.getChildren().add(score);
    }
    if (!k.closed() && k.page().catalogue().isPresent()) {
      Node back = Nodes.button(here.t("review.back"), "", this::resume);
      back.setId("review-back");
      header.getChildren().add(back);
      if (k.explanation().isPresent()) {
        Node close = Nodes.button(here.t("review.close"), "Ctrl Enter", this::goOn, "primary");
        close.setId("review-close");
        header.getChildren().add(close);
      }
    }
  }

  /** Who signs has everything beside it, and writes nothing else here. */
  private Node second(Known k, Findings.FirstWord first) {
    SecondPart part = new SecondPart(first, k.against(), k.explanation().isPresent(), here);
    return onlySigned(k) ? part.signed(() -> sign(k, first)) : part.read(this::signs);
  }

  private void sign(Known k, Findings.FirstWord first) {
    new SecondFinding(doing.findings(), here, line)
        .sign(
            k.page().person(),
            first,
            k.explanation().isPresent(),
            // The second officer is gone again.
            () -> here.navigator().go(new Place.Review(id)));
  }

  private void signs() {
    here.navigator().go(new Place.Review(id, true));
  }

  private void resume() {
    line.act(
        () -> doing.screenings().resume(id), s -> here.navigator().go(new Place.Interview(id)));
  }

  /** Closing is for good, so it is asked once in words. */
  @Override
  public void goOn() {
    if (known == null || known.closed() || onlySigned(known) || known.explanation().isEmpty()) {
      return;
    }
    ScreeningPage looked = known.page();
    here.dialogs()
        .askForGood(
            here.t("review.close"),
            Nodes.label(here.t("review.close.below")),
            here.t("review.close.verb"),
            () -> {
              line.act(() -> doing.screenings().close(looked), e -> refresh());
              return true;
            });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    finding.left();
    line.close();
  }
}

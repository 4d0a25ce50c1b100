package org.sala.ui.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Country;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.DangerForm;
import org.sala.ui.roster.FearForm;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** Who is in the room, what was asked before, and whether somebody is in danger now. */
final class RoomPart {
  private final ScreeningPage page;
  private final List<AskedBefore.Account> before;
  private final String officer;
  private final InterviewScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Runnable refresh;

  RoomPart(
      ScreeningPage page,
      List<AskedBefore.Account> before,
      String officer,
      InterviewScreen.Doing doing,
      Here here,
      Work.Line line,
      Runnable refresh) {
    this.page = page;
    this.before = before;
    this.officer = officer;
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.refresh = refresh;
  }

  /** Danger now without its text: whoever looks over a shoulder reads nothing. */
  Optional<Node> alert() {
    return inDanger()
        ? Optional.of(
            alarm(
                Nodes.label(here.t("screening.danger"), "strong", "danger"),
                Nodes.label(here.t("today.danger.what")),
                Nodes.row(Nodes.button(here.t("danger.open"), "F2", this::danger))))
        : Optional.empty();
  }

  /** Returns the danger of now without its text in one line, for narrow windows. */
  Optional<Node> alertLine() {
    return inDanger()
        ? Optional.of(
            low(
                alarm(
                    Nodes.row(
                        Nodes.line(here.t("screening.danger"), "strong", "danger"),
                        Nodes.line(here.t("today.danger.what")),
                        Nodes.spring(),
                        Nodes.button(here.t("danger.open"), "F2", this::danger)))))
        : Optional.empty();
  }

  /** For narrow windows: what can come up at any moment, without the rest of the room. */
  Node brief() {
    VBox card = Nodes.card();
    if (inDanger()) {
      card.getChildren().add(fear());
    } else {
      Button fear = fear();
      fear.setAccessibleText(fear.getText());
      fear.setTooltip(new Tooltip(fear.getText()));
      fear.setText(here.t("fear.add.short"));
      fear.setWrapText(false);
      fear.setMinWidth(Region.USE_PREF_SIZE);
      Button raise = raise();
      raise.getStyleClass().add("slim");
      fear.getStyleClass().add("slim");
      card.getChildren().add(Nodes.row(raise, fear));
    }
    if (!before.isEmpty()) {
      card.getChildren().add(Nodes.line(here.t("screening.before"), "caption"));
      before.forEach(a -> card.getChildren().add(Nodes.label(words(a), "muted", "small")));
    }
    return low(card);
  }

  private Button raise() {
    return Nodes.button(here.t("danger.raise"), "F2", this::danger);
  }

  private static VBox low(VBox card) {
    card.getStyleClass().add("low");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private static VBox alarm(Node... nodes) {
    VBox card = Nodes.card(nodes);
    card.getStyleClass().add("alarm");
    return card;
  }

  private boolean inDanger() {
    return Set.of(page.person().urgency().split(" ", -1)).contains("danger");
  }

  /** What to do and whom to call; it stands until somebody was told. */
  private void tell() {
    line.ask(doing.countryRules()::numbers, this::tell);
  }

  private void tell(List<Country.Call> numbers) {
    DangerForm.ask(
        here,
        new DangerForm.Danger(
            page.person().wristband(), page.setting().support(), numbers, Optional.empty()),
        alarm -> {},
        told ->
            line.act(
                () -> doing.triages().told(page.line().person(), "danger", told),
                s -> refresh.run()));
  }

  /** F2: the card of a danger that is there, or a danger that has just come up. */
  void danger() {
    if (inDanger()) {
      tell();
    } else {
      line.act(
          () -> doing.triages().raise(page.line().person(), "danger"),
          s -> {
            refresh.run();
            tell();
          });
    }
  }

  /** What was told elsewhere, and when. */
  private String words(AskedBefore.Account a) {
    String what =
        a.form().isEmpty()
            ? here.t("screening.before.statement")
            : here.texts().code("catalogue", a.form());
    return what
        + a.began().map(m -> ", " + here.texts().date(m)).orElse("")
        + (a.under().isEmpty() ? "" : ", " + here.t("screening.before.under", a.under()));
  }

  Node node() {
    VBox all = new VBox(14);
    alert().ifPresent(all.getChildren()::add);
    boolean triaged = page.person().triageState().equals("done");
    if (triaged || !before.isEmpty()) {
      VBox asked = Nodes.card(Nodes.label(here.t("screening.before"), "strong"));
      asked.setId("asked-before");
      if (triaged) {
        asked.getChildren().add(Nodes.label(here.t("screening.before.triage"), "muted"));
      }
      before.forEach(a -> asked.getChildren().add(Nodes.label(words(a), "muted")));
      all.getChildren().add(asked);
    }
    VBox room =
        Nodes.card(
            Nodes.label(here.t("screening.room"), "strong"),
            Nodes.label(here.t("screening.room.officer", officer)));
    if (!page.interpreter().isEmpty()) {
      room.getChildren().add(Nodes.label(here.t("screening.interpreter", page.interpreter())));
    }
    if (!page.setting().present().isEmpty()) {
      room.getChildren().add(Nodes.label(page.setting().present()));
    }
    if (!page.setting().support().isEmpty()) {
      room.getChildren()
          .add(Nodes.label(here.t("screening.room.support", page.setting().support())));
    }
    FieldWords.differing(page.differing(), here.texts()).ifPresent(room.getChildren()::add);
    room.getChildren().add(Nodes.label(here.t("screening.room.rule"), "muted"));
    if (!inDanger()) {
      room.getChildren().add(Nodes.row(raise()));
    }
    room.getChildren().add(fear());
    VBox later = Nodes.card(Nodes.label(here.t("screening.result.later"), "muted"));
    all.getChildren().addAll(room, later);
    all.setPrefWidth(280);
    all.setMinWidth(280);
    return all;
  }

  /** A fear of a country, said in passing, is written down where it is heard. */
  private Button fear() {
    Button fear =
        Nodes.button(
            here.t("fear.add"),
            "",
            () ->
                FearForm.ask(
                    here,
                    (country, of) ->
                        line.act(
                            () -> doing.fears().says(page.line().person(), country, of),
                            s -> refresh.run())));
    fear.setId("fear-add");
    fear.setWrapText(true);
    fear.setMinWidth(0);
    fear.setMinHeight(Region.USE_PREF_SIZE);
    return fear;
  }
}

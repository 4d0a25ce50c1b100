package org.sala.ui.today;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.casework.Findings;
import org.sala.casework.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** What has to be done of people, the most urgent first, each row with its verb. */
final class DoNext {
  private final TodayScreen.Doing doing;
  private final Here here;
  private final Work.Line line;

  DoNext(TodayScreen.Doing doing, Here here, Work.Line line) {
    this.doing = doing;
    this.here = here;
    this.line = line;
  }

  /** One thing to do; a smaller rank comes first. */
  record Row(
      int rank, Badge.Kind kind, String key, String who, String since, String verb, Runnable act) {}

  List<Row> rows(List<People.PersonLine> people, long now) {
    List<Row> rows = new ArrayList<>();
    for (People.PersonLine p : people) {
      rows(p, p.arrivedMillis().map(a -> here.texts().ago(a, now)).orElse(""), rows);
    }
    rows.sort(Comparator.comparingInt(Row::rank));
    return rows;
  }

  private void rows(People.PersonLine p, String since, List<Row> rows) {
    Set<String> urgency = Set.of(p.urgency().split(" ", -1));
    Runnable open = () -> here.navigator().go(new Place.OnePerson(p.id()));
    String opens = here.t("open");
    if (urgency.contains("danger")) {
      rows.add(
          new Row(
              0,
              Badge.Kind.DANGER,
              "danger",
              p.wristband(),
              since,
              here.t("today.tell"),
              () -> tell(p.id(), "danger")));
    }
    if (urgency.contains("hurt")) {
      rows.add(
          new Row(
              1,
              Badge.Kind.DANGER,
              "medical",
              p.wristband(),
              since,
              here.t("today.tell"),
              () -> tell(p.id(), "hurt")));
    }
    if (urgency.contains("separate")) {
      rows.add(
          new Row(
              2,
              Badge.Kind.DANGER,
              "separate",
              p.wristband(),
              since,
              here.t("today.tell"),
              () -> tell(p.id(), "separate")));
    }
    if (p.detainedMillis().isPresent() && p.screeningState().isEmpty()) {
      rows.add(new Row(3, Badge.Kind.DANGER, "detained", p.wristband(), since, opens, open));
    }
    if (p.possiblyChild()) {
      rows.add(new Row(4, Badge.Kind.DANGER, "child", p.wristband(), since, opens, open));
    }
    if (p.findingWaits()) {
      rows.add(
          new Row(
              5,
              Badge.Kind.WARNING,
              "confirm",
              p.wristband(),
              since,
              here.t("today.read"),
              () -> confirm(p)));
    }
    if (p.disputes() > 0) {
      rows.add(new Row(6, Badge.Kind.WARNING, "versions", p.wristband(), since, opens, open));
    }
  }

  /** The row leaves the list once it is written who was told. */
  private void tell(RecordId person, String code) {
    Form form = new Form();
    TextField who = form.add(here.t("today.told"), new TextField());
    who.setId("told");
    here.dialogs()
        .ask(
            here.t("today.tell"),
            form,
            here.t("save"),
            () -> {
              if (who.getText().isBlank()) {
                return false;
              }
              line.act(() -> doing.triages().told(person, code, who.getText()), saved -> {});
              return true;
            });
  }

  /** A second officer signs with the own key, here and now, and is gone again. */
  private void confirm(People.PersonLine p) {
    Form form = new Form();
    form.show(here.t("people.number"), p.wristband());
    form.show(here.t("person.finding"), here.texts().code("finding", p.finding()));
    Choice agrees =
        form.add(here.t("today.confirm.agree"), new Choice(List.of("yes", "no"), here::t));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(2);
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    here.dialogs()
        .ask(
            here.t("today.confirm.title"),
            form,
            here.t("today.confirm.sign"),
            () -> {
              char[] secret = phrase.getText().toCharArray();
              phrase.clear();
              boolean yes = agrees.getValue().equals("yes");
              line.act(
                  () -> {
                    try {
                      RecordId finding = doing.findings().waiting(p.id()).orElseThrow();
                      return doing
                          .findings()
                          .confirm(finding, yes, reason.getText(), handle.getText(), secret);
                    } finally {
                      java.util.Arrays.fill(secret, '\0');
                    }
                  },
                  this::said);
              return true;
            });
  }

  private void said(Findings.Confirmed confirmed) {
    here.dialogs()
        .notice(
            switch (confirmed) {
              case DONE -> here.t("today.confirm.done");
              case WRONG_PASSPHRASE -> here.t("door.wrong");
              case SAME_OFFICER -> here.t("fault.SAME_OFFICER");
            });
  }
}

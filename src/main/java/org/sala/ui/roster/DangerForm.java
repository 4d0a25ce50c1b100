package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.hall.Alarm;
import org.sala.casework.screening.Triages;
import org.sala.domain.Moment;
import org.sala.form.Country;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Danger now: what to do, whom to call, and who was told, how and when. */
public final class DangerForm {
  private DangerForm() {}

  /**
   * What is known of a danger.
   *
   * @param number on the wristband
   * @param support who is called for this person; may be empty
   * @param numbers whom else to call in this country
   * @param alarm what the laptops of the hall know; empty where it has reached none yet
   */
  public record Danger(
      String number, String support, List<Country.Call> numbers, Optional<Alarm> alarm) {
    public Danger {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String toString() {
      return "Danger";
    }
  }

  /**
   * Asks who was told, how and when.
   *
   * @param take says to all laptops that this officer has taken it on
   * @param told hears once all three are written
   */
  public static void ask(
      Here here, Danger danger, Consumer<Alarm> take, Consumer<Triages.Told> told) {
    Form form = new Form();
    TextField who = form.add(here.t("danger.who"), new TextField());
    who.setId("danger-who");
    TextField how = form.add(here.t("danger.how"), new TextField());
    how.setId("danger-how");
    TextField when = form.add(here.t("danger.when"), MomentField.now(here.texts(), here.clock()));
    when.setId("danger-when");
    VBox words =
        new VBox(
            6,
            Nodes.label(here.t("danger.do.apart")),
            Nodes.label(here.t("danger.do.stay")),
            Nodes.label(here.t("danger.do.ask")),
            Nodes.label(call(here, danger.numbers()), "strong"));
    if (!danger.support().isEmpty()) {
      words
          .getChildren()
          .add(Nodes.label(here.t("screening.stop.call", danger.support()), "strong"));
    }
    danger.alarm().ifPresent(a -> hall(here, a, take, words));
    words.getChildren().addAll(Nodes.label(here.t("danger.until"), "muted"), form);
    here.dialogs()
        .ask(
            here.t("danger.title", danger.number()),
            words,
            here.t("danger.verb"),
            () -> {
              Optional<Moment> at = MomentField.read(when, here.texts().zone());
              if (who.getText().isBlank() || how.getText().isBlank() || at.isEmpty()) {
                here.dialogs().notice(here.t("danger.needed"));
                return false;
              }
              told.accept(new Triages.Told(who.getText(), how.getText(), at.get()));
              return true;
            });
  }

  /** The officer on duty first: nobody outside can be here sooner. */
  private static String call(Here here, List<Country.Call> numbers) {
    StringBuilder call = new StringBuilder(here.t("danger.call"));
    for (Country.Call n : numbers) {
      call.append(" · ")
          .append(n.whose().in(here.texts().language()))
          .append(' ')
          .append(n.number());
    }
    return call.toString();
  }

  /** Shows where the alarm was raised, who has taken it on, and a button to be the one. */
  private static void hall(Here here, Alarm alarm, Consumer<Alarm> take, VBox words) {
    if (!alarm.ours()) {
      words
          .getChildren()
          .add(
              Nodes.label(
                  here.t("danger.raised", alarm.station(), here.texts().time(alarm.since())),
                  "muted"));
    }
    for (Alarm.Answer a : alarm.taken()) {
      words
          .getChildren()
          .add(
              Nodes.label(
                  here.t("danger.taken", a.officer(), at(here, a), here.texts().time(a.at()))));
    }
    alarm
        .told()
        .ifPresent(
            a ->
                words
                    .getChildren()
                    .add(
                        Nodes.label(
                            here.t(
                                "danger.told.there",
                                a.officer(),
                                at(here, a),
                                here.texts().time(a.at())),
                            "strong")));
    if (alarm.taken().stream().noneMatch(a -> a.station().isEmpty())) {
      Button button = Nodes.button(here.t("danger.take"), "", () -> {});
      button.setId("danger-take");
      button.setOnAction(
          e -> {
            button.setDisable(true);
            take.accept(alarm);
            here.dialogs().notice(here.t("danger.take.done"));
          });
      words.getChildren().add(Nodes.row(button));
    }
  }

  private static String at(Here here, Alarm.Answer a) {
    return a.station().isEmpty() ? here.t("danger.here") : a.station();
  }
}

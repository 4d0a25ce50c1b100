package org.sala.ui.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.protection.Identifications;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.OutcomeForms;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;

/** The finding on a person; one that takes protection away says that it waits. */
final class FindingCard {
  private FindingCard() {}

  /**
   * @param history the way to what became of all findings, and of all that followed from them
   */
  static VBox of(
      PersonKnown k,
      Here here,
      OutcomeForms outcome,
      Node history,
      BiConsumer<Findings.Finding, String> find,
      Consumer<Identifications.Decided> identified) {
    VBox card = Nodes.card(Nodes.label(here.t("person.finding"), "strong"));
    card.getChildren()
        .add(
            Nodes.label(
                k.line().finding().isEmpty()
                    ? here.t("people.protected")
                    : here.texts().code("finding", k.line().finding()),
                "muted"));
    if (k.line().findingWaits()) {
      card.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      k.line().findingSigned() ? "person.finding.signed" : "person.finding.waits"),
                  "muted"));
    }
    k.against()
        .forEach(
            a ->
                card.getChildren()
                    .add(
                        Nodes.label(
                            here.t("person.finding.against", a.by(), a.reason()), "warning")));
    FlowPane verbs = new FlowPane(8, 6, write(k, here, find));
    if (!k.line().finding().isEmpty()) {
      if (counts(k) && k.tellings().isEmpty()) {
        card.getChildren().add(Nodes.label(here.t("outcome.untold"), "warning"));
      }
      card.getChildren().add(outcome.history(k.tellings(), k.looks()));
      if (k.overturned()) {
        Label why = Nodes.label(here.t("fault.OVERTURNED"), "muted");
        why.setId("look-over");
        card.getChildren().add(why);
      }
      verbs.getChildren().addAll(after(k, here, outcome));
    }
    card.getChildren().addAll(IdentifiedForm.history(k.identified(), here), verbs);
    String authority = k.identifies().map(w -> w.in(here.texts().language())).orElse("");
    Button formal =
        Nodes.button(
            here.t("identified.verb"),
            "",
            () -> IdentifiedForm.ask(k, authority, here, identified));
    formal.setId("identified-add");
    verbs.getChildren().add(formal);
    if (!k.line().finding().isEmpty() || !k.identified().isEmpty()) {
      verbs.getChildren().add(history);
    }
    return card;
  }

  /** Whether there is something to tell. */
  private static boolean counts(PersonKnown k) {
    return !k.line().findingWaits() || !k.looks().isEmpty();
  }

  private static Button write(PersonKnown k, Here here, BiConsumer<Findings.Finding, String> find) {
    Button write = Nodes.button(here.t("person.finding.add"), "", () -> ask(k, here, find));
    write.setId("finding-add");
    return write;
  }

  private static List<Button> after(PersonKnown k, Here here, OutcomeForms outcome) {
    Button tell = Nodes.button(here.t("outcome.verb"), "", () -> outcome.tell(k.line()));
    tell.setId("outcome-tell");
    tell.setDisable(!counts(k));
    if (k.overturned()) {
      // Asked once more it would be refused; another finding is what there is to make.
      return List.of(tell);
    }
    boolean open = k.looks().stream().anyMatch(l -> l.answer().isEmpty());
    Button look =
        open
            ? Nodes.button(here.t("secondlook.verb"), "", () -> outcome.look(k.line()))
            : Nodes.button(here.t("secondlook.ask.verb"), "", () -> outcome.ask(k.line()));
    look.setId(open ? "look-answer" : "look-ask");
    return List.of(tell, look);
  }

  /**
   * The last screening that was closed: what takes protection away rests on one. One in which
   * nothing was answered is refused, and so is taken only where there is no other.
   */
  static Optional<RecordId> closed(List<Screenings.Line> screenings) {
    return screenings.stream()
        .filter(s -> s.state() == Screenings.State.CLOSED)
        .reduce(
            (earlier, later) -> later.sections() > 0 || earlier.sections() == 0 ? later : earlier)
        .map(Screenings.Line::id);
  }

  private static void ask(PersonKnown k, Here here, BiConsumer<Findings.Finding, String> find) {
    boolean screened = closed(k.screenings()).isPresent();
    Form form = new Form();
    Choice finding =
        form.add(
            here.t("person.finding"),
            new Choice(
                Stream.concat(
                        Stream.of(""),
                        Arrays.stream(Findings.Finding.values())
                            .filter(f -> screened || !f.lower())
                            .map(Findings.Finding::code))
                    .toList(),
                c -> c.isEmpty() ? here.t("none") : here.texts().code("finding", c)));
    finding.setId("finding");
    if (!screened) {
      form.show("", here.t("fault.NOT_SCREENED"));
    }
    Label lower = Nodes.label(here.t("person.finding.waits"), "muted");
    lower
        .visibleProperty()
        .bind(finding.valueProperty().isEqualTo(Findings.Finding.NO_INDICATIONS.code()));
    lower.managedProperty().bind(lower.visibleProperty());
    form.show("", lower);
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    here.dialogs()
        .ask(
            here.t("person.finding"),
            form,
            here.t("save"),
            () -> {
              if (finding.getValue().isEmpty()) {
                here.dialogs().notice(here.t("choose.finding"));
                return false;
              }
              return Reason.given(
                  here,
                  reason,
                  why ->
                      find.accept(
                          Findings.Finding.valueOf(finding.getValue().toUpperCase(Locale.ROOT)),
                          why));
            });
  }
}

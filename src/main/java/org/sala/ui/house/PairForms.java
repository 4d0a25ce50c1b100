package org.sala.ui.house;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.house.House;
import org.sala.casework.house.Pairs;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/** Who is kept apart from whom, which adult a child may be with, and a second officer's word. */
final class PairForms {
  private final Pairs pairs;
  private final Here here;
  private final Work.Line line;

  PairForms(Pairs pairs, Here here, Work.Line line) {
    this.pairs = pairs;
    this.here = here;
    this.line = line;
  }

  /** Asks who the other one is; a number is typed or chosen. */
  void ask(House.Line l, Pairs.How how, List<House.Line> lines) {
    List<String> others =
        lines.stream()
            .filter(o -> !o.person().id().equals(l.person().id()))
            .filter(o -> !o.person().wristband().isEmpty())
            .sorted(Comparator.comparing(o -> o.person().wristband()))
            .map(o -> o.person().id().toString())
            .toList();
    if (others.isEmpty()) {
      here.dialogs().notice(here.t("house.pair.nobody"));
      return;
    }
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(l.person(), here.texts()));
    Choice other =
        form.add(
            here.t("house.pair.other." + how),
            Choice.among(others, id -> words(lines, id), here.t("choose.one")));
    other.setId("pair-other");
    TextField reason = form.add(here.t("house.pair.reason." + how), new TextField());
    reason.setId("pair-reason");
    form.show("", here.t("house.pair.below." + how));
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.pair.title." + how),
            form,
            here.t("save"),
            () -> {
              if (other.isEmpty()) {
                here.dialogs().notice(here.t("choose.needed"));
                return false;
              }
              return Reason.given(
                  here,
                  reason,
                  why -> write(l.person().id(), RecordId.of(other.getValue()), how, why));
            });
  }

  private void write(RecordId one, RecordId two, Pairs.How how, String why) {
    line.act(
        () -> how == Pairs.How.APART ? pairs.apart(one, two, why) : pairs.verified(one, two, why),
        id -> {});
  }

  private String words(List<House.Line> lines, String id) {
    return lines.stream()
        .map(House.Line::person)
        .filter(p -> p.id().toString().equals(id))
        .findFirst()
        .map(p -> NumberWords.of(p, here.texts()))
        .orElse(id);
  }

  /** What somebody has to do with others, and what can become of it. */
  void show(House.Line l) {
    if (l.bonds().isEmpty()) {
      here.dialogs().notice(here.t("house.pair.none"));
      return;
    }
    VBox all = new VBox(12);
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(l.person(), here.texts()));
    all.getChildren().add(form);
    Choice which =
        form.add(
            here.t("house.pair.which"),
            Choice.among(
                l.bonds().stream().map(b -> b.pair().id().toString()).toList(),
                id ->
                    l.bonds().stream()
                        .filter(b -> b.pair().id().toString().equals(id))
                        .findFirst()
                        .map(this::words)
                        .orElse(id),
                here.t("choose.one")));
    which.setId("pair-which");
    TextField reason = form.add(here.t("house.pair.end.reason"), new TextField());
    reason.setId("pair-end-reason");
    all.getChildren().add(Nodes.label(here.t("house.pair.second"), "muted"));
    Form second = new Form();
    Signature signature = new Signature(here, "pair");
    signature.addTo(second);
    all.getChildren().add(second);
    Form.align(form, second);
    ask(new Asked(l, ControlFields.unkept(all), which, reason, signature));
  }

  private record Asked(
      House.Line line, VBox content, Choice which, TextField reason, Signature signature) {}

  private void ask(Asked a) {
    here.dialogs()
        .ask(
            here.t("house.verb.pairs"),
            a.content(),
            here.t("save"),
            () -> {
              Optional<Pairs.Pair> chosen =
                  a.line().bonds().stream()
                      .map(House.Bond::pair)
                      .filter(p -> p.id().toString().equals(a.which().getValue()))
                      .findFirst();
              if (chosen.isEmpty()) {
                here.dialogs().notice(here.t("choose.needed"));
              }
              return chosen.filter(p -> written(p, a)).isPresent();
            });
  }

  private String words(House.Bond b) {
    String words = here.t("house.bond." + b.pair().how(), b.other());
    return b.pair().waits() ? words + " · " + here.t("house.bond.waits") : words;
  }

  private boolean written(Pairs.Pair pair, Asked a) {
    if (!a.signature().handle().getText().isBlank()) {
      Optional<Signature.Typed> typed = a.signature().typed();
      typed.ifPresent(
          t ->
              line.act(
                  () -> t.use((who, secret) -> pairs.agree(pair.id(), who, secret)),
                  confirmed -> said(confirmed, a)));
      return typed.isPresent();
    }
    String why = a.reason().getText();
    if (why.isBlank()) {
      here.dialogs().notice(here.t("reason.needed"));
      return false;
    }
    line.act(() -> pairs.end(pair.id(), why), saved -> {});
    return true;
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(Findings.Confirmed confirmed, Asked a) {
    switch (confirmed) {
      case DONE -> here.dialogs().notice(here.t("today.confirm.done"));
      case WRONG_PASSPHRASE -> a.signature().wrong(() -> ask(a));
      case SAME_OFFICER -> a.signature().refused(here.t("fault.SAME_OFFICER"), () -> ask(a));
      case NOT_CERTIFIED -> a.signature().refused(here.t("second.uncertified"), () -> ask(a));
    }
  }
}

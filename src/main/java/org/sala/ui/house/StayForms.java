package org.sala.ui.house;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.house.Handovers;
import org.sala.casework.house.House;
import org.sala.casework.house.Stay;
import org.sala.casework.house.Stays;
import org.sala.casework.people.People;
import org.sala.domain.Moment;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Edits;
import org.sala.ui.roster.MomentField;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What is asked to write a stay, a step, a visit and a handover down. */
final class StayForms {
  /** The least that the Council of Europe's convention asks for (Art. 13). */
  private static final int LEAST_DAYS = 30;

  private final Stays stays;
  private final Here here;
  private final Work.Line line;

  StayForms(Stays stays, Here here, Work.Line line) {
    this.stays = stays;
    this.here = here;
    this.line = line;
  }

  private void act(Callable<?> what) {
    line.act(what, done -> {});
  }

  /** Says what is missing; the dialog stays open. */
  private boolean missing(String key) {
    here.dialogs().notice(here.t(key));
    return false;
  }

  /** Asks for the bed that somebody gets. */
  void begin(People.PersonLine p, String house) {
    Stay.Placing empty = new Stay.Placing(house, "", "", Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
    PlacingForm form = new PlacingForm(p.wristband(), empty, Map.of(), here);
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("house.give"),
            form.node(),
            here.t("save"),
            () ->
                form.read()
                    .map(
                        placing -> {
                          act(() -> stays.begin(p.id(), placing));
                          return true;
                        })
                    .orElseGet(() -> missing("house.why.needed")));
  }

  void place(House.Line l) {
    if (l.stay().living().isEmpty()) {
      here.dialogs().notice(here.t("house.notreadable"));
      return;
    }
    Stay.Placing before = l.stay().living().get().placing();
    PlacingForm form = new PlacingForm(l.person().wristband(), before, l.stay().fields(), here);
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.verb.place"),
            form.node(),
            here.t("save"),
            () ->
                form.read()
                    .map(
                        placing -> {
                          act(() -> stays.place(l.stay().id(), before, placing, form.seen()));
                          return true;
                        })
                    .orElseGet(() -> missing("house.why.needed")));
  }

  void whereabouts(House.Line l) {
    Form form = form(l);
    List<String> states =
        Arrays.stream(Stay.State.values())
            .filter(s -> s != Stay.State.OTHER)
            .map(Enum::name)
            .toList();
    Choice state =
        form.add(
            here.t("house.whereabouts"),
            new Choice(states, c -> here.texts().code("stayState", c)));
    state.setId("whereabouts");
    state.setValue(
        l.stay().state() == Stay.State.OTHER ? Stay.State.HERE.name() : l.stay().state().name());
    TextField where = form.add(here.t("house.where"), new TextField());
    where.setId("where");
    TextField back = form.add(here.t("house.expected"), MomentField.empty(here.texts()));
    form.show("", here.t("house.where.below"));
    Edits edits = new Edits(l.stay().fields(), here);
    edits.shows("state", state);
    edits.replaces("where", where);
    edits.replaces("expected", back);
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.verb.whereabouts"),
            form,
            here.t("save"),
            () -> {
              Stay.State to = Stay.State.valueOf(state.getValue());
              Optional<Moment> expected = MomentField.read(back, here.texts().zone());
              if (to.saysWhere() && where.getText().isBlank()) {
                return missing("house.where.needed");
              }
              if (!back.getText().isBlank() && expected.isEmpty()) {
                return missing("house.moment.needed");
              }
              String typed = where.getText();
              act(() -> stays.whereabouts(l.stay().id(), to, typed, expected, edits.seen()));
              return true;
            });
  }

  /** What is next, by when, and who sees to it; or that it was done. */
  void step(House.Line l) {
    Form form = form(l);
    CheckBox done = new CheckBox(here.t("house.step.done"));
    done.setId("step-done");
    l.stay()
        .step()
        .ifPresent(
            s -> {
              form.show(here.t("house.step.now"), s.words());
              form.show("", done);
            });
    TextField words = form.add(here.t("house.step.words"), new TextField());
    words.setId("step-words");
    TextField due = form.add(here.t("house.step.due"), MomentField.now(here.texts(), here.clock()));
    due.setId("step-due");
    TextField by = form.add(here.t("house.step.who"), new TextField());
    by.setId("step-by");
    Edits edits = new Edits(l.stay().fields(), here);
    edits.replaces("step", words);
    edits.replaces("stepDue", due);
    edits.replaces("stepBy", by);
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.verb.step"),
            form,
            here.t("save"),
            () -> {
              if (done.isSelected() && words.getText().isBlank()) {
                act(() -> stays.done(l.stay().id(), edits.seen()));
                return true;
              }
              if (words.getText().isBlank() || by.getText().isBlank()) {
                return missing("house.step.needed");
              }
              Optional<Moment> at = MomentField.read(due, here.texts().zone());
              if (at.isEmpty() && !due.getText().isBlank()) {
                return missing("house.moment.needed");
              }
              String what = words.getText();
              String who = by.getText();
              act(() -> stays.next(l.stay().id(), what, at, who, edits.seen()));
              return true;
            });
  }

  /** Writes that somebody visits, or has gone. */
  void visit(House.Line l) {
    List<Stay.Visit> open =
        l.stay().living().map(Stay.Living::visits).orElse(List.of()).stream()
            .filter(Stay.Visit::goesOn)
            .toList();
    Form form = form(l);
    List<CheckBox> gone =
        open.stream().map(v -> new CheckBox(here.t("house.visit.gone", v.who()))).toList();
    gone.forEach(box -> form.show("", box));
    TextField who = form.add(here.t("house.visit.who"), new TextField());
    who.setId("visit-who");
    Choice wanted =
        form.add(
            here.t("house.visit.wanted"),
            new Choice(List.of("", "yes", "no"), c -> here.t(c.isEmpty() ? "none" : c)));
    wanted.setId("visit-wanted");
    form.show("", here.t("house.visit.below"));
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.verb.visit"),
            form,
            here.t("save"),
            () -> {
              boolean comes = !who.getText().isBlank();
              if (comes && wanted.getValue().isEmpty()) {
                return missing("house.visit.needed");
              }
              String name = who.getText();
              boolean wants = wanted.getValue().equals("yes");
              List<Stay.Visit> over =
                  open.stream().filter(v -> gone.get(open.indexOf(v)).isSelected()).toList();
              act(
                  () -> {
                    over.forEach(v -> stays.visitOver(l.stay().id(), v));
                    return comes
                        ? Optional.of(stays.visited(l.stay().id(), name, wants))
                        : Optional.empty();
                  });
              return true;
            });
  }

  void reflection(House.Line l) {
    Form form = form(l);
    TextField days =
        form.add(
            here.t("house.reflection.days"),
            new TextField(
                Long.toString(
                    l.stay().reflection().map(Stay.Reflection::days).orElse((long) LEAST_DAYS))));
    days.setId("reflection-days");
    form.show("", here.t("house.reflection.below"));
    here.dialogs()
        .ask(
            l.person().id().toString(),
            here.t("house.verb.reflection"),
            form,
            here.t("save"),
            () -> {
              if (!days.getText().strip().matches("[0-9]{1,3}")) {
                return missing("house.reflection.needed");
              }
              int count = Integer.parseInt(days.getText().strip());
              if (count < 1 || count > 366) {
                return missing("house.reflection.needed");
              }
              act(() -> stays.reflect(l.stay().id(), count));
              return true;
            });
  }

  /** One shift hands over to the next. */
  void handOver(Handovers handovers, House.Board b) {
    Form form = new Form();
    form.show(here.t("house.here"), Integer.toString(b.lines().size()));
    form.show(here.t("house.since"), Integer.toString(b.since().size()));
    TextField to = form.add(here.t("house.handover.to"), new TextField());
    to.setId("handover-to");
    TextArea note = form.add(here.t("house.handover.note"), new TextArea());
    note.setPrefRowCount(3);
    note.setWrapText(true);
    note.setId("handover-note");
    Node content = new VBox(10, Nodes.label(here.t("house.handover.below"), "muted"), form);
    here.dialogs()
        .ask(
            here.t("house.handover"),
            content,
            here.t("house.handover"),
            () -> {
              if (to.getText().isBlank()) {
                return missing("house.handover.needed");
              }
              String whom = to.getText();
              String words = note.getText();
              act(() -> handovers.handOver(whom, words));
              return true;
            });
  }

  private Form form(House.Line l) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(l.person(), here.texts()));
    return form;
  }
}

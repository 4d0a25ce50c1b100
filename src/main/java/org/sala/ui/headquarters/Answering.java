package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.SecondWord;
import org.sala.ui.work.Work;

/**
 * Answers a station's request: what it says of itself, what it will be called, the code to read.
 */
final class Answering {
  private final Headquarters headquarters;
  private final SecondWord second;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  Answering(
      Headquarters headquarters, SecondWord second, Here here, Work.Line line, Runnable changed) {
    this.headquarters = headquarters;
    this.second = second;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  private record Request(Headquarters.Asked asked, List<Headquarters.Known> stations) {
    Optional<Headquarters.Known> before() {
      return stations.stream().filter(s -> s.id().equals(asked.station())).findFirst();
    }

    /** Whoever supervised goes on, unless it is unticked. */
    boolean supervised(String key) {
      return before().stream()
          .flatMap(s -> s.officers().stream())
          .anyMatch(o -> o.supervisor() && !o.revoked() && o.key().hex().equals(key));
    }

    boolean taken(String letter) {
      return stations.stream()
          .filter(s -> !s.id().equals(asked.station()))
          .anyMatch(s -> s.letter().equalsIgnoreCase(letter));
    }
  }

  void begin() {
    here.dialogs()
        .openFile(here.t("stations.request"))
        .ifPresent(
            file ->
                line.act(
                    () -> new Request(headquarters.read(file), headquarters.stations()),
                    this::ask));
  }

  private void ask(Request r) {
    Form form = new Form();
    Map<String, CheckBox> supervise = new LinkedHashMap<>();
    for (Headquarters.Asker officer : r.asked().officers()) {
      CheckBox supervises = new CheckBox(here.t("stations.supervises"));
      supervises.setId("supervises-" + officer.number());
      supervises.setSelected(r.supervised(officer.fingerprint()));
      supervise.put(officer.fingerprint(), supervises);
      form.show(
          here.t("settings.number"),
          new VBox(
              2,
              Nodes.label(
                  here.t(
                      "stations.asker", officer.number(), officer.fingerprint().substring(0, 16))),
              supervises));
    }
    for (Headquarters.Adopted lost : r.asked().adopts()) {
      form.show(
          here.t("stations.adopts"),
          here.t("stations.adopts.upto", lost.fingerprint().substring(0, 16), lost.upTo()));
    }
    CheckBox vouches = new CheckBox(here.t("stations.answer.vouch"));
    vouches.setId("vouches");
    vouches.setWrapText(true);
    boolean unproved = r.asked().proof() == Headquarters.Proof.MISSING;
    Headquarters.Asked asked = r.asked().vouched();
    VBox proving = new VBox(6);
    if (unproved) {
      proving
          .getChildren()
          .addAll(Nodes.label(here.t("stations.answer.unproved"), "danger"), vouches);
    }
    TextField name = form.add(here.t("settings.station"), new TextField());
    TextField letter = form.add(here.t("settings.letter"), new TextField());
    TextField prefix = form.add(here.t("stations.caseprefix"), new TextField());
    name.setId("station-name");
    letter.setId("station-letter");
    prefix.setId("station-prefix");
    r.before()
        .ifPresent(
            s -> {
              name.setText(s.name());
              letter.setText(s.letter());
              prefix.setText(s.casePrefix());
            });
    here.dialogs()
        .ask(
            r.asked().officers().getFirst().fingerprint(),
            here.t("stations.answer"),
            new VBox(
                10,
                asks(r.asked()),
                proving,
                form,
                Nodes.label(
                    r.asked().adopts().isEmpty() ? "" : here.t("stations.adopts.below"), "muted")),
            here.t("stations.answer.verb"),
            () -> {
              if (unproved && !vouches.isSelected()) {
                here.dialogs().notice(here.t("fault.NOT_PROVED"));
                return false;
              }
              String l = letter.getText().strip().toUpperCase(java.util.Locale.ROOT);
              if (name.getText().isBlank()
                  || prefix.getText().isBlank()
                  || !l.matches("[A-Z]{1,2}")) {
                here.dialogs().notice(here.t("stations.answer.fill"));
                return false;
              }
              if (r.taken(l)) {
                here.dialogs().notice(here.t("stations.letter.taken", l));
                return false;
              }
              Optional<Path> to =
                  here.dialogs().saveFile(here.t("stations.answer"), "sala-answer.age");
              to.ifPresent(
                  file ->
                      second.with(
                          Approvals.Of.ANSWER,
                          asked.approved(ticked(supervise)),
                          here.t(
                              unproved ? "approve.answer.vouched" : "approve.answer",
                              name.getText().strip(),
                              numbers(r.asked(), ticked(supervise))),
                          () ->
                              write(
                                  asked,
                                  new Called(name.getText().strip(), l, prefix.getText().strip()),
                                  ticked(supervise),
                                  file)));
              return to.isPresent();
            });
  }

  /** What the second officer approves, with who is to supervise. */
  private String numbers(Headquarters.Asked asked, Set<String> supervisors) {
    return asked.officers().stream()
        .map(
            a ->
                supervisors.contains(a.fingerprint())
                    ? a.number() + " – " + here.t("stations.supervisor")
                    : a.number())
        .collect(Collectors.joining(", "));
  }

  private record Called(String name, String letter, String prefix) {}

  private static Set<String> ticked(Map<String, CheckBox> supervise) {
    return supervise.entrySet().stream()
        .filter(e -> e.getValue().isSelected())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void write(Headquarters.Asked asked, Called to, Set<String> supervisors, Path answer) {
    line.act(
        () -> headquarters.answer(asked, to.name(), to.letter(), to.prefix(), supervisors, answer),
        code -> {
          changed.run();
          var shown = Nodes.line(code, "code");
          shown.setId("enrolment-code");
          here.dialogs()
              .tell(
                  here.t("stations.code"),
                  new VBox(10, Nodes.label(here.t("stations.code.below", to.name())), shown));
        });
  }

  private Label asks(Headquarters.Asked asked) {
    return asked.takenBack()
        ? Nodes.label(here.t("stations.answer.takenBack"), "danger")
        : Nodes.label(
            here.t(asked.known() ? "stations.answer.known" : "stations.answer.new"), "muted");
  }
}

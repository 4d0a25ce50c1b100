package org.sala.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.CameOut;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** Says that this is, or is not, somebody of whom others told as inside, and takes it back. */
final class CameOutForm {
  private static final String SAME = "same";
  private static final String DIFFERENT = "different";

  /** Nothing is said beforehand. */
  private static final List<String> WORDS = List.of("", SAME, DIFFERENT);

  private final CameOut cameOut;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  CameOutForm(CameOut cameOut, Here here, Work.Line line, Runnable changed) {
    this.cameOut = cameOut;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** What was said of this person, each with the way back, and the way to more of it. */
  List<Node> nodes(PersonKnown k) {
    List<Node> nodes = new ArrayList<>();
    k.toldOf().forEach(t -> nodes.add(said(k, t, SAME)));
    k.notToldOf().forEach(t -> nodes.add(said(k, t, DIFFERENT)));
    Button more =
        Nodes.button(
            here.t("same.inside", k.mayBeToldOf()),
            "",
            () ->
                line.act(() -> cameOut.mayBe(k.line().id()), told -> choose(k.line().id(), told)));
    more.setId("inside-same");
    nodes.add(Nodes.row(more));
    return nodes;
  }

  /** What was said of the two, with the way back. */
  private Node said(PersonKnown k, CameOut.Told t, String word) {
    Button back =
        Nodes.button(
            here.t("same.back"), "", () -> takeBack(k.line().id(), t, word), "plain", "small");
    back.setId(word.equals(SAME) ? "inside-back" : "inside-apart-back");
    back.setAccessibleText(here.t("same.back") + " " + words(t));
    String key = word.equals(SAME) ? "same.inside.is" : "same.inside.isnot";
    return new VBox(2, Nodes.label(here.t(key, words(t))), Nodes.row(back));
  }

  private void choose(RecordId person, List<CameOut.Told> all) {
    if (all.isEmpty()) {
      here.dialogs().tell(here.t("same.inside.title"), here.t("same.inside.none"));
      return;
    }
    Map<String, CameOut.Told> byId =
        all.stream().collect(Collectors.toMap(t -> t.id().toString(), Function.identity()));
    Form form = new Form();
    Choice which =
        form.add(
            here.t("same.inside.which"),
            new Choice(
                Stream.concat(Stream.of(""), all.stream().map(t -> t.id().toString())).toList(),
                id ->
                    Optional.ofNullable(byId.get(id))
                        .map(this::words)
                        .orElseGet(() -> here.t("same.inside.choose"))));
    which.setId("inside-which");
    Choice word =
        form.add(
            here.t("same.inside.word"),
            new Choice(WORDS, code -> here.texts().code("insideWord", code)));
    word.setId("inside-word");
    TextArea reason = reason(form);
    here.dialogs()
        .ask(
            "inside" + person,
            here.t("same.inside.title"),
            new VBox(10, form, Nodes.label(here.t("same.inside.below"), "muted")),
            here.t("same.inside.verb"),
            () -> {
              CameOut.Told chosen = byId.get(which.getValue());
              if (chosen == null) {
                here.dialogs().notice(here.t("same.inside.choose"));
                return false;
              }
              if (word.getValue().isEmpty()) {
                here.dialogs().notice(here.t("same.inside.word.needed"));
                return false;
              }
              boolean same = word.getValue().equals(SAME);
              return because(
                  reason,
                  why -> {
                    if (same) {
                      cameOut.same(chosen.id(), person, why);
                    } else {
                      cameOut.different(chosen.id(), person, why);
                    }
                  });
            });
  }

  private void takeBack(RecordId person, CameOut.Told t, String word) {
    Form form = new Form();
    form.show(here.t("same.inside.which"), words(t));
    TextArea reason = reason(form);
    here.dialogs()
        .ask(
            "inside back" + person + t.id(),
            here.t(word.equals(SAME) ? "same.inside.back" : "same.inside.apart.back"),
            form,
            here.t("same.back"),
            () -> because(reason, why -> cameOut.takeBack(t.id(), person, why)));
  }

  private interface Says {
    void because(String reason);
  }

  private boolean because(TextArea reason, Says says) {
    return Reason.given(
        here,
        reason,
        why ->
            line.act(
                () -> {
                  says.because(why);
                  return true;
                },
                done -> changed.run()));
  }

  private TextArea reason(Form form) {
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("inside-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    return reason;
  }

  /** Name, who it is to whoever told it, where, and by whom. */
  private String words(CameOut.Told t) {
    String what =
        Stream.of(t.name(), t.relation(), t.site(), t.place(), t.lastSeen())
            .filter(w -> !w.isEmpty())
            .collect(Collectors.joining(", "));
    return here.t("same.inside.line", what, t.saidBy().isEmpty() ? "–" : t.saidBy());
  }
}

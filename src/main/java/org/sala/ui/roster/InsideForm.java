package org.sala.ui.roster;

import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.people.StillInside;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What is known now of somebody who was said to be inside: above all that they are out. */
public final class InsideForm {
  private static final List<String> STATUS = List.of("inside", "moved", "unknown", "out", "died");
  private static final List<String> NO_MORE = List.of("out", "died");
  private static final List<String> SAFE = List.of("unknown", "yes", "no");

  private InsideForm() {}

  /** Asks, writes, and then goes on. */
  public static void ask(
      Here here, Work.Line line, StillInside inside, RecordId id, Runnable changed) {
    line.act(
        () -> new Known(inside.fields(id), inside.endsByTwo()),
        known -> ask(here, line, inside, id, known, changed));
  }

  private record Known(Map<String, Cases.Shown> fields, boolean byTwo) {}

  private static void ask(
      Here here, Work.Line line, StillInside inside, RecordId id, Known known, Runnable changed) {
    Edits was = new Edits(known.fields(), here);
    Form form = new Form();
    TextField name = words(form, here, "triage.inside.name", was, "name");
    TextField relation = words(form, here, "triage.inside.relation", was, "relation");
    TextField site = words(form, here, "triage.inside.site", was, "site");
    TextField place = words(form, here, "triage.inside.place", was, "place");
    TextField lastSeen = words(form, here, "triage.inside.lastseen", was, "lastSeen");
    Choice status =
        form.add(
            here.t("triage.inside.status"),
            new Choice(STATUS, c -> here.texts().code("insideStatus", c)));
    status.setId("inside-now");
    status.setValue(STATUS.contains(was.text("status")) ? was.text("status") : "unknown");
    Choice safe =
        form.add(here.t("sites.safe"), new Choice(SAFE, c -> here.texts().code("safeToAct", c)));
    safe.setValue(SAFE.contains(was.text("safe")) ? was.text("safe") : "unknown");
    was.leave("status", status).leave("safe", safe);
    FactSource fact = new FactSource(form, here, was.parts(FactSource.KEYS));
    fact.leave(was);
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("inside-reason");
    VBox all =
        new VBox(
            10,
            was.telling(form, here.t("edit.differ.wait")),
            Nodes.label(
                here.t(known.byTwo() ? "inside.edit.bytwo" : "inside.edit.below"), "muted"));
    here.dialogs()
        .ask(
            id.toString(),
            here.t("inside.edit.title"),
            all,
            here.t("save"),
            () -> {
              if (name.getText().isBlank() && relation.getText().isBlank()) {
                here.dialogs().notice(here.t("triage.inside.needed"));
                return false;
              }
              boolean ends =
                  NO_MORE.contains(status.getValue()) && !NO_MORE.contains(was.text("status"));
              if (ends && reason.getText().isBlank()) {
                here.dialogs().notice(here.t("inside.edit.how"));
                return false;
              }
              Map<String, String> graded = fact.all();
              StillInside.Written now =
                  new StillInside.Written(
                      name.getText(),
                      relation.getText(),
                      site.getText(),
                      place.getText(),
                      lastSeen.getText(),
                      safe.getValue(),
                      status.getValue(),
                      graded.getOrDefault("source", ""),
                      graded.getOrDefault("reliability", ""),
                      graded.getOrDefault("credibility", ""));
              line.act(
                  () -> inside.edit(id, known.fields(), now, reason.getText(), was.seen()),
                  saved -> changed.run());
              return true;
            });
  }

  private static TextField words(Form form, Here here, String label, Edits was, String key) {
    TextField words = form.add(here.t(label), new TextField(was.text(key)));
    was.leave(key, words);
    return words;
  }
}

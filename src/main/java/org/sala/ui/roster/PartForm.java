package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Involvements;
import org.sala.casework.station.Seen;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** What is written of somebody's part in a case: both axes, a role, from when to when, a loss. */
public final class PartForm {
  private static final List<String> GRADES = List.of("", "said", "presumed", "established");
  private static final List<String> ROLES =
      List.of("", "witness", "relative", "reporter", "recruiter", "suspect");

  /** What becomes of what was written. */
  public interface Save {
    /**
     * Saves what was written.
     *
     * @param changedOn the day from which it is so; empty where it puts right what was written
     * @param seen how it stood when typing began
     */
    void save(Involvements.Written written, Optional<String> changedOn, String reason, Seen seen);
  }

  private final Here here;
  private final Form form = new Form();
  private final Choice forced;
  private final Choice defrauded;
  private final Choice role;
  private final Choice roleGrade;
  private final TextField began;
  private final TextField ended;
  private final TextField loss;

  private PartForm(Here here, Involvements.Written w) {
    this.here = here;
    forced = choice("forced", GRADES, "forced", w.forced());
    defrauded = choice("defrauded", GRADES, "defrauded", w.defrauded());
    role = choice("role", ROLES, "role", w.role());
    roleGrade = choice("roleGrade", GRADES, "grade", w.roleGrade());
    began = words("began", w.began());
    ended = words("ended", w.ended());
    loss = words("loss", w.loss());
    began.setPromptText(here.t("part.date.how"));
    loss.setPromptText(here.t("part.loss.how"));
  }

  /** Asks for the part of somebody who comes into a case. */
  static PartForm fresh(Here here) {
    return new PartForm(here, Involvements.Written.said("", ""));
  }

  /** Puts a part right, or writes down from which day it is otherwise. */
  public static void edit(Here here, String number, Involvements.Part part, Save save) {
    PartForm asked = new PartForm(here, part.written());
    Edits edits = new Edits(part.fields(), here);
    edits.leave("forced", asked.forced).leave("defrauded", asked.defrauded);
    edits.leave("role", asked.role).leave("roleGrade", asked.roleGrade);
    edits.leave("began", asked.began).leave("ended", asked.ended).leave("loss", asked.loss);
    TextField changedOn = asked.form.add(here.t("part.changedon"), new TextField());
    changedOn.setId("part-changed-on");
    changedOn.setPromptText(here.t("part.date.how"));
    TextField reason = asked.form.add(here.t("reason"), new TextField());
    VBox all =
        new VBox(
            8,
            edits.telling(asked.form, here.t("edit.differ.wait")),
            Nodes.label(here.t("part.changedon.below"), "muted"));
    here.dialogs()
        .ask(
            here.t("part.of", number, part.caseNumber()),
            all,
            here.t("save"),
            () -> {
              Optional<String> day =
                  Optional.of(changedOn.getText().strip()).filter(d -> !d.isEmpty());
              if (asked.written().equals(part.written())) {
                here.dialogs().notice(here.t("part.unchanged"));
                return false;
              }
              save.save(asked.written(), day, reason.getText(), edits.seen());
              return true;
            });
  }

  Form form() {
    return form;
  }

  Involvements.Written written() {
    return new Involvements.Written(
        role.getValue(),
        role.getValue().isEmpty() ? "" : roleGrade.getValue(),
        forced.getValue(),
        defrauded.getValue(),
        began.getText().strip(),
        ended.getText().strip(),
        loss.getText().strip());
  }

  private Choice choice(String field, List<String> codes, String family, String value) {
    Choice choice =
        form.add(here.t("field." + field), new Choice(codes, c -> here.texts().code(family, c)));
    choice.setId("part-" + field);
    if (!codes.contains(value)) {
      // A newer station may know more codes; what it wrote is kept.
      choice.getItems().add(value);
    }
    choice.setValue(value);
    return choice;
  }

  private TextField words(String field, String value) {
    TextField words = form.add(here.t("field." + field), new TextField(value));
    words.setId("part-" + field);
    return words;
  }
}

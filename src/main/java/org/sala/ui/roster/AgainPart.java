package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.sala.casework.screening.AskedBefore;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/** What is asked before somebody is interviewed who has told already. */
final class AgainPart {
  private final List<AskedBefore.Account> told;
  private final boolean child;
  private final Here here;
  private final CheckBox wanted;
  private final CheckBox read;
  private final TextField facts = new TextField();

  AgainPart(List<AskedBefore.Account> told, boolean child, Here here) {
    this.told = told;
    this.child = child;
    this.here = here;
    this.wanted = new CheckBox(here.t("again.wanted"));
    this.read = new CheckBox(here.t("again.read"));
    wanted.setId("again-wanted");
    read.setId("again-read");
    facts.setId("again-facts");
  }

  /** Adds the part to a form, where there is an account. */
  void into(Form form) {
    if (told.isEmpty()) {
      return;
    }
    for (AskedBefore.Account a : told) {
      form.show(
          here.t("again.told"),
          here.texts().code("catalogue", a.form())
              + a.began().map(m -> ", " + here.texts().date(m)).orElse("")
              + (a.under().isEmpty() ? "" : ", " + here.t("screening.before.under", a.under())));
    }
    form.show("", wanted);
    form.show("", read);
    if (child) {
      form.add(here.t("again.facts"), facts);
    }
    form.show("", here.t(child ? "again.below.child" : "again.below"));
  }

  /** Whether something is missing that another interview needs. */
  boolean lacking() {
    return !told.isEmpty()
        && (!wanted.isSelected() || !read.isSelected() || child && facts.getText().isBlank());
  }

  Optional<AskedBefore.Again> given() {
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AskedBefore.Again(wanted.isSelected(), read.isSelected(), facts.getText()));
  }
}

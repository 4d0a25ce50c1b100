package org.sala.ui.roster;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/**
 * What is asked before an account is asked for: an age that nobody has said, and of whoever may be
 * a child who is there for it. Of somebody who is surely grown it asks nothing.
 */
public final class ChildPart {
  private final People.PersonLine person;
  private final boolean maybeChild;
  private final boolean ageUnsaid;
  private final Here here;
  private final TextField age = new TextField();
  private final TextField guardian = new TextField();
  private final CheckBox agrees;
  private final CheckBox trained;

  /**
   * @param ageUnsaid whether nobody has written an age
   */
  public ChildPart(People.PersonLine person, boolean ageUnsaid, Here here) {
    this.person = person;
    this.maybeChild = !person.surelyAdult();
    this.ageUnsaid = ageUnsaid;
    this.here = here;
    this.agrees = new CheckBox(here.t("child.agrees"));
    this.trained = new CheckBox(here.t("child.trained"));
    age.setId("said-age");
    guardian.setId("child-guardian");
    agrees.setId("child-agrees");
    trained.setId("child-trained");
  }

  /** Puts its rows below those of a form. */
  public void into(Form form) {
    if (ageUnsaid) {
      form.add(here.t("people.birth"), age);
      form.show("", here.t("screening.age.below"));
    }
    if (maybeChild) {
      form.add(here.t("child.guardian"), guardian);
      form.show("", agrees);
      form.show("", trained);
      form.show("", here.t("child.below"));
    }
  }

  /** Whether the rules for children apply with the age that is typed. */
  public boolean child() {
    return maybeChild && !(ageUnsaid && grown());
  }

  /** Whether something is missing that a child is owed. */
  public boolean lacking() {
    return child()
        && (guardian.getText().isBlank() || !agrees.isSelected() || !trained.isSelected());
  }

  public String age() {
    return age.getText();
  }

  /** What protects the child; empty for an adult. */
  public Optional<Child> given() {
    return child() ? Optional.of(new Child(guardian.getText())) : Optional.empty();
  }

  /** Whether the age that is typed is an adult's, and nothing else speaks for a child. */
  private boolean grown() {
    LocalDate today = LocalDate.ofInstant(here.clock().instant(), here.texts().zone());
    return !person.childWhateverIsWritten()
        && DateReader.birth(age.getText(), today).ageGroup(today) == AgeGroup.ADULT;
  }
}

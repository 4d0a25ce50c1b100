package org.sala.ui.roster;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/**
 * What is asked before an account is asked for: an age that nobody has said, and of whoever may be
 * a child who is there for it. Of somebody who is surely grown it asks nothing. Its fields are
 * there from the start, whomever it is about, so that they are kept with the rest of a dialog.
 */
public final class ChildPart {
  private final Here here;
  private final TextField age = new TextField();
  private final TextField guardian = new TextField();
  private final CheckBox agrees;
  private final CheckBox trained;
  private final Form ages = new Form();
  private final Form care = new Form();
  private final VBox node = new VBox(8, ages, care);
  private People.@Nullable PersonLine person;
  private boolean ageUnsaid;
  private boolean asked = true;
  private boolean awaited;

  /** Asks nothing, until it is known whom it is about. */
  public ChildPart(Here here) {
    this.here = here;
    this.agrees = new CheckBox(here.t("child.agrees"));
    this.trained = new CheckBox(here.t("child.trained"));
    age.setId("said-age");
    guardian.setId("child-guardian");
    agrees.setId("child-agrees");
    trained.setId("child-trained");
    ages.add(here.t("people.birth"), age);
    ages.show("", here.t("screening.age.below"));
    care.add(here.t("child.guardian"), guardian);
    care.show("", agrees);
    care.show("", trained);
    care.show("", here.t("child.below"));
    for (Node part : new Node[] {node, ages, care}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    aboutNobody();
  }

  /**
   * About one person, from the start.
   *
   * @param ageUnsaid whether nobody has written an age
   */
  public ChildPart(People.PersonLine person, boolean ageUnsaid, Here here) {
    this(here);
    about(person, ageUnsaid);
  }

  /** Asks about this person; what was typed of another one goes. */
  public void about(People.PersonLine of, boolean unsaid) {
    begins(of);
    awaited = false;
    ageUnsaid = unsaid;
    show(true);
  }

  /** Asks nothing yet: what has to be asked of this person is still being read. */
  public void begins(People.PersonLine of) {
    awaited = true;
    show(false);
    if (person != null && !person.id().equals(of.id())) {
      age.clear();
      guardian.clear();
      agrees.setSelected(false);
      trained.setSelected(false);
    }
    person = of;
  }

  /** Asks nothing: nobody is chosen. */
  public void aboutNobody() {
    awaited = false;
    show(false);
  }

  /** Says whether an account is asked for at all; nothing is owed before one that is not. */
  public void asks(boolean account) {
    asked = account;
    show(person != null && !awaited);
  }

  private void show(boolean known) {
    ages.setVisible(known && asked && ageUnsaid);
    care.setVisible(known && asked && maybeChild());
    node.setVisible(ages.isVisible() || care.isVisible());
  }

  /** Its rows, whose controls begin where those of the forms beside it begin. */
  public Node among(Form... forms) {
    Form[] all = Arrays.copyOf(forms, forms.length + 2);
    all[forms.length] = ages;
    all[forms.length + 1] = care;
    Form.align(all);
    return node;
  }

  /** Whether it is not known yet what has to be asked. */
  public boolean isAwaited() {
    return awaited;
  }

  /** Whether something is missing that a child is owed. */
  public boolean lacking() {
    return child()
        && (guardian.getText().isBlank() || !agrees.isSelected() || !trained.isSelected());
  }

  public String age() {
    return asked && ageUnsaid ? age.getText() : "";
  }

  /** What protects the child; empty for an adult. */
  public Optional<Child> given() {
    return child() ? Optional.of(new Child(guardian.getText())) : Optional.empty();
  }

  /** Whether the rules for children apply with the age that is typed. */
  private boolean child() {
    return asked && maybeChild() && !(ageUnsaid && grown());
  }

  private boolean maybeChild() {
    return person != null && !person.surelyAdult();
  }

  /** Whether the age that is typed is an adult's, and nothing else speaks for a child. */
  private boolean grown() {
    LocalDate today = LocalDate.ofInstant(here.clock().instant(), here.texts().zone());
    return person != null
        && !person.childWhateverIsWritten()
        && DateReader.birth(age.getText(), today).ageGroup(today) == AgeGroup.ADULT;
  }
}

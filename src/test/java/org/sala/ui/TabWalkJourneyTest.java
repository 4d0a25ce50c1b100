package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Tab alone reaches everything that can be used on a screen, and comes round again. */
class TabWalkJourneyTest extends JourneyWindow {
  /** More than any screen has. */
  private static final int MOST = 150;

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("walk");
  }

  @Test
  void tabReachesEverythingAndIsNeverCaught() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "24", "my"),
                "said",
                "");
    RecordId statement =
        made.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    interact(() -> enter(made));
    until("#next");
    Set<String> missed = new TreeSet<>();
    for (Place place :
        List.of(
            new Place.Today(),
            new Place.PeopleHere(),
            new Place.OnePerson(person),
            new Place.Triage(person),
            new Place.House(),
            new Place.Cases(),
            new Place.OneCase(caseId, "overview"),
            new Place.OneCase(caseId, "people"),
            new Place.OneStatement(statement),
            new Place.Screenings(),
            new Place.Exhibits(),
            new Place.Directory(),
            new Place.StillInside(),
            new Place.Intake(),
            new Place.Packages(),
            new Place.Founding(),
            new Place.Settings())) {
      interact(() -> shell.go(place));
      until("#saved");
      // Its cards come one after the other.
      settle();
      settle();
      if (lookup(".dialog-box").tryQuery().isPresent()) {
        // The arrivals ask for the letter of a laptop first; the walk is about what is behind.
        push(KeyCode.ESCAPE);
      }
      walk(place, missed);
    }
    assertThat(missed).isEmpty();
  }

  /** Behind a dialog Enter would leave the place that it asks about. */
  @Test
  void theKeyboardGoesRoundInTheDialogOnTop() {
    Desk made = Desks.create(folder.resolve("dialog"), "Officer One Example", "one");
    interact(() -> enter(made));
    interact(() -> shell.go(new Place.PeopleHere()));
    until("#saved");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < 30; i++) {
      push(KeyCode.TAB);
      reached.add(inTheDialog());
    }
    assertThat(reached).as("fields and verbs, and round again").hasSizeBetween(3, 20);
    for (int i = 0; i < 30; i++) {
      push(KeyCode.SHIFT, KeyCode.TAB);
      assertThat(reached).contains(inTheDialog());
    }
    interact(() -> scene.getRoot().lookup(".nav .item").requestFocus());
    push(KeyCode.ENTER);
    inTheDialog();
  }

  private Node inTheDialog() {
    Node owner = owner().orElseThrow();
    assertThat(isBelow(owner, lookup(".dialog-box").query())).as(words(owner)).isTrue();
    return owner;
  }

  /** A text area that keeps the Tab for itself is what the walk is there to find. */
  @Test
  void theWalkFindsWhatTabCannotReach() {
    interact(
        () -> {
          Button after = new Button("after");
          after.setId("after");
          scene.setRoot(new VBox(new TextArea(), after));
          scene.getRoot().requestFocus();
        });
    Set<String> missed = new TreeSet<>();
    walk(new Place.Today(), missed);
    assertThat(missed).containsExactly("Today: #after Button “after”");
  }

  private void walk(Place place, Set<String> missed) {
    String name = place.getClass().getSimpleName();
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST; i++) {
      push(KeyCode.TAB);
      Optional<Node> owner = owner();
      if (owner.isEmpty()) {
        missed.add(name + ": the keyboard stands nowhere");
        return;
      }
      if (!reached.add(owner.get()) && reached.size() > 1 && i > reached.size() + 1) {
        break;
      }
    }
    for (Node node : usable()) {
      if (reached.stream().noneMatch(r -> r == node || isBelow(r, node))) {
        missed.add(name + ": " + words(node));
      }
    }
  }

  private Optional<Node> owner() {
    AtomicReference<Node> owner = new AtomicReference<>();
    interact(() -> owner.set(scene.getFocusOwner()));
    return Optional.ofNullable(owner.get());
  }

  /** Controls on the screen that take the keyboard; a scroll pane is only a way to see. */
  private List<Node> usable() {
    List<Node> all = new ArrayList<>();
    interact(() -> gather(scene.getRoot(), all));
    return all;
  }

  private static void gather(Node node, List<Node> all) {
    if (!node.isVisible() || node.isDisabled() || !node.isManaged()) {
      return;
    }
    boolean control = node instanceof Control && !(node instanceof ScrollPane);
    if (control && node.isFocusTraversable()) {
      all.add(node);
      return;
    }
    if (node instanceof ScrollPane s && s.getContent() != null) {
      gather(s.getContent(), all);
    } else if (node instanceof Parent p && !(node instanceof SplitMenuButton)) {
      p.getChildrenUnmodifiable().forEach(c -> gather(c, all));
    }
  }

  private static boolean isBelow(Node node, Node above) {
    for (Parent p = node.getParent(); p != null; p = p.getParent()) {
      if (p == above) {
        return true;
      }
    }
    return false;
  }

  private static String words(Node node) {
    String id = node.getId() == null ? "" : "#" + node.getId() + " ";
    String text = node instanceof javafx.scene.control.Labeled l ? " “" + l.getText() + "”" : "";
    return id + node.getClass().getSimpleName() + text;
  }
}

package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Also;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;

/** Two records of one girl are found, joined, and parted again by two officers, by keys. */
class SamePersonJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static RecordId child;
  private static RecordId adult;

  @BeforeAll
  static void twice() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
      child = person(hq, "H-001", "Khin Mar Example", "about 17");
      adult = person(hq, "H-002", "Sanda Sample", "1999");
      person(hq, "H-003", "Duru Zukova", "1980");
    }
  }

  private static RecordId person(Desk desk, String number, String name, String birth) {
    RecordId id =
        desk.people()
            .register(List.of(new People.NewPerson(number, "", name, "female", birth, "my")))
            .getFirst();
    if (!number.equals("H-003")) {
      desk.people().addElement(id, "contact", Value.parts(Map.of("text", "+95 9 123 456 78")));
    }
    return id;
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void whoIsFoundTwiceIsJoinedWithAReasonAndPartedByTwo() throws Exception {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.PeopleHere()));
    clickOn("#same-people");
    soon(() -> rows("#same-list") == 1);
    until("#same-yes");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#same-reason");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.samePeople().said()).as("nothing without a reason").isEmpty();
    type("#same-reason", "one telephone");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.samePeople().said().size() == 1 && rows("#same-list") == 0);
    assertThat(desk.people().find(adult).orElseThrow().also())
        .extracting(Also::person)
        .containsExactly(child);

    interact(() -> shell.go(new Place.OnePerson(adult)));
    interact(() -> lookup("#same-look").queryButton().fire());
    clickOn("#tab-said");
    soon(() -> rows("#same-list") == 1);
    clickOn("#same-back");
    type("#same-reason", "her sister's telephone");
    type("#same-handle", "nine");
    type("#same-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.samePeople().said().isEmpty());
    assertThat(desk.people().find(adult).orElseThrow().possiblyChild()).isFalse();

    clickOn("#tab-waiting");
    soon(() -> rows("#same-list") == 1);
    clickOn("#same-no");
    type("#same-reason", "seen together");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> rows("#same-list") == 0);
    assertThat(desk.samePeople().said()).hasSize(1).noneMatch(s -> s.same());
    clickOn("#same-other");
    type("#same-number", "h-003");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#same-yes");
    desk.people().edit(child, Map.of("sex", Value.text("female")), "");
    // The page is read anew, then its list, then the two.
    for (int i = 0; i < 4; i++) {
      lane.submit(() -> {}).get(30, TimeUnit.SECONDS);
      settle();
    }
    assertThat(lookup("#same-yes").query().isVisible())
        .as("who was asked for by number stays while others save")
        .isTrue();
  }
}

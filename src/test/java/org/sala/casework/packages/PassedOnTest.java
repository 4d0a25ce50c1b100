package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.keys.Peer;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.crypto.Certificate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * What one station wrote about a person goes home with what its neighbour wrote of the same person,
 * and stands on its own author's signature.
 */
class PassedOnTest {
  private static final Value INSULIN = Value.text("Insulin");

  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private Path usb;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardFromHeadquarters() {
    usb = folder.resolve("usb");
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(one, hq, folder, "A");
    Desks.enrol(two, hq, folder, "B");
    caseId = one.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
    report(one);
    report(two);
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    two.close();
    hq.close();
  }

  private Path sealed(Desk from) {
    SealPlan plan = from.packages().plan(Optional.empty());
    return from.packages().carry(from.packages().seal(plan, Progress.none()).id(), usb);
  }

  private Importing.Outcome.Imported report(Desk from) {
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported) hq.packages().take(sealed(from));
    from.packages().take(hq.packages().carry(taken.receipt().orElseThrow(), usb));
    return taken;
  }

  /** All that one station may give goes to the other. */
  private static void give(Desk from, Desk to, Path usb) {
    Peer peer = from.packages().peers().getFirst();
    SealPlan plan = from.packages().planFor(List.of(peer), Optional.empty(), LeftOut.nothing());
    Packages.PackageLine sealed =
        from.packages().sealFor(List.of(peer), plan, LeftOut.nothing(), Progress.none()).getFirst();
    assertThat(to.packages().take(from.packages().carry(sealed.id(), usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private RecordId person(Consents.Answer answer) {
    RecordId id =
        one.people()
            .add(
                caseId, new People.NewPerson("A-1", "", "Person Example", "f", "17", "th"), "", "");
    one.people().edit(id, Map.of("needs", INSULIN), "");
    says(one, id, answer);
    return id;
  }

  private static void says(Desk at, RecordId person, Consents.Answer answer) {
    at.consents()
        .ask(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "th", "");
  }

  private boolean lets(RecordId person) {
    return hq.consents()
        .lastWord(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
        .filter(Consents.LastWord::lets)
        .isPresent();
  }

  private String serialOf(String station) {
    return hq.headquarters().stations().stream()
        .filter(s -> s.name().equals(station))
        .findFirst()
        .orElseThrow()
        .officers()
        .getFirst()
        .serial();
  }

  private static Certificate certificate(Desk desk) {
    String key = Desks.station(desk).me().hex();
    return Certificate.ofPem(Desks.station(desk).state().text("certificate." + key).orElseThrow())
        .getFirst();
  }

  @Test
  void theYesAndWhatRestsOnItReachHeadquartersThoughTheLaptopThatWroteThemIsLost() {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    assertThat(two.packages().plan(Optional.empty()).empty())
        .as("whoever wrote nothing of a person passes nothing on")
        .isTrue();
    two.people().edit(person, Map.of("health", Value.text("Diabetes")), "");
    SealPlan plan = two.packages().plan(Optional.empty());
    assertThat(plan.passedOn()).isPositive().isLessThan(plan.changes().size());
    assertThat(plan.withConsent()).containsExactly(person);
    report(two);
    assertThat(lets(person)).isTrue();
    assertThat(hq.people().fields(person).get("needs").value()).isEqualTo(INSULIN);
    assertThat(hq.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThat(hq.histories().of(person).stream().map(Histories.Entry::station).distinct())
        .as("each stays the author of what it wrote")
        .hasSize(2);
    assertThat(two.packages().plan(Optional.empty()).empty()).as("the receipt names all").isTrue();
    int known = hq.histories().of(person).size();
    report(one);
    assertThat(hq.histories().of(person)).as("nothing is doubled").hasSize(known);
    assertThat(one.packages().plan(Optional.empty()).empty()).isTrue();
    assertThat(hq.quarantine().waiting()).isEmpty();
  }

  @Test
  void whatAPersonSaysToItLaterGoesByItself() {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    two.people().edit(person, Map.of("health", Value.text("Diabetes")), "");
    report(two);
    says(one, person, Consents.Answer.WITHDRAWN);
    one.people().edit(person, Map.of("sex", Value.text("male")), "");
    give(one, two, usb);
    SealPlan plan = two.packages().plan(Optional.empty());
    assertThat(plan.changes()).as("the withdrawal alone").hasSize(1);
    assertThat(plan.passedOn()).isEqualTo(1);
    report(two);
    assertThat(lets(person)).isFalse();
  }

  @Test
  void whatAPersonDoesNotWantToLeaveIsPassedOnByNobody() {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    says(two, person, Consents.Answer.WITHDRAWN);
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(two.packages().plan(Optional.empty()).keptBack()).containsExactly(person);
    report(two);
    assertThat(hq.people().fields(person)).doesNotContainKey("needs");
    says(two, person, Consents.Answer.YES);
    report(two);
    assertThat(hq.people().fields(person).get("needs").value())
        .as("with a yes the rest of it goes")
        .isEqualTo(INSULIN);
  }

  @Test
  void whoSignsForAStationThatIsNotTheOwnIsRefused() {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    var state = Desks.station(two).state();
    Value own = Value.text(state.station().toString());
    state.set("station", Value.text(Desks.station(one).identity().station().toString()));
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    state.set("station", own);
    two.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
    Neighbours.keep(state, Desks.station(one).identity().station(), List.of(certificate(two)));
    assertThat(hq.packages().take(sealed(two))).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hq.people().find(person)).isEmpty();
  }

  @Test
  void whatSomebodyWroteWhoWasTakenBackWaitsForTwoAndTheCarriersWorkDoesNot() {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters()
        .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
    hq.headquarters().revoke(serialOf("Station A"), "the laptop is lost");
    Importing.Outcome.Imported taken = report(two);
    assertThat(taken.held()).isPositive();
    assertThat(taken.changes()).isPositive();
    assertThat(lets(person)).isFalse();
    assertThat(hq.people().fields(person).get("sex").value()).isEqualTo(Value.text("male"));
    Quarantine.Waiting waiting = hq.quarantine().waiting().getFirst();
    assertThat(waiting.doubts()).containsExactly(Doubt.CHANGE_AUTHOR_REVOKED);
    hq.quarantine().propose(waiting.id(), "written before it was lost");
    assertThat(
            hq.quarantine().admit(waiting.id(), "agreed", "nine", "phrase of nine".toCharArray()))
        .isInstanceOf(Quarantine.Decision.Admitted.class);
    assertThat(lets(person)).isTrue();
  }

  @Test
  void filesGoByWhoeverTookThemInAndByTheNeighbourOnceNobodySpeaksForThatStation()
      throws IOException {
    RecordId person = person(Consents.Answer.YES);
    Path file = Files.write(folder.resolve("letter"), new byte[] {1, 2, 3});
    assertThat(
            one.exhibits()
                .take(
                    caseId,
                    new Exhibits.NewExhibit("A letter", "", Optional.empty(), "", ""),
                    file,
                    Progress.none()))
        .isInstanceOf(Taking.Taken.class);
    give(one, two, usb);
    two.cases().edit(caseId, Map.of("place", Value.text("North")), "");
    assertThat(two.packages().plan(Optional.empty()).files()).isEmpty();
    report(two);
    assertThat(hq.exhibits().count("")).isZero();
    hq.headquarters().revoke(serialOf("Station A"), "the laptop is lost");
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    report(two);
    two.cases().edit(caseId, Map.of("place", Value.text("South")), "");
    assertThat(two.packages().plan(Optional.empty()).files()).hasSize(1);
    assertThat(report(two).held()).as("what it wrote waits for two").isPositive();
  }

  @Test
  void ofTwoCopiesOfANeighbourTheSecondWaitsAndTheCarrierIsToldNothing() throws IOException {
    RecordId person = person(Consents.Answer.YES);
    give(one, two, usb);
    report(one);
    one.close();
    copy(folder.resolve("a"), folder.resolve("c"));
    one = Desks.unlock(folder.resolve("a"), "one");
    try (Desk copy = Desks.unlock(folder.resolve("c"), "one")) {
      copy.people().edit(person, Map.of("sex", Value.text("male")), "");
      give(copy, two, usb);
    }
    one.people().edit(person, Map.of("sex", Value.text("female")), "");
    report(one);
    two.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
    assertThat(report(two).held()).isPositive();
    assertThat(hq.quarantine().waiting().getFirst().doubts())
        .containsExactly(Doubt.CHANGE_OF_TWO_COPIES);
    assertThat(hq.people().fields(person).get("interpreter").value())
        .isEqualTo(Value.text("Karen"));
    assertThat(Desks.station(two).state().flag("newIncarnationOrdered")).isFalse();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path there = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(there);
        } else {
          Files.copy(f, there);
        }
      }
    }
  }
}

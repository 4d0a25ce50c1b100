package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two laptops of one agency in one hall, a stick between them, and their headquarters. */
public final class Hall implements AutoCloseable {
  public static final Value INSULIN = Value.text("Insulin");

  public final Path folder;
  public final Path usb;

  /** Unlocked anew, days later, by some tests. */
  public Desk hq;

  /** Locked and unlocked by some tests, or another copy of it. */
  public Desk one;

  /** Unlocked anew by tests in which it goes by the name of another. */
  public Desk two;

  public Hall(Path folder) {
    this.folder = folder;
    this.usb = folder.resolve("usb");
    this.hq = Desks.headquarters(folder.resolve("hq"));
    this.one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    this.two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(one, hq, folder, "A");
    Desks.enrol(two, hq, folder, "B");
  }

  /** A case at the first one, and both have heard from headquarters of each other. */
  public RecordId heard() {
    RecordId caseId = one.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
    report(one);
    report(two);
    return caseId;
  }

  /** Somebody at the first one, in need, who was asked. */
  public RecordId person(RecordId caseId, Consents.Answer answer) {
    RecordId id =
        one.people()
            .add(
                caseId, new People.NewPerson("A-1", "", "Person Example", "f", "17", "th"), "", "");
    one.people().edit(id, Map.of("needs", INSULIN), "");
    says(one, id, answer);
    return id;
  }

  public static RecordId says(Desk at, RecordId person, Consents.Answer answer) {
    return at.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            answer,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
  }

  public static boolean lets(Desk at, RecordId person) {
    return at.consents()
        .lastWord(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
        .filter(Consents.LastWord::lets)
        .isPresent();
  }

  public static SealPlan plan(Desk from) {
    return from.packages().plan(Optional.empty());
  }

  /** Sealed for headquarters, on the stick. */
  public Path toHeadquarters(Desk from) {
    return from.packages().carry(from.packages().seal(plan(from), Progress.none()).id(), usb);
  }

  /** The same, taken in there and answered. */
  public Importing.Outcome.Imported report(Desk from) {
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported) hq.packages().take(toHeadquarters(from));
    answer(from, taken.receipt());
    return taken;
  }

  public void answer(Desk to, Optional<RecordId> receipt) {
    assertThat(to.packages().take(hq.packages().carry(receipt.orElseThrow(), usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  public static Peer peer(Desk desk) {
    assertThat(desk.packages().peers()).hasSize(1);
    return desk.packages().peers().getFirst();
  }

  public static SealPlan plan(Desk from, Peer peer) {
    return from.packages().planFor(List.of(peer), Optional.empty(), OmittedExhibits.nothing());
  }

  public static PackageLine seal(Desk from, Peer peer, SealPlan plan) {
    return from.packages()
        .sealFor(List.of(peer), plan, OmittedExhibits.nothing(), Progress.none())
        .getFirst();
  }

  /** Sealed for the other station, on the stick. */
  public Path toPeer(Desk from) {
    Peer peer = peer(from);
    SealPlan plan = plan(from, peer);
    assertThat(plan.recipient()).isEqualTo(peer.name());
    return from.packages().carry(seal(from, peer, plan).id(), usb);
  }

  /** All that one station may give goes to the other. */
  public void give(Desk from, Desk to) {
    assertThat(to.packages().take(toPeer(from))).isInstanceOf(Importing.Outcome.Imported.class);
  }

  /** Takes the certificate of a station's officer back. */
  public void revoke(String station) {
    Headquarters.Known of =
        hq.headquarters().stations().stream()
            .filter(s -> s.name().equals(station))
            .findFirst()
            .orElseThrow();
    hq.headquarters().revoke(of.officers().getFirst().serial(), "the laptop is lost");
  }

  /** Where there are two, two decide. */
  public void secondOfficer() {
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters()
        .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
  }

  public void admit(Quarantine.Waiting waiting) {
    hq.quarantine().propose(waiting.id(), "they were called");
    assertThat(
            hq.quarantine().admit(waiting.id(), "agreed", "nine", "phrase of nine".toCharArray()))
        .isInstanceOf(Quarantine.Decision.Admitted.class);
  }

  @Override
  public void close() {
    one.close();
    two.close();
    hq.close();
  }
}

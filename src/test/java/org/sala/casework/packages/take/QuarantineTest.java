package org.sala.casework.packages.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.sala.casework.Folders;
import org.sala.casework.Restoring;
import org.sala.casework.Screened;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What is in doubt waits unaltered; two officers, each with the own key, admit it. */
class QuarantineTest {
  private static final String REASON = "called the station, it is theirs";
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId caseId;

  @BeforeEach
  void anEnrolledStationWithACase() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    caseId =
        station
            .cases()
            .open(new Cases.NewCase("Compound R-7", "rescue", "normal", "Example Town", ""));
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Path sealed() {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private void back(Optional<RecordId> receipt) {
    Path file = hq.packages().carry(receipt.orElseThrow(), folder.resolve("usb"));
    assertThat(station.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  private Quarantine.Decision admit(RecordId id, String handle) {
    return hq.quarantine().admit(id, "agreed", handle, ("phrase of " + handle).toCharArray());
  }

  private void revokeOfficer() {
    hq.headquarters()
        .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
  }

  @Test
  void whatCameBeforeItsSignerWasTakenBackIsJudgedByThatDay() {
    Path early = sealed();
    hq.packages().take(early);
    revokeOfficer();
    PackageCheck checked = hq.packages().check(early);
    assertThat(checked.genuine()).as(checked.toString()).isTrue();
    assertThat(checked.findings()).isEmpty();
    PackageCheck.Before before = checked.before().orElseThrow();
    assertThat(before.decides()).isTrue();
    assertThat(before.since()).anyMatch(f -> f.startsWith("SIGNER_REVOKED"));
    Path late = sealed();
    assertThat(hq.packages().check(late).kind()).isEqualTo("REVOKED");
    RecordId id = ((Importing.Outcome.Held) hq.packages().take(late)).id();
    assertThat(hq.packages().check(late).kind()).as("it waits").isEqualTo("REVOKED");
    hq.quarantine().propose(id, "known to us");
    admit(id, "nine");
    PackageCheck admitted = hq.packages().check(late);
    assertThat(admitted.kind()).as("two let it in, and it was in doubt").isEqualTo("REVOKED");
    assertThat(admitted.before().orElseThrow().decides()).isFalse();
  }

  /** A full disk, or a kill: the words of both stand, and nothing was taken in yet. */
  @Test
  void whatTwoHaveSaidIsSaidAgainByTheSecondAloneWhereNothingCameOfIt() {
    Path file = sealed();
    revokeOfficer();
    RecordId held = ((Importing.Outcome.Held) hq.packages().take(file)).id();
    RecordId first = hq.quarantine().propose(held, REASON);
    Station s = Desks.station(hq);
    new Ledger(s)
        .write(
            new Act()
                .make(
                    s.ids().record(),
                    Kinds.ADMISSION,
                    s.scope(),
                    Map.of(
                        "parcel", Value.ref(held),
                        "admits", Value.flag(true),
                        "agreesWith", Value.ref(first),
                        "reason", Value.text("agreed"),
                        "at", s.now().toValue())));
    assertThat(hq.quarantine().waiting().getFirst().proposed()).isPresent();
    assertThat(admit(held, "zero")).isInstanceOf(Quarantine.Decision.SameOfficer.class);
    assertThat(admit(held, "nine")).isInstanceOf(Quarantine.Decision.Admitted.class);
  }

  @Test
  void aRestoredLaptopIsKnownForOneWhenItsFirstPackageIsAdmitted() throws Exception {
    hq.packages().take(sealed());
    Path backup =
        Path.of(
            station
                .backups()
                .make(Files.createDirectory(folder.resolve("stick")), Progress.none())
                .place());
    station.close();
    Path back = folder.resolve("back");
    new Restoring(Desks.CHEAP)
        .asTheOnlyOne()
        .restore(backup, back, "one", "phrase of one".toCharArray(), Progress.none());
    station = Desks.unlock(back, "one");
    Path one = sealed();
    Path two = sealed();
    revokeOfficer();
    RecordId first = ((Importing.Outcome.Held) hq.packages().take(one)).id();
    RecordId second = ((Importing.Outcome.Held) hq.packages().take(two)).id();
    assertThat(admitted(first).restored()).isTrue();
    assertThat(admitted(second).restored()).as("it was said").isFalse();
  }

  private Importing.Outcome.Imported admitted(RecordId held) {
    hq.quarantine().propose(held, REASON);
    return ((Quarantine.Decision.Admitted) admit(held, "nine")).imported();
  }

  @Test
  void aRevokedSignersPackageIsAdmittedByTwoAndTheSenderIsToldBothTimes() throws Exception {
    Path file = sealed();
    revokeOfficer();
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(file);
    assertThat(held.doubts()).containsExactly(Doubt.SIGNER_REVOKED);
    assertThat(hq.cases().find(caseId)).as("nothing became visible").isEmpty();
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.AlreadyDecided.class);
    back(held.receipt());
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.HELD);
    assertThat(station.packages().plan(Optional.empty()).empty())
        .as("what waits there is not sent again")
        .isTrue();

    assertThat(heldAtHeadquarters()).as("nobody has to look for it").containsExactly(1);
    Quarantine.Waiting waiting = hq.quarantine().waiting().getFirst();
    assertThat(waiting.id()).isEqualTo(held.id());
    assertThat(waiting.stationName()).isEqualTo("Station A");
    assertThat(waiting.signer()).isEqualTo("EX-100A");
    byte[] kept =
        Files.readAllBytes(folder.resolve("hq/quarantine").resolve(waiting.digest() + ".sala"));
    assertThat(kept).as("unaltered").isEqualTo(Files.readAllBytes(file));

    assertThat(admit(held.id(), "nine")).isInstanceOf(Quarantine.Decision.NotProposed.class);
    hq.quarantine().propose(held.id(), REASON);
    assertThat(hq.quarantine().waiting().getFirst().proposed().orElseThrow().reason())
        .isEqualTo(REASON);
    assertThat(admit(held.id(), "zero")).isInstanceOf(Quarantine.Decision.SameOfficer.class);
    assertThat(hq.quarantine().admit(held.id(), "agreed", "nine", "guess".toCharArray()))
        .isInstanceOf(Quarantine.Decision.WrongPassphrase.class);
    assertThat(hq.cases().find(caseId)).isEmpty();
    Quarantine.Decision decision = admit(held.id(), "nine");
    assertThat(decision).isInstanceOf(Quarantine.Decision.Admitted.class);
    assertThat(hq.cases().find(caseId)).isPresent();
    assertThat(hq.quarantine().waiting()).isEmpty();
    assertThat(heldAtHeadquarters()).isEmpty();
    back(((Quarantine.Decision.Admitted) decision).imported().receipt());
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
    assertThat(hq.audit().acts())
        .containsSubsequence(
            AuditEntry.Act.REVOKED, AuditEntry.Act.QUARANTINED, AuditEntry.Act.ADMITTED);
  }

  @Test
  void aSecondOfficerWithoutACertificateCannotAdmit() {
    Path file = sealed();
    revokeOfficer();
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(file);
    hq.officers().add("Officer Ten Example", "ten", "phrase of ten".toCharArray());
    hq.quarantine().propose(held.id(), REASON);
    assertThat(admit(held.id(), "ten")).isInstanceOf(Quarantine.Decision.NotCertified.class);
    assertThatThrownBy(() -> hq.quarantine().propose(held.id(), " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(hq.cases().find(caseId)).isEmpty();
  }

  @Test
  void whatWasRejectedStaysOutAndIsSentAgainOnlyAnew() {
    Path file = sealed();
    revokeOfficer();
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(file);
    back(hq.quarantine().reject(held.id(), "nobody answers there"));
    assertThat(hq.quarantine().waiting()).isEmpty();
    assertThat(hq.cases().find(caseId)).isEmpty();
    assertThat(((Importing.Outcome.AlreadyDecided) hq.packages().take(file)).state())
        .isEqualTo(PackageState.REJECTED);
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.REFUSED);
    assertThat(station.packages().plan(Optional.empty()).empty()).isFalse();
    assertThat(hq.audit().acts()).contains(AuditEntry.Act.REJECTED);
    assertThatThrownBy(() -> admit(held.id(), "nine")).isInstanceOf(CaseworkFault.class);
  }

  @Test
  void oneChangeByAColleagueWhoIsNotEnrolledKeepsNothingElseWaiting() {
    station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    RecordId person =
        station
            .people()
            .add(
                caseId,
                new People.NewPerson("A-009", "", "Zaw Min Example", "male", "24", "my"),
                "said",
                "");
    RecordId finding =
        station
            .findings()
            .find(
                person,
                Optional.of(Screened.closed(station, person)),
                Findings.Finding.NO_INDICATIONS,
                "nothing was said yet");
    assertThat(
            station
                .findings()
                .confirm(finding, true, "read it", "two", "phrase of two".toCharArray()))
        .isEqualTo(Findings.Confirmed.DONE);
    Importing.Outcome.Imported imported = (Importing.Outcome.Imported) hq.packages().take(sealed());
    assertThat(imported.held()).isEqualTo(1);
    assertThat(hq.cases().find(caseId)).isPresent();
    assertThat(hq.people().find(person).orElseThrow().findingWaits())
        .as("a confirmation counts once both officers are certified")
        .isTrue();
    back(imported.receipt());
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
    Quarantine.Waiting waiting = hq.quarantine().waiting().getFirst();
    assertThat(waiting.doubts()).containsExactly(Doubt.CHANGE_AUTHOR_NOT_ENROLLED);
    assertThat(waiting.changes()).isEqualTo(1);
    assertThat(hq.quarantine().again(waiting.id())).as("nothing has changed").isEmpty();

    // The colleague is enrolled, and the same change is beyond doubt.
    station.close();
    station = Desks.unlock(folder.resolve("a"), "two");
    Desks.enrol(station, hq, folder, "A");
    Importing.Outcome.Imported now = hq.quarantine().again(waiting.id()).orElseThrow();
    assertThat(now.held()).isZero();
    assertThat(hq.people().find(person).orElseThrow().findingWaits()).isFalse();
    assertThat(station.people().find(person).orElseThrow().findingWaits())
        .as("the station knows both certificates now")
        .isFalse();
    assertThat(hq.quarantine().waiting()).isEmpty();
    assertThat(hq.headquarters().stations().getFirst().officers()).hasSize(2);
  }

  @Test
  void aChangeByARevokedColleagueWaitsUnlessHeadquartersHadItBefore() {
    station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    station.close();
    station = Desks.unlock(folder.resolve("a"), "two");
    Desks.enrol(station, hq, folder, "A");
    station.cases().edit(caseId, Map.of("place", Value.text("North")), "");
    Path early = sealed();
    hq.packages().take(early);
    station.cases().edit(caseId, Map.of("place", Value.text("South")), "");
    station.close();
    station = Desks.unlock(folder.resolve("a"), "one");
    hq.headquarters()
        .revoke(
            hq.headquarters().stations().getFirst().officers().stream().toList().getLast().serial(),
            "left the service");
    Importing.Outcome.Imported imported = (Importing.Outcome.Imported) hq.packages().take(sealed());
    assertThat(imported.held()).as("North is receipted, South is not").isEqualTo(1);
    assertThat(hq.cases().fields(caseId).get("place").value()).isEqualTo(Value.text("North"));
    RecordId waiting = hq.quarantine().waiting().getFirst().id();
    back(hq.quarantine().reject(waiting, "written after he had left"));
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.REFUSED);
    station.cases().edit(caseId, Map.of("summary", Value.text("more")), "");
    Importing.Outcome.Imported next = (Importing.Outcome.Imported) hq.packages().take(sealed());
    assertThat(next.held()).as("what was refused does not come again").isZero();
    assertThat(hq.quarantine().waiting()).isEmpty();
    back(next.receipt());
    ToDo refused = refused().getFirst();
    assertThat(refused().size()).as("of several packages the last tells it").isEqualTo(1);
    assertThat(refused.several()).contains(1);
    station.packages().refused().read(refused.parcel().orElseThrow().id());
    assertThat(refused()).isEmpty();
  }

  private List<Integer> heldAtHeadquarters() {
    return hq.tonight().todo().stream()
        .filter(t -> t.what() == ToDo.What.HELD)
        .flatMap(t -> t.several().stream())
        .toList();
  }

  private List<ToDo> refused() {
    return station.tonight().todo().stream().filter(t -> t.what() == ToDo.What.REFUSED).toList();
  }

  @Test
  void aStationThatThisHeadquartersNeverEnrolledIsAskedAbout() throws Exception {
    hq.close();
    Folders.copy(folder.resolve("hq"), folder.resolve("hq-older"));
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    try (Desk other = Desks.create(folder.resolve("b"), "Officer Six Example", "six")) {
      Desks.enrol(other, hq, folder, "B");
      RecordId elsewhere =
          other.cases().open(new Cases.NewCase("Elsewhere", "rescue", "normal", "", ""));
      PackageLine line =
          other.packages().seal(other.packages().plan(Optional.empty()), Progress.none());
      Path file = other.packages().carry(line.id(), folder.resolve("usb"));
      hq.close();
      hq = Desks.unlock(folder.resolve("hq-older"), "zero");
      Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(file);
      assertThat(held.doubts()).containsExactly(Doubt.UNKNOWN_STATION);
      assertThat(held.receipt()).as("there is no key to answer with").isEmpty();
      hq.quarantine().propose(held.id(), REASON);
      assertThat(admit(held.id(), "nine")).isInstanceOf(Quarantine.Decision.Admitted.class);
      assertThat(hq.cases().find(elsewhere)).isPresent();
    }
  }

  @Test
  void anAlteredPackageIsRefusedForGood() throws Exception {
    Path file = sealed();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hq.quarantine().waiting()).isEmpty();
    assertThat(folder.resolve("hq/quarantine").toFile().list()).hasSize(1);
  }
}

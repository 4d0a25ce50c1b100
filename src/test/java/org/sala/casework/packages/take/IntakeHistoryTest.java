package org.sala.casework.packages.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageMention;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Who took in what and decided what, and that a sender hears of a refusal or misses an answer. */
class IntakeHistoryTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void anEnrolledStationWithACase() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
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

  private RecordId held(Path file) {
    hq.headquarters()
        .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
    return ((Importing.Outcome.Held) hq.packages().take(file)).id();
  }

  private List<ToDo> todo(ToDo.What what) {
    return station.tonight().todo().stream().filter(t -> t.what() == what).toList();
  }

  @Test
  void everyActOnAPackageStandsWithItsOfficerAndReason() {
    RecordId id = held(sealed());
    assertThat(Desks.came(hq).getFirst().contents())
        .as("what it is has to be known before anybody admits it")
        .satisfies(c -> assertThat(c.cases()).isEqualTo(1))
        .satisfies(c -> assertThat(c.people()).isZero())
        .satisfies(c -> assertThat(c.changes()).isPositive());
    assertThat(Desks.came(hq).getFirst().takenBy()).isEqualTo("Officer Zero Example");
    hq.quarantine().propose(id, "called them");
    assertThat(hq.quarantine().admit(id, "agreed", "nine", "phrase of nine".toCharArray()))
        .isInstanceOf(Quarantine.Decision.Admitted.class);
    List<Reception.Step> steps = hq.reception().history(id);
    assertThat(steps)
        .extracting(Reception.Step::happened)
        .containsExactly(
            Reception.Happened.CAME,
            Reception.Happened.PROPOSED,
            Reception.Happened.AGREED,
            Reception.Happened.STANDS);
    assertThat(steps.getFirst().state()).contains(PackageState.HELD);
    assertThat(steps.get(1).reason()).isEqualTo("called them");
    assertThat(steps.get(2).officer()).isEqualTo("Officer Nine Example");
    assertThat(steps.getLast().state()).contains(PackageState.IMPORTED);
  }

  @Test
  void whatWasTakenInIsKeptByteForByteAndGivenOutUnlessItWasChanged() throws Exception {
    Path file = sealed();
    byte[] came = Files.readAllBytes(file);
    RecordId id = ((Importing.Outcome.Imported) hq.packages().take(file)).id();
    Files.delete(file);
    PackageDetails details = hq.packages().details(id);
    assertThat(details.original()).isTrue();
    Path given = hq.packages().original(id, place("court"), Progress.none());
    assertThat(Files.readAllBytes(given)).isEqualTo(came);
    assertThat(given.getFileName().toString()).startsWith(details.digest());
    assertThat(hq.audit().acts().getLast()).isEqualTo(AuditEntry.Act.EXPORTED);
    Path kept = folder.resolve("hq/originals").resolve(details.digest() + ".sala");
    byte[] changed = came.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(kept, changed);
    assertThatThrownBy(() -> hq.packages().original(id, place("elsewhere"), Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.BAD_FILE));
    Files.delete(kept);
    assertThat(hq.backups().make(place("stick"), Progress.none()).lost())
        .containsExactly(details.fileName());
  }

  @Test
  void anOriginalGoesWithWhoIsErasedAndNoBackupMissesIt() throws Exception {
    RecordId id = ((Importing.Outcome.Imported) hq.packages().take(sealed())).id();
    String digest = hq.packages().details(id).digest();
    Path kept = folder.resolve("hq/originals").resolve(digest + ".sala");
    assertThat(kept).exists();
    RecordId caseId = hq.cases().list("", "number", false, 0, 1).getFirst().id();
    Erasing plan = hq.erasures().plan(caseId);
    assertThat(plan.packages()).extracting(PackageMention::parcel).contains(id);
    assertThat(
            hq.erasures()
                .erase(
                    plan,
                    plan.number(),
                    Erasures.Why.ORDER,
                    "ordered",
                    Optional.of(new Erasures.Second("nine", "phrase of nine".toCharArray()))))
        .isEqualTo(Erasures.Outcome.DONE);
    assertThat(kept).doesNotExist();
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    assertThat(hq.packages().details(id).original()).isFalse();
    assertThat(hq.backups().make(place("stick"), Progress.none()).lost()).isEmpty();
  }

  /** What an officer sealed who was revoked since waits; what was cut may hold anything. */
  @Test
  void whatWaitsInQuarantineWithWhoIsErasedGoesAndItsSenderIsTold() throws Exception {
    hq.packages().take(sealed());
    RecordId caseId = hq.cases().list("", "number", false, 0, 1).getFirst().id();
    RecordId elsewhere =
        station.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    for (int i = 0; i < 40; i++) {
      String summary = (i + " words ").repeat(500);
      station.cases().edit(elsewhere, Map.of("summary", Value.text(summary)), "");
    }
    Path spoiled = sealed(elsewhere);
    byte[] cut = Files.readAllBytes(spoiled);
    cut[cut.length - 100] ^= 1;
    Files.write(spoiled, cut);
    assertThat(hq.packages().take(spoiled)).isInstanceOf(Importing.Outcome.Refused.class);
    station.cases().edit(caseId, Map.of("summary", Value.text("more")), "");
    RecordId waits = held(sealed(caseId));
    RecordId other = ((Importing.Outcome.Held) hq.packages().take(sealed(elsewhere))).id();

    Erasing plan = hq.erasures().plan(caseId);
    assertThat(plan.quarantined())
        .extracting(PackageMention::state)
        .containsExactlyInAnyOrder(PackageState.HELD, PackageState.REFUSED);
    assertThat(plan.quarantined()).extracting(PackageMention::parcel).contains(waits);
    assertThat(plan.quarantined()).extracting(PackageMention::parcel).doesNotContain(other);
    assertThat(kept(waits)).exists();
    hq.erasures()
        .erase(
            plan,
            plan.number(),
            Erasures.Why.ORDER,
            "ordered",
            Optional.of(new Erasures.Second("nine", "phrase of nine".toCharArray())));
    plan.quarantined().forEach(q -> assertThat(kept(q.parcel())).doesNotExist());
    assertThat(kept(other)).exists();
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    assertThat(hq.quarantine().waiting()).extracting(Quarantine.Waiting::id).containsExactly(other);
    assertThat(hq.reception().history(waits))
        .extracting(Reception.Step::happened)
        .contains(Reception.Happened.KEPT_OUT);
    assertThat(hq.backups().make(place("stick"), Progress.none()).lost()).isEmpty();
  }

  private Path kept(RecordId parcel) {
    return folder
        .resolve("hq/quarantine")
        .resolve(hq.packages().details(parcel).digest() + ".sala");
  }

  private Path sealed(RecordId caseId) {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.of(caseId)), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private Path place(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  @Test
  void theSenderOfARefusedPackageIsToldWhyInDoNext() {
    RecordId id = held(sealed());
    Path receipt =
        hq.packages().carry(hq.quarantine().reject(id, "nobody knows them").orElseThrow(), folder);
    assertThat(todo(ToDo.What.REFUSED)).isEmpty();
    assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(todo(ToDo.What.REFUSED))
        .singleElement()
        .satisfies(
            t ->
                assertThat(t.parcel().orElseThrow().doubts())
                    .containsExactly(Doubt.SIGNER_REVOKED));
    assertThat(hq.reception().history(id))
        .extracting(Reception.Step::happened)
        .contains(Reception.Happened.KEPT_OUT);
  }

  @Test
  void whatWasRefusedStandsInDoNextUntilAllOfItHasGoneAgain() {
    RecordId caseId = station.cases().list("", "number", false, 0, 1).getFirst().id();
    RecordId id = held(sealed());
    station
        .packages()
        .take(
            hq.packages()
                .carry(hq.quarantine().reject(id, "nobody knows them").orElseThrow(), folder));
    RecordId elsewhere =
        station.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    sealed(elsewhere);
    assertThat(todo(ToDo.What.REFUSED)).as("another case says nothing of this one").hasSize(1);
    sealed(caseId);
    assertThat(todo(ToDo.What.REFUSED)).isEmpty();
  }

  @Test
  void whatCameSpoiledIsNeverAnsweredAndItsSenderMissesTheAnswer() throws Exception {
    Path file = sealed();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hq.reception().receiptsHere()).isEmpty();
    assertThat(todo(ToDo.What.UNANSWERED)).as("it may still be on its way").isEmpty();
    station.close();
    Tools later =
        new Tools(
            Clock.offset(Desks.CHEAP.clock(), Duration.ofDays(4)),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    station =
        ((Workplace.Entry.Entered)
                new Workplace(folder.resolve("a"), later)
                    .unlock("one", "phrase of one".toCharArray()))
            .desk();
    assertThat(todo(ToDo.What.UNANSWERED)).hasSize(1);
    assertThat(hq.tonight().todo()).noneMatch(t -> t.what() == ToDo.What.UNANSWERED);
    sealed();
    assertThat(todo(ToDo.What.UNANSWERED)).as("the next package holds all of it").isEmpty();
  }
}

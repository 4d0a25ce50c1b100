package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.casework.packages.receipt.Receipts;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Tally;
import org.sala.crypto.SigningKey;
import org.sala.domain.Value;

/**
 * A stick that lies, a partner who replays, a station under another's name, a false headquarters.
 */
class LyingCarrierTest {
  @TempDir Path folder;
  private Hall hall;

  @BeforeEach
  void twoStationsAndTheirHeadquarters() {
    hall = new Hall(folder);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static PackageLine seal(Desk desk, String wristband) {
    desk.people()
        .register(List.of(new People.NewPerson(wristband, "", "Person Example", "f", "", "th")));
    return desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
  }

  private Path carry(Desk desk, PackageLine line) {
    return desk.packages().carry(line.id(), hall.usb);
  }

  private Path answer(Importing.Outcome taken) {
    return hall.hq
        .packages()
        .carry(((Importing.Outcome.Imported) taken).receipt().orElseThrow(), hall.usb);
  }

  private static PackageState state(Desk desk, PackageLine line) {
    return desk.packages().list().stream()
        .filter(p -> p.id().equals(line.id()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static long people(Desk desk) {
    return desk.people().list("", "changed", true, 0, 100).size();
  }

  @Test
  void aStickThatIsPutBackToWhatItWasChangesNothing() throws IOException {
    PackageLine first = seal(hall.one, "A-1");
    Path old = Files.copy(carry(hall.one, first), folder.resolve("old.sala"));
    Path firstAnswer = answer(hall.hq.packages().take(old));
    PackageLine second = seal(hall.one, "A-2");
    Path secondAnswer = answer(hall.hq.packages().take(carry(hall.one, second)));
    assertThat(hall.one.packages().take(secondAnswer))
        .isInstanceOf(Importing.Outcome.Imported.class);

    assertThat(hall.hq.packages().take(old)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(Desks.came(hall.hq)).hasSize(2);
    assertThat(hall.one.packages().take(firstAnswer))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hall.one.packages().take(firstAnswer))
        .isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(hall.one.packages().take(secondAnswer))
        .isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(state(hall.one, first)).isEqualTo(PackageState.RECEIVED);
    assertThat(state(hall.one, second)).isEqualTo(PackageState.RECEIVED);
    assertThat(people(hall.hq)).isEqualTo(2);
  }

  @Test
  void filesUnderEachOthersNamesAreTakenForWhatTheyAre() throws IOException {
    PackageLine a = seal(hall.one, "A-1");
    PackageLine b = seal(hall.two, "B-1");
    Path from = carry(hall.one, a);
    Path other = carry(hall.two, b);
    Path between = hall.usb.resolve("between.tmp");
    Files.move(from, between);
    Files.move(other, from);
    Files.move(between, other);
    Path answerToTwo = answer(hall.hq.packages().take(from));
    Path answerToOne = answer(hall.hq.packages().take(other));
    assertThat(hall.one.packages().take(answerToTwo)).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(state(hall.one, a)).isEqualTo(PackageState.CARRIED);
    assertThat(hall.one.packages().take(answerToOne))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hall.two.packages().take(answerToTwo))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(state(hall.one, a)).isEqualTo(PackageState.RECEIVED);
    assertThat(state(hall.two, b)).isEqualTo(PackageState.RECEIVED);
  }

  @Test
  void oneBadFileOnAStickStopsNoOtherAndTheRightOneUnderItsNameIsTakenLater() throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    PackageLine a = seal(hall.one, "A-1");
    PackageLine b = seal(hall.two, "B-1");
    once(hall.one, stick);
    once(hall.two, stick);
    Path spoiled = stick.resolve(a.fileName());
    byte[] bytes = Files.readAllBytes(spoiled);
    byte[] bad = bytes.clone();
    bad[bad.length - 300] ^= 1;
    Files.write(spoiled, bad);
    Tally tally = once(hall.hq, stick);
    assertThat(tally.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(tally.count(Tally.Became.KEPT_OUT)).isEqualTo(1);
    assertThat(state(hall.one, a)).isEqualTo(PackageState.CARRIED);
    Files.write(spoiled, bytes);
    assertThat(once(hall.hq, stick).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    once(hall.two, stick);
    once(hall.one, stick);
    assertThat(state(hall.one, a)).isEqualTo(PackageState.RECEIVED);
    assertThat(state(hall.two, b)).isEqualTo(PackageState.RECEIVED);
  }

  private static Tally once(Desk desk, Path stick) {
    Configured carrier =
        desk.sync().carriers().list().stream()
            .findFirst()
            .orElseGet(() -> desk.sync().carriers().addFolder(stick, "Stick"));
    return desk.sync().once(carrier.id());
  }

  @Test
  void aStickIsCleanedOfWhatAReceiptNamesAndOfNothingElse() throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    PackageLine received = seal(hall.one, "A-1");
    once(hall.one, stick);
    once(hall.hq, stick);
    assertThat(hall.one.sync().clean(stick).names()).as("no receipt is here yet").isEmpty();
    once(hall.one, stick);
    PackageLine open = seal(hall.one, "A-2");
    once(hall.one, stick);
    Files.writeString(stick.resolve(received.fileName() + ".part"), "left by a stick pulled out");
    Files.writeString(stick.resolve(open.fileName() + ".part"), "not received yet");
    byte[] sealed = Files.readAllBytes(stick.resolve(received.fileName()));
    Files.write(stick.resolve(received.fileName()), new byte[5]);
    assertThat(hall.one.sync().clean(stick).bytes()).as("the leftover alone").isEqualTo(26);
    assertThat(stick.resolve(received.fileName())).as("not what was sealed").exists();
    Files.write(stick.resolve(received.fileName()), sealed);
    assertThat(hall.two.sync().clean(stick).names()).as("what is another's").isEmpty();
    assertThat(hall.one.sync().clean(stick).names()).containsExactly(received.fileName());
    assertThat(stick.resolve(received.fileName())).doesNotExist();
    assertThat(stick.resolve(open.fileName())).exists();
    assertThat(stick.resolve(open.fileName() + ".part")).exists();
    assertThat(folder.resolve("a/outbox").resolve(received.fileName())).as("and here").exists();
    assertThat(once(hall.hq, stick).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
  }

  @Test
  void whoeverReplaysAPackageElsewhereIsRefused() {
    Path sent = carry(hall.one, seal(hall.one, "A-1"));
    try (Desk elsewhere = Desks.headquarters(folder.resolve("elsewhere"))) {
      assertThat(kind(elsewhere.packages().take(sent))).isEqualTo("UNREADABLE");
      assertThat(people(elsewhere)).isZero();
    }
    assertThat(kind(hall.two.packages().take(sent))).isEqualTo("UNREADABLE");
    assertThat(people(hall.two)).isZero();
  }

  private static String kind(Importing.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
    return ((Importing.Outcome.Refused) outcome).checked().kind();
  }

  @Test
  void aStationUnderAnothersNameWaitsForTwoOfficersAndTheOtherHearsNothingFalse() {
    StationState state = Desks.station(hall.two).state();
    state.set("station", Value.text(Desks.station(hall.one).identity().station().toString()));
    hall.two = anew(hall.two, "b", "two");
    PackageLine real = seal(hall.one, "A-1");
    PackageLine forged = seal(hall.two, "B-1");
    Importing.Outcome outcome = hall.hq.packages().take(carry(hall.two, forged));
    assertThat(outcome).isInstanceOf(Importing.Outcome.Held.class);
    assertThat(((Importing.Outcome.Held) outcome).doubts()).contains(Doubt.OTHER_STATION);
    assertThat(people(hall.hq)).as("nothing became visible").isZero();
    Path toOne =
        hall.hq
            .packages()
            .carry(((Importing.Outcome.Held) outcome).receipt().orElseThrow(), hall.usb);
    assertThat(hall.one.packages().take(toOne)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(state(hall.one, real)).isEqualTo(PackageState.SEALED);
    assertThat(hall.one.packages().take(answer(hall.hq.packages().take(carry(hall.one, real)))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(state(hall.one, real)).isEqualTo(PackageState.RECEIVED);
  }

  /** Whoever goes by another's id makes ids of changes that are the other one's too. */
  private Desk anew(Desk desk, String name, String handle) {
    desk.close();
    return Desks.unlock(folder.resolve(name), handle);
  }

  /** It knows our keys, our headquarters' id and our package; it has not our authority's key. */
  @Test
  void aHeadquartersKeyThatIsNotOursIsRefusedAndItsOrdersAreNotHeeded() {
    PackageLine sent = seal(hall.one, "A-1");
    carry(hall.one, sent);
    StationState known = Desks.station(hall.hq).state();
    Desk founded = Desks.headquarters(folder.resolve("impostor"));
    Desks.station(founded).state().set("station", Value.text(known.station().toString()));
    try (Desk impostor = anew(founded, "impostor", "zero")) {
      Station impostors = Desks.station(impostor);
      String id = Desks.station(hall.one).identity().station().toString();
      impostors.state().set("stations", Value.texts(List.of(id)));
      impostors.state().set("station." + id, known.parts("station." + id).orElseThrow());
      Path lie =
          impostor
              .packages()
              .carry(
                  new Receipts(impostors, new Ledger(impostors), impostor.audit())
                      .send(
                          new Receipts.Answer(
                              Desks.station(hall.one).identity().station(),
                              "parcel",
                              digest(sent),
                              Receipts.Word.IMPORTED,
                              Map.of(),
                              List.of(),
                              true))
                      .orElseThrow(),
                  hall.usb);
      assertThat(kind(hall.one.packages().take(lie))).isEqualTo("UNKNOWN_SIGNER");
    }
    assertThat(state(hall.one, sent)).isEqualTo(PackageState.CARRIED);
    assertThat(hall.one.pending()).doesNotContain(Pending.COPY_SEEN);
    assertThat(hall.hq.packages().take(hall.usb.resolve(sent.fileName())))
        .as("and what was sent is as good as before")
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private String digest(PackageLine line) {
    return hall.one.packages().details(line.id()).digest();
  }

  private static Value base64(byte[] key) {
    return Value.text(Base64.getEncoder().encodeToString(key));
  }

  /** An officer of ours at another station seals to us as if that were headquarters. */
  @Test
  void anotherStationsOfficerIsNoHeadquarters() {
    PackageLine sent = seal(hall.one, "A-1");
    StationState known = Desks.station(hall.hq).state();
    Desks.station(hall.two).state().set("station", Value.text(known.station().toString()));
    hall.two = anew(hall.two, "b", "two");
    Station liar = Desks.station(hall.two);
    String id = Desks.station(hall.one).identity().station().toString();
    liar.state().set("station." + id, known.parts("station." + id).orElseThrow());
    // Whoever plays headquarters signs lists with a key of their own.
    SigningKey forged = SigningKey.generate(liar.tools().random());
    liar.state().set("issuingKey", base64(forged.pkcs8()));
    liar.state().set("issuingPublic", base64(forged.verifying().spki()));
    Path lie =
        hall.two
            .packages()
            .carry(
                new Receipts(liar, new Ledger(liar), hall.two.audit())
                    .send(
                        new Receipts.Answer(
                            Desks.station(hall.one).identity().station(),
                            "parcel",
                            digest(sent),
                            Receipts.Word.IMPORTED,
                            Map.of(),
                            List.of(),
                            true))
                    .orElseThrow(),
                hall.usb);
    assertThat(kind(hall.one.packages().take(lie))).isEqualTo("NOT_FOR_US");
    assertThat(state(hall.one, sent)).isEqualTo(PackageState.SEALED);
    assertThat(hall.one.pending()).doesNotContain(Pending.COPY_SEEN);
  }

  @Test
  void byAClockThatIsYearsOffAnAnswerIsRefusedWithTheClockNamedAndTakenOnceItIsRight()
      throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    PackageLine sent = seal(hall.one, "A-1");
    once(hall.one, stick);
    once(hall.hq, stick);
    hall.one.close();
    hall.one = at(Duration.ofDays(3652));
    assertThat(once(hall.one, stick).count(Tally.Became.KEPT_OUT)).isEqualTo(1);
    assertThat(state(hall.one, sent)).isEqualTo(PackageState.CARRIED);
    assertThat(hall.one.packages().list().stream().filter(p -> p.state() == PackageState.REFUSED))
        .hasSize(1)
        .allMatch(
            p ->
                hall.one.packages().details(p.id()).findings().stream()
                    .anyMatch(f -> f.startsWith("SIGNER_OUT_OF_TIME")));
    hall.one.close();
    hall.one = at(Duration.ofDays(3652));
    assertThat(hall.one.pending())
        .as("the clock jumped before the last unlock: this one sees no jump, and is told")
        .contains(Pending.AHEAD_OF_HEADQUARTERS);
    hall.one.close();
    hall.one = at(Duration.ZERO);
    assertThat(hall.one.pending())
        .as("it is right again")
        .doesNotContain(Pending.AHEAD_OF_HEADQUARTERS);
    assertThat(once(hall.one, stick).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(state(hall.one, sent)).isEqualTo(PackageState.RECEIVED);
  }

  /** Nothing is refused for it: only the two times side by side show it. */
  @Test
  void aClockThatWasNeverRightIsToldAtBothEnds() throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    hall.one.close();
    hall.one = at(Duration.ofDays(20));
    PackageLine sent = seal(hall.one, "A-1");
    once(hall.one, stick);
    once(hall.hq, stick);
    assertThat(Desks.came(hall.hq).getFirst().apart().orElseThrow().senderAhead()).isTrue();
    assertThat(once(hall.one, stick).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(state(hall.one, sent)).isEqualTo(PackageState.RECEIVED);
    assertThat(hall.one.pending()).contains(Pending.AHEAD_OF_HEADQUARTERS);
    hall.one.close();
    hall.one = at(Duration.ZERO);
    assertThat(hall.one.pending()).doesNotContain(Pending.AHEAD_OF_HEADQUARTERS);
    seal(hall.one, "A-2");
    once(hall.one, stick);
    once(hall.hq, stick);
    hall.one.close();
    hall.one = at(Duration.ofDays(-20));
    once(hall.one, stick);
    hall.one.close();
    hall.one = at(Duration.ofDays(-20));
    assertThat(hall.one.pending()).contains(Pending.BEHIND_HEADQUARTERS);
  }

  private Desk at(Duration off) {
    Tools tools =
        new Tools(
            Clock.offset(Desks.CHEAP.clock(), off),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    return ((Workplace.Entry.Entered)
            new Workplace(folder.resolve("a"), tools).unlock("one", "phrase of one".toCharArray()))
        .desk();
  }
}

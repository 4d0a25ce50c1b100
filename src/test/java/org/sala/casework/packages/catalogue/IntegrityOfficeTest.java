package org.sala.casework.packages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Tools;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Tool;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.form.IntegrityRecipient;
import org.sala.store.Records;

/** What may name officials reaches the integrity recipient alone, and nobody on the way. */
class IntegrityOfficeTest {
  private static final String OFFICIALS = "/screening/life_in_the_place/S5_11";
  private static final String WORDS = "Marked words about an official";

  @TempDir Path folder;
  private final AgeIdentity body = AgeIdentity.generate();
  private Desk hq;
  private Desk station;
  private RecordId person;

  @BeforeEach
  void begin() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    person =
        station
            .people()
            .register(
                List.of(new People.NewPerson("A-001", "", "Somebody Example", "", "24", "th")))
            .getFirst();
  }

  @AfterEach
  void end() {
    station.close();
    hq.close();
  }

  private IntegrityRecipient recipient() {
    return new IntegrityRecipient("Office of Examples", List.of(body.recipient().text()));
  }

  private void nameAndCarry(Optional<IntegrityRecipient> to) {
    assertThat(hq.integrity().name(to))
        .hasSize(2)
        .allMatch(t -> t instanceof CatalogueDelivery.Taken.Done);
    for (RecordId parcel : hq.catalogues().seal()) {
      Path file = hq.packages().carry(parcel, folder.resolve("usb"));
      assertThat(station.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
    }
    assertThat(station.integrity().named()).isEqualTo(to);
  }

  private void says(Consents.Answer answer) {
    station
        .consents()
        .ask(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "th", "IN-04");
  }

  private RecordId screened(String words) {
    RecordId id = begun();
    if (!words.isEmpty()) {
      station.screenings().answer(id, OFFICIALS, new Given("yes", words, "open", "th"));
    }
    station.screenings().review(id);
    station.screenings().close(id);
    return id;
  }

  private RecordId begun() {
    return station
        .screenings()
        .begin(
            person,
            new Screenings.Setting("th", "IN-04", ""),
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            Optional.of(new AskedBefore.Again(true, true, "")));
  }

  private void carry() {
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path carried = station.packages().carry(sealed.id(), folder.resolve("usb"));
    assertThat(hq.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  private List<Path> passedOn() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    assertThat(hq.integrity().passOn(out).stoppedBy()).isEmpty();
    try (Stream<Path> all = Files.list(out)) {
      return all.sorted().toList();
    }
  }

  private String opened(Path file) throws Exception {
    try (InputStream in = Age.decrypt(List.of(body), Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void itReachesTheRecipientThroughAHeadquartersThatCannotReadIt() throws Exception {
    nameAndCarry(Optional.of(recipient()));
    says(Consents.Answer.YES);
    RecordId id = begun();
    assertThat(station.screenings().page(id).sealedFor()).contains("Office of Examples");
    station.screenings().answer(id, OFFICIALS, new Given("yes", WORDS, "open", "th"));
    station.screenings().review(id);
    station.screenings().close(id);
    carry();

    assertThat(hq.screenings().page(id).at(OFFICIALS).empty())
        .as("the answer itself stays at the station")
        .isTrue();
    assertThat(hq.integrity().envelopes()).hasSize(1);
    RecordId envelope = hq.integrity().envelopes().getFirst().id();
    assertThat(Desks.station(hq).view().records().fields(envelope))
        .as("nothing of it lies in the open, not even whose it is")
        .isEmpty();

    List<Path> files = passedOn();
    assertThat(files).hasSize(1);
    assertThat(opened(files.getFirst()))
        .contains(WORDS, "\"indicator\":\"S5.11\"", "A-001", id.toString());
    assertThat(EnvelopeVector.shape(opened(files.getFirst())))
        .as("the parts of the one that was written once")
        .isEqualTo(EnvelopeVector.shape(EnvelopeVector.opened()));
    byte[] head = Files.readAllBytes(files.getFirst());
    assertThat(
            Age.isFor(
                List.of(
                    Desks.station(hq).receiving(Compartment.PROTECTION),
                    Desks.station(hq).receiving(Compartment.INVESTIGATION),
                    Desks.station(station).receiving(Compartment.PROTECTION)),
                head))
        .as("neither headquarters nor the station can open it")
        .isFalse();
    if (Tool.has("age")) {
      Files.writeString(folder.resolve("id"), body.secret() + "\n");
      assertThat(
              Tool.run(
                      folder,
                      "age",
                      "-d",
                      "-i",
                      "id",
                      "-o",
                      "plain",
                      files.getFirst().toAbsolutePath().toString())
                  .status())
          .isZero();
      assertThat(Files.readString(folder.resolve("plain"))).contains(WORDS);
    }
    assertThat(hq.integrity().envelopes()).allMatch(IntegrityOffice.Envelope::passedOn);
    Files.delete(files.getFirst());
    assertThat(passedOn()).as("what was passed on does not wait again").isEmpty();
  }

  @Test
  void thatThereIsAnEnvelopeSaysNothing() throws Exception {
    nameAndCarry(Optional.of(recipient()));
    says(Consents.Answer.YES);
    screened("");
    screened(WORDS);
    carry();
    List<Path> files = passedOn();
    assertThat(files).hasSize(2);
    assertThat(Files.size(files.getFirst())).isEqualTo(Files.size(files.getLast()));
    assertThat(List.of(opened(files.getFirst()), opened(files.getLast())))
        .filteredOn(t -> t.contains("\"answers\":[]"))
        .hasSize(1);
  }

  @Test
  void aScreeningThatIsNeverClosedGetsItsEnvelopeAfterADay() throws Exception {
    nameAndCarry(Optional.of(recipient()));
    says(Consents.Answer.YES);
    RecordId id = begun();
    station.screenings().answer(id, OFFICIALS, new Given("yes", WORDS, "open", "th"));
    assertThat(station.leftScreenings().seal()).as("somebody may be in the middle of it").isZero();
    station.close();
    Tools later =
        new Tools(
            Clock.offset(Desks.CHEAP.clock(), Duration.ofHours(25)),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    station =
        ((Workplace.Entry.Entered)
                new Workplace(folder.resolve("a"), later)
                    .unlock("one", "phrase of one".toCharArray()))
            .desk();
    assertThat(keys()).as("made at the unlock").hasSize(1);
    assertThat(station.leftScreenings().seal()).as("and not again").isZero();
    carry();
    List<Path> files = passedOn();
    assertThat(files).hasSize(1);
    assertThat(opened(files.getFirst())).contains(WORDS, "\"left\"").doesNotContain("\"closed\"");
  }

  @Test
  void withoutThePersonsYesOrARecipientItStaysAtTheStation() throws Exception {
    screened(WORDS);
    says(Consents.Answer.YES);
    carry();
    assertThat(hq.integrity().envelopes()).as("nobody is named").isEmpty();
    RecordId before = begun();
    nameAndCarry(Optional.of(recipient()));
    says(Consents.Answer.NO);
    screened(WORDS);
    carry();
    assertThat(hq.integrity().envelopes()).as("the person said no").isEmpty();
    assertThat(station.screenings().page(before).sealedFor())
        .as("begun when the person was told that it stays")
        .isEmpty();
  }

  @Test
  void anotherKeyOfTheSameBodyIsTakenAtOnceAndAnotherBodyIsNot() throws Exception {
    nameAndCarry(Optional.of(recipient()));
    RecordId kept = begun();
    AgeIdentity newer = AgeIdentity.generate();
    nameAndCarry(
        Optional.of(
            new IntegrityRecipient("Office of Examples", List.of(newer.recipient().text()))));
    station.screenings().review(kept);
    station.screenings().close(kept);
    assertThat(keys()).containsExactly(newer.recipient().text());
    RecordId other = begun();
    nameAndCarry(
        Optional.of(new IntegrityRecipient("Other Office", List.of(body.recipient().text()))));
    assertThat(station.screenings().page(other).sealedFor()).isEmpty();
    station.screenings().review(other);
    station.screenings().close(other);
    assertThat(keys()).as("what was told to the person holds").hasSize(1);
    nameAndCarry(Optional.empty());
    assertThat(station.screenings().page(begun()).sealedFor()).isEmpty();
  }

  private List<String> keys() {
    return Desks.station(station).view().records().ofKind(Kinds.ENVELOPE.key()).stream()
        .map(Records.Row::id)
        .map(id -> new ProtectedPart(Desks.station(station)).fields(id).get("keys"))
        .map(f -> f.value().asText().orElseThrow())
        .toList();
  }

  @Test
  void aKeyThatIsMistypedOrOneOfOursIsRefused() {
    String key = body.recipient().text();
    assertThat(IntegrityRecipient.isKey(key)).isTrue();
    char last = key.charAt(key.length() - 1);
    assertThat(
            IntegrityRecipient.isKey(
                key.substring(0, key.length() - 1) + (last == 'q' ? 'p' : 'q')))
        .isFalse();
    assertThatThrownBy(() -> new IntegrityRecipient("Office", List.of(key + "q")))
        .hasMessageContaining("age recipients");
    for (Desk ours : List.of(hq, station)) {
      String own = Desks.station(ours).receiving(Compartment.PROTECTION).recipient().text();
      assertThat(hq.integrity().name(Optional.of(new IntegrityRecipient("Office", List.of(own)))))
          .singleElement()
          .isInstanceOf(CatalogueDelivery.Taken.Refused.class);
    }
    assertThat(hq.integrity().named()).isEmpty();
    assertThatThrownBy(() -> station.integrity().name(Optional.of(recipient())))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_HEADQUARTERS));
    assertThatThrownBy(() -> station.integrity().passOn(folder)).isInstanceOf(CaseworkFault.class);
  }
}

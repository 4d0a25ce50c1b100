package org.sala.casework.packages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Catalogue;

/** Catalogues that headquarters sends: whole or not at all, and in force from then on. */
class CatalogueDeliveryTest {
  private static final Path BUILT_IN =
      Path.of("src/main/resources/org/sala/form/catalogues/scam-compound/6");
  private static final String QUESTION = "/screening/recruitment/S1_01";

  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId person;

  @BeforeEach
  void aStationThatIsEnrolled() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    person =
        station
            .people()
            .register(List.of(new People.NewPerson("A-001", "Somebody", "", "", "24", "km")))
            .getFirst();
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  /** The newest built-in catalogue, with one thing written otherwise. */
  private Path catalogue(String name, String file, String what, String otherwise)
      throws IOException {
    Path to = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> all = Files.list(BUILT_IN)) {
      for (Path f : all.toList()) {
        String text =
            Files.readString(f)
                .replace("\nversion 6\n", "\nversion 7\n")
                .replace("version=\"6\"", "version=\"7\"");
        if (f.endsWith(file)) {
          assertThat(text).contains(what);
          text = text.replace(what, otherwise);
        }
        Files.writeString(to.resolve(f.getFileName().toString()), text);
      }
    }
    return to;
  }

  private Path reviewed() throws IOException {
    return catalogue(
        "reviewed",
        "catalogue.txt",
        "rules rules.txt\n",
        "rules rules.txt\nreviewed km by Reviewer Example, court interpreter\n");
  }

  private RecordId begin() {
    return station
        .screenings()
        .begin(
            person,
            new Screenings.Setting("km", "IN-04", ""),
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            Optional.of(new AskedBefore.Again(true, true, "")));
  }

  private List<String> refused(Path catalogue) {
    CatalogueDelivery.Taken taken = hq.catalogues().take(catalogue, Progress.none());
    assertThat(taken).isInstanceOf(CatalogueDelivery.Taken.Refused.class);
    assertThat(hq.catalogues().lacking()).as("nothing of it goes out").isZero();
    return ((CatalogueDelivery.Taken.Refused) taken).findings();
  }

  private void bring(RecordId parcel) {
    Path file = hq.packages().carry(parcel, folder.resolve("usb"));
    assertThat(station.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void itReplacesTheBuiltInOneAtTheStationAndWhatWasBegunBeforeKeepsItsOwn() throws Exception {
    RecordId before = begin();
    station.screenings().answer(before, QUESTION, new Given("yes", "", "open", "km"));
    assertThat(hq.catalogues().take(reviewed(), Progress.none()))
        .isEqualTo(new CatalogueDelivery.Taken.Done("scam-compound", "7"));
    assertThat(hq.catalogues().lacking()).isEqualTo(1);
    List<RecordId> made = hq.catalogues().seal();
    assertThat(made).hasSize(1);
    assertThat(hq.catalogues().lacking()).as("it was sealed for everybody").isZero();
    assertThat(hq.catalogues().seal()).isEmpty();
    assertThat(hq.packages().list())
        .filteredOn(p -> p.id().equals(made.getFirst()))
        .extracting(PackageLine::purpose)
        .containsExactly("catalogue");
    bring(made.getFirst());

    assertThat(station.catalogues().inForce())
        .contains(
            new CatalogueDelivery.InForce(
                "scam-compound", "7", true, Map.of("km", "Reviewer Example, court interpreter")));
    RecordId after = begin();
    ScreeningPage then = station.screenings().page(after);
    assertThat(then.formVersion()).isEqualTo("7");
    Catalogue sent = then.catalogue().orElseThrow();
    assertThat(sent.reviewed("km")).as("so that it may stand on the turned screen").isTrue();
    assertThat(sent.reviewed("lo")).isFalse();
    station.screenings().answer(after, QUESTION, new Given("no", "", "open", "km"));

    ScreeningPage was = station.screenings().page(before);
    assertThat(was.formVersion()).isEqualTo("6");
    assertThat(was.catalogue().orElseThrow().reviewed("km")).isFalse();
    assertThat(was.at(QUESTION).code()).isEqualTo("yes");
    station.screenings().answer(before, QUESTION, new Given("no", "", "open", "km"));

    station.close();
    station = Desks.unlock(folder.resolve("a"), "one");
    assertThat(station.screenings().page(after).catalogue().orElseThrow().digest())
        .isEqualTo(sent.digest());
  }

  @Test
  void oneOnAStickThatWasLostGoesAgainAfterThirtyDays() throws Exception {
    hq.catalogues().take(reviewed(), Progress.none());
    RecordId lost = hq.catalogues().seal().getFirst();
    hq.packages().carry(lost, Desks.stick(folder.resolve("a stick that is lost")));
    assertThat(hq.catalogues().lacking()).as("it may be on its way").isZero();
    hq.close();
    hq = Desks.unlockAfter(Duration.ofDays(31), folder.resolve("hq"), "zero");
    assertThat(hq.catalogues().lacking()).isEqualTo(1);
    bring(hq.catalogues().seal().getFirst());
    assertThat(hq.catalogues().lacking()).isZero();
  }

  @Test
  void headquartersReadsAScreeningWithTheVeryVersionThatItWasDoneWith() throws Exception {
    hq.catalogues().take(reviewed(), Progress.none());
    bring(hq.catalogues().seal().getFirst());
    RecordId after = begin();
    station.screenings().answer(after, QUESTION, new Given("yes", "", "open", "km"));
    station.screenings().review(after);
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    hq.packages().take(station.packages().carry(line.id(), Desks.stick(folder.resolve("back"))));
    ScreeningPage page = hq.screenings().page(after);
    assertThat(page.formVersion()).isEqualTo("7");
    assertThat(page.catalogue().orElseThrow().reviewer("km")).isPresent();
  }

  @Test
  void oneThatDoesNotValidateIsRefusedWholeWithItsFindings() throws Exception {
    String rule = "indicator S1.02 in deceptive_recruitment";
    Map<String, Path> wrong = new LinkedHashMap<>();
    wrong.put(
        "S1_99",
        catalogue(
            "question",
            "rules.txt",
            "answer /screening/recruitment/S1_02 for",
            "answer /screening/recruitment/S1_99 for"));
    wrong.put("S9.99", catalogue("indicator", "rules.txt", "S1_02 for S1.02:", "S1_02 for S9.99:"));
    wrong.put(
        "S1.02",
        catalogue(
            "unreachable", "rules.txt", "S1_02 for S1.02: yes = yes", "S1_02 for S1.02: yes = no"));
    wrong.put(
        "kindness",
        catalogue(
            "dimension", "rules.txt", rule, rule.replace("deceptive_recruitment", "kindness")));
    wrong.put("adult.xml", catalogue("missing", "catalogue.txt", "adult.xml", "adults.xml"));
    wrong.forEach(
        (finding, path) ->
            assertThat(String.join("\n", refused(path)))
                .as(path.getFileName().toString())
                .contains(finding.equals("adult.xml") ? "adults.xml" : finding));
    assertThat(hq.catalogues().inForce()).allMatch(c -> !c.fromHeadquarters());
  }

  @Test
  void noVersionLetsGoOfWhatIsProtectedAndNoneGoesBack() throws Exception {
    assertThat(refused(catalogue("open", "rules.txt", ", care protection\n", "\n")))
        .anyMatch(f -> f.contains("S5.04") && f.contains("protected"));
    assertThat(refused(catalogue("same", "catalogue.txt", "version 7\n", "version 6\n")))
        .anyMatch(f -> f.contains("not newer than 6"));
    assertThat(refused(catalogue("other", "catalogue.txt", "id scam-compound", "id anything")))
        .anyMatch(f -> f.contains("no catalogue of that name"));
    assertThatThrownBy(() -> station.catalogues().take(reviewed(), Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_HEADQUARTERS));
  }

  @Test
  void aCatalogueThatAStationMadeUpCountsNowhere() throws Exception {
    Path folder = reviewed();
    Catalogue c = Catalogue.read(name -> Optional.of(bytes(folder.resolve(name))));
    Ledger ledger = new Ledger(Desks.station(station));
    for (String name : c.files()) {
      new Attachments(Desks.station(station), ledger)
          .take(
              folder.resolve(name),
              new Attachments.Place(Desks.station(station).scope(), Compartment.INVESTIGATION),
              type -> true,
              Progress.none(),
              file -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("form", Value.text(c.id()));
                fields.put("formVersion", Value.text(c.version()));
                fields.put("formDigest", Value.text(c.digest()));
                fields.put("name", Value.text(name));
                fields.put("file", file.toValue());
                RecordId id = Desks.station(station).ids().record();
                ledger.write(
                    new Act()
                        .make(
                            id, CatalogueKinds.CATALOGUE, Desks.station(station).scope(), fields));
                return id;
              });
    }
    assertThat(station.catalogues().inForce()).allMatch(f -> !f.fromHeadquarters());
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path file = station.packages().carry(line.id(), this.folder.resolve("usb"));
    assertThat(hq.packages().take(file))
        .as("no report brings one")
        .isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hq.catalogues().inForce()).allMatch(f -> !f.fromHeadquarters());
    assertThat(hq.catalogues().unusable()).isEmpty();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.sala.casework.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.paper.DossierLeaving;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.ProtectedPart;
import org.sala.domain.Compartment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** What speaks for not punishing a victim: with the person's agreement alone, and never sent. */
class DossiersTest {
  private static final Dossiers.Agreement AGREED =
      new Dossiers.Agreement(true, "my", "IN-07", "", "None in this district, example");

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "1999", "my")))
            .getFirst();
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private Dossier.Deed deed(Dossier.Track track, String when, String what) {
    return new Dossier.Deed(
        track,
        when.isEmpty() ? PartialDate.unknown("") : desk.dossiers().read(when),
        what,
        "The floor leader, example",
        "To be sold on, example",
        "None that they saw, example",
        Dossier.Coercion.AFTER,
        "The quota of the day, example",
        "EX-001");
  }

  @Test
  void nothingIsGatheredWithoutAgreementAndCounselOrWhyThereIsNone() {
    assertThatThrownBy(() -> new Dossiers.Agreement(false, "my", "", "Counsel Example", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Dossiers.Agreement(true, "my", "", " ", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.dossiers().look(person)).isEmpty();
    RecordId dossier = desk.dossiers().open(person, AGREED);
    assertThat(desk.dossiers().look(person).orElseThrow().noCounsel())
        .isEqualTo("None in this district, example");
    assertThatThrownBy(() -> desk.dossiers().open(person, AGREED))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ALREADY_DONE));
    desk.dossiers().end(dossier, "The person takes it back");
    assertThat(desk.dossiers().look(person)).isEmpty();
    assertThatThrownBy(
            () -> desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "", "Wrote messages")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CLOSED_FOR_GOOD));
    desk.dossiers().open(person, AGREED);
  }

  @Test
  void bothTracksStandOnOneTimelineAndWhatHasNoTimeComesLast() {
    RecordId dossier = desk.dossiers().open(person, AGREED);
    desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "", "Wrote messages, some day"));
    desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "2024-05-02", "Wrote messages"));
    desk.dossiers().add(dossier, deed(Dossier.Track.TO_THEM, "3/2024", "Was locked in"));
    List<Dossier.Entry> deeds = desk.dossiers().look(person).orElseThrow().deeds();
    assertThat(deeds)
        .extracting(e -> e.deed().what())
        .containsExactly("Was locked in", "Wrote messages", "Wrote messages, some day");
    assertThat(deeds.get(1).deed().coercion()).isEqualTo(Dossier.Coercion.AFTER);
    assertThat(deeds.get(1).deed().alternatives()).isEqualTo("None that they saw, example");
  }

  @Test
  void whatStandsInItIsProtectedAndLeavesInNoPackage() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      desk.consents()
          .ask(
              person,
              Sealing.INVESTIGATION_PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.YES,
              "my",
              "IN-07");
      RecordId dossier = desk.dossiers().open(person, AGREED);
      RecordId deed =
          desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "", "Wrote messages"));
      assertThat(Desks.station(desk).view().records().fields(deed))
          .containsOnlyKeys("person", "dossier");
      assertThat(Desks.station(desk).view().records().fields(dossier))
          .containsOnlyKeys("person", "at");
      assertThat(desk.histories().of(deed))
          .anyMatch(e -> e.compartment() == Compartment.PROTECTION);
      PackageLine sealed =
          desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      hq.packages().take(desk.packages().carry(sealed.id(), folder.resolve("usb")));
      assertThat(hq.people().find(person)).isPresent();
      assertThat(
              Stream.of("dossier", "deed")
                  .flatMap(k -> Desks.station(hq).view().records().ofKind(k).stream()))
          .as("a yes to headquarters is no yes to this")
          .isEmpty();
    }
  }

  @Test
  void aLineIsWrittenOtherwiseAndWhatStoodThereStaysInItsHistory() {
    RecordId dossier = desk.dossiers().open(person, AGREED);
    RecordId line =
        desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "2024", "Wrote messages"));
    Dossier.Deed other =
        new Dossier.Deed(
            Dossier.Track.BY_THEM,
            desk.dossiers().read("5/2024"),
            "Wrote messages to strangers",
            "",
            "To be sold on, example",
            "None that they saw, example",
            Dossier.Coercion.UNKNOWN,
            "The quota of the day, example",
            "EX-001");
    desk.dossiers().edit(line, other);
    assertThat(desk.dossiers().now(person).orElseThrow().deeds())
        .extracting(Dossier.Entry::deed)
        .containsExactly(other);
    assertThat(desk.histories().of(line).getFirst().fields())
        .extracting(Histories.FieldChange::key)
        .containsExactlyInAnyOrder("when", "what", "orderedBy", "coercion");
    assertThat(Desks.station(desk).view().records().fields(line))
        .as("protected as before")
        .containsOnlyKeys("person", "dossier");
    refuses(() -> desk.dossiers().edit(line, other), CaseworkFault.Code.NOTHING_TO_SAVE);
    desk.dossiers().end(dossier, "The person takes it back");
    refuses(() -> desk.dossiers().edit(line, other), CaseworkFault.Code.CLOSED_FOR_GOOD);
  }

  @Test
  void theStatementNamesTheLawAndHasBothTracksAndEveryReason() throws IOException {
    RecordId dossier = desk.dossiers().open(person, AGREED);
    desk.dossiers().add(dossier, deed(Dossier.Track.TO_THEM, "3/2024", "Was locked in"));
    desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "2024-05-02", "Wrote messages"));
    desk.dossiers()
        .add(
            dossier,
            new Dossier.Deed(
                Dossier.Track.BY_THEM,
                PartialDate.unknown(""),
                "Opened an account",
                "",
                "",
                "",
                Dossier.Coercion.UNKNOWN,
                "",
                ""));
    for (String language : Texts.LANGUAGES) {
      Texts words = Texts.in(language, ZoneId.of("Asia/Bangkok"));
      Path to = folder.resolve("dossier.pdf");
      assertThat(
              desk.dossierLeaving()
                  .statement(person, "Officer One Example", words, to, Progress.none()))
          .isEqualTo(new Printed.Written(to));
      byte[] pdf = Files.readAllBytes(to);
      ReadBack.keep(pdf, 0, "dossier-" + language);
      assertThat(ReadBack.letters(pdf))
          .contains(
              "A-001",
              "14",
              "Waslockedin",
              "Wrotemessages",
              "Tobesoldon,example",
              "EX-001",
              ReadBack.letters(words.t("dossier.law")),
              ReadBack.letters(words.t("dossier.paper.unsaid")),
              ReadBack.letters(words.t("coercion.AFTER")),
              ReadBack.letters(words.t("coercion.UNKNOWN")));
    }
    desk.dossiers().end(dossier, "The person takes it back");
    refuses(
        () ->
            desk.dossierLeaving()
                .statement(
                    person,
                    "",
                    Texts.in("en", ZoneId.of("Asia/Bangkok")),
                    folder.resolve("no.pdf"),
                    Progress.none()),
        CaseworkFault.Code.NOT_FOUND);
    assertThat(folder.resolve("no.pdf")).doesNotExist();
  }

  @Test
  void itGoesInAPackageOfItsOwnOnlyWithCounselAndAYesToThat() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      RecordId first = desk.dossiers().open(person, AGREED);
      refuses(
          () -> desk.dossierLeaving().seal(person, Progress.none()), CaseworkFault.Code.NO_COUNSEL);
      desk.dossiers().end(first, "Counsel was found");
      RecordId dossier =
          desk.dossiers()
              .open(person, new Dossiers.Agreement(true, "my", "IN-07", "Counsel Example", ""));
      RecordId line =
          desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "2024", "Wrote messages"));
      refuses(
          () -> desk.dossierLeaving().seal(person, Progress.none()),
          CaseworkFault.Code.CONSENT_MISSING);
      desk.consents()
          .ask(
              person,
              DossierLeaving.PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.YES,
              "my",
              "IN-07");
      PackageLine sealed = desk.dossierLeaving().seal(person, Progress.none());
      hq.packages().take(desk.packages().carry(sealed.id(), folder.resolve("usb")));
      assertThat(Desks.station(hq).view().records().find(line)).isPresent();
      assertThat(hq.people().find(person)).as("and nothing else goes along").isEmpty();
      assertThat(new ProtectedPart(Desks.station(hq)).fields(line)).containsKey("threat");
      assertThat(Desks.station(hq).view().records().fields(line)).doesNotContainKey("threat");
      PackageLine ordinary =
          desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      hq.packages().take(desk.packages().carry(ordinary.id(), folder.resolve("usb")));
      assertThat(hq.people().find(person)).isPresent();
      PackageLine waiting = desk.dossierLeaving().seal(person, Progress.none());
      desk.consents()
          .ask(
              person,
              DossierLeaving.PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.WITHDRAWN,
              "my",
              "IN-07");
      refuses(
          () -> desk.packages().carry(waiting.id(), folder.resolve("usb")),
          CaseworkFault.Code.CONSENT_WITHDRAWN);
      refuses(
          () -> desk.dossierLeaving().seal(person, Progress.none()),
          CaseworkFault.Code.CONSENT_MISSING);
    }
  }

  @Test
  void aDossierOfWhichVersionsDifferIsNeitherPrintedNorSealedUntilThatIsDecided() {
    RecordId dossier =
        desk.dossiers().open(person, new Dossiers.Agreement(true, "my", "", "Counsel Example", ""));
    RecordId line = desk.dossiers().add(dossier, deed(Dossier.Track.BY_THEM, "2024", "Wrote"));
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Dossiers.Shown opened = desk.dossiers().shown(line);
    now("two");
    desk.dossiers().edit(line, deed(Dossier.Track.BY_THEM, "2024", "Wrote for an hour"));
    now("one");
    Dossier.Deed other = deed(Dossier.Track.BY_THEM, "2024", "Wrote for a year");
    desk.dossiers().edit(line, opened.deed(), other, opened.seen());
    assertThat(desk.dossiers().now(person).orElseThrow().deeds())
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.differing("what").orElseThrow().versions())
                    .extracting(v -> v.asText().orElseThrow())
                    .containsExactlyInAnyOrder("Wrote for an hour", "Wrote for a year"));
    Path to = folder.resolve("dossier.pdf");
    Texts words = Texts.in("en", ZoneId.of("Asia/Bangkok"));
    refuses(
        () -> desk.dossierLeaving().statement(person, "One", words, to, Progress.none()),
        CaseworkFault.Code.DISPUTED);
    refuses(() -> desk.dossierLeaving().seal(person, Progress.none()), CaseworkFault.Code.DISPUTED);
    assertThat(to).doesNotExist();
    desk.dossiers().edit(line, deed(Dossier.Track.BY_THEM, "2024", "Wrote, for how long is open"));
    assertThat(desk.dossierLeaving().statement(person, "One", words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
  }

  private void now(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("night"), officer);
  }

  private static void refuses(ThrowingCallable act, CaseworkFault.Code code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}

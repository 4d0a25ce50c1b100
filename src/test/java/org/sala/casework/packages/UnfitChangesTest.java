package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.paper.DossierLeaving;
import org.sala.casework.people.Cases;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.report.ReadBack;
import org.sala.store.ViewFile;
import org.sala.ui.text.Texts;

/**
 * A journal may hold changes for which everybody refuses a whole package: they came in before
 * anybody looked, or another program wrote them. They stay, that is said, and the rest arrives.
 */
class UnfitChangesTest {
  private static final Map<String, Value> FIT = Map.of("place", Value.text("Ranong"));
  private static final Map<String, Value> BEYOND = Map.of("x".repeat(301), Value.text("long"));

  private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

  @TempDir Path folder;

  /** Something written on top of a record, as another program may. */
  private static Revision edit(Desk by, RecordId of, String kind, Map<String, Value> fields) {
    Station s = Desks.station(by);
    return RevisionWire.write(
        of,
        kind,
        List.copyOf(s.view().records().heads(of, Compartment.INVESTIGATION)),
        s.scopeOf(of),
        Compartment.INVESTIGATION,
        fields,
        Optional.empty(),
        s.ids().nonce(s.me()));
  }

  private static RecordId opened(Desk by, String title) {
    return by.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  private static boolean has(Desk desk, RecordId record) {
    return Desks.station(desk).view().records().find(record).isPresent();
  }

  @Test
  void whatNobodyTakesStaysAndTheRestArrives() throws Exception {
    try (Hall hall = new Hall(folder)) {
      hall.heard();
      RecordId caseId = opened(hall.two, "A case");
      Change beyond = Signed.by(hall.two, List.of(edit(hall.two, caseId, "case", BEYOND)));
      Desks.take(hall.two, List.of(beyond));
      Change anothers =
          Signed.under(
              hall.two,
              Desks.station(hall.one).ids().change(),
              List.of(edit(hall.two, caseId, "case", FIT)));
      Desks.take(hall.two, List.of(anothers));
      RecordId later = opened(hall.two, "Another case");

      SealPlan plan = Hall.plan(hall.two);
      assertThat(plan.unfit()).isEqualTo(2);
      assertThat(plan.changes()).isNotEmpty().doesNotContain(beyond.id(), anothers.id());
      assertThat(hall.two.packages().plan(Optional.of(caseId)).unfit())
          .as("and where its case goes alone")
          .isEqualTo(2);
      assertThat(hall.two.packages().plan(Optional.of(later)).unfit())
          .as("of another case")
          .isZero();
      hall.report(hall.two);
      assertThat(has(hall.hq, caseId) && has(hall.hq, later)).isTrue();
      assertThat(Hall.plan(hall.two).empty()).isTrue();
      assertThat(Hall.plan(hall.two).unfit()).as("it is told each time").isEqualTo(2);
      assertThat(Hall.plan(hall.two, Hall.peer(hall.two)).unfit()).isEqualTo(2);
      hall.give(hall.two, hall.one);
      assertThat(has(hall.one, later)).isTrue();

      hall.two.close();
      ViewFile.drop(folder.resolve("b").resolve("db"));
      hall.two = Desks.unlock(folder.resolve("b"), "two");
      assertThat(Hall.plan(hall.two).empty()).as("in a view that was made anew").isTrue();
      assertThat(Hall.plan(hall.two, Hall.peer(hall.two)).unfit()).isEqualTo(2);
    }
  }

  /** Nobody can count on from the highest number that there is. */
  @Test
  void aNumberBeyondAllBoundsKeepsNobodyFromWritingNorFromAskingForWhatIsLost() {
    try (Hall hall = new Hall(folder)) {
      RecordId caseId = opened(hall.two, "A case");
      Station s = Desks.station(hall.two);
      long before =
          s.view().changes().highestNumber(s.identity().station(), s.identity().incarnation());
      List<Revision> edit = List.of(edit(hall.two, caseId, "case", FIT));
      Desks.take(hall.two, List.of(Signed.numbered(hall.two, Long.MAX_VALUE, edit)));
      opened(hall.two, "Another case");
      hall.two.close();
      hall.two = Desks.unlock(folder.resolve("b"), "two");
      RecordId later = opened(hall.two, "A third case");

      Station now = Desks.station(hall.two);
      assertThat(
              now.view()
                  .changes()
                  .unbrokenUpTo(now.identity().station(), now.identity().incarnation()))
          .isEqualTo(
              now.view()
                  .changes()
                  .highestNumber(now.identity().station(), now.identity().incarnation()))
          .isGreaterThanOrEqualTo(before + 2);
      hall.report(hall.two);
      assertThat(has(hall.hq, later)).isTrue();
    }
  }

  @Test
  void norIsItPassedOnForANeighbour() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      hall.give(hall.one, hall.two);
      Change beyond = Signed.by(hall.one, List.of(edit(hall.one, person, "person", BEYOND)));
      Desks.take(hall.two, List.of(beyond));
      hall.two.people().edit(person, Map.of("sex", Value.text("m")), "");

      SealPlan plan = Hall.plan(hall.two);
      assertThat(plan.passedOn()).as("the rest of the neighbour's").isPositive();
      assertThat(plan.unfit()).isEqualTo(1);
      hall.report(hall.two);
      assertThat(hall.hq.people().find(person)).isPresent();
    }
  }

  @Test
  void norDoesItKeepHeadquartersAnswerFromAStation() {
    try (Hall hall = new Hall(folder)) {
      hall.heard();
      RecordId told = hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
      Change beyond = Signed.by(hall.hq, List.of(edit(hall.hq, told, "bulletin", BEYOND)));
      Desks.take(hall.hq, List.of(beyond));
      opened(hall.two, "A case");

      Importing.Outcome.Imported taken =
          (Importing.Outcome.Imported) hall.hq.packages().take(hall.toHeadquarters(hall.two));
      hall.answer(hall.two, taken.receipt());
      assertThat(has(hall.two, told)).isTrue();
    }
  }

  @Test
  void norDoesADossierLeaveOneOutWithoutAWord() throws Exception {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      RecordId dossier =
          hall.one
              .dossiers()
              .open(person, new Dossiers.Agreement(true, "my", "", "Counsel Example", ""));
      RecordId deed = hall.one.dossiers().add(dossier, deed(Dossier.Track.BY_THEM));
      hall.one.dossiers().add(dossier, deed(Dossier.Track.TO_THEM));
      assertThat(hall.one.dossierLeaving().standBack(person)).isZero();
      String back = Texts.in("en", ZONE).t("dossier.paper.back", 1);
      assertThat(statement(hall.one, person)).doesNotContain(ReadBack.letters(back));
      Change beyond = Signed.by(hall.one, List.of(edit(hall.one, deed, "deed", BEYOND)));
      Desks.take(hall.one, List.of(beyond));

      assertThat(hall.one.dossierLeaving().standBack(person)).isEqualTo(1);
      assertThat(statement(hall.one, person)).contains(ReadBack.letters(back));
      hall.one
          .consents()
          .ask(
              person,
              DossierLeaving.PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.YES,
              Set.of(),
              new Consents.How("my", "IN-07", "Guardian Example"));
      PackageLine sealed = hall.one.dossierLeaving().seal(person, Progress.none());
      hall.hq.packages().take(hall.one.packages().carry(sealed.id(), folder.resolve("usb")));
      assertThat(has(hall.hq, deed)).as("the rest arrives").isTrue();
    }
  }

  private static Dossier.Deed deed(Dossier.Track track) {
    return new Dossier.Deed(
        track,
        PartialDate.unknown(""),
        "Wrote messages",
        "",
        "",
        "",
        Dossier.Coercion.UNKNOWN,
        "",
        "");
  }

  private String statement(Desk at, RecordId person) throws IOException {
    Path to = folder.resolve("dossier.pdf");
    at.dossierLeaving()
        .statement(person, "Officer One Example", Texts.in("en", ZONE), to, Progress.none());
    return ReadBack.letters(Files.readAllBytes(to));
  }
}

package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.TriagePages;
import org.sala.casework.screening.Triages;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.Records;
import org.sala.store.ViewFile;

/** An officer whose slot does not open the protection part: on screen, below it, and afterwards. */
class LessOpenedTest {
  @TempDir Path folder;
  private RecordId person;

  @BeforeEach
  void aColleagueComesWhoNeedNotKnow() {
    try (Desk one = Desks.create(there(), "Officer One Example", "one")) {
      person =
          one.people()
              .register(
                  List.of(new People.NewPerson("A-001", "", "Somebody Example", "", "24", "my")))
              .getFirst();
      one.people().edit(person, Map.of("needs", Value.text("Insulin")), "");
      one.triages().done(person, new Triages.Answers(Map.of("q1", "yes"), Map.of("q1", "a wound")));
      one.officers().add("Officer Two Example", "two", "phrase of two".toCharArray(), false);
    }
  }

  private Path there() {
    return folder.resolve("a");
  }

  private static void refused(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NO_PROTECTION_KEY));
  }

  @Test
  void nothingProtectedIsReadWrittenOrGivenToOthers() {
    try (Desk two = Desks.unlock(there(), "two")) {
      assertThat(two.people().fields(person)).containsKey("birth").doesNotContainKey("needs");
      assertThat(two.people().hasProtectedPart(person)).as("that there is one").isTrue();
      TriagePages.Page triage = two.triagePages().of(person).getFirst();
      assertThat(triage.keptBack()).isTrue();
      assertThat(triage.answers()).isEmpty();
      assertThat(triage.urgent()).as("codes are for whoever leads the night").hasSize(1);
      for (Records.RevisionRow row : Desks.station(two).view().records().revisions(person)) {
        assertThat(Desks.station(two).journal().revision(row.at()).isPresent())
            .as("nor with a tool")
            .isEqualTo(row.compartment() == Compartment.INVESTIGATION);
      }
      refused(() -> two.people().edit(person, Map.of("needs", Value.text("none")), ""));
      refused(() -> two.triages().done(person, new Triages.Answers(Map.of("q1", "no"), Map.of())));
      refused(() -> two.screenings().begin(person, new Screenings.Setting("my", "", "")));
      refused(() -> two.recoverySheets().make());
      two.people().edit(person, Map.of("sex", Value.text("female")), "seen");

      two.officers().add("Officer Three Example", "three", "phrase of three".toCharArray(), true);
    }
    try (Desk three = Desks.unlock(there(), "three")) {
      assertThat(three.officers().mayOpenProtection()).as("no more than the opener").isFalse();
    }
    try (Desk one = Desks.unlock(there(), "one")) {
      assertThat(one.people().fields(person).get("needs").value()).isEqualTo(Value.text("Insulin"));
      one.recoverySheets().make();
    }
  }

  @Test
  void aViewThatWasMadeWithoutItIsMadeAnewForWhoeverMayReadAll() throws Exception {
    String whole;
    try (Desk one = Desks.unlock(there(), "one")) {
      whole = Desks.station(one).view().digest();
    }
    ViewFile.drop(there().resolve("db"));
    try (Desk two = Desks.unlock(there(), "two")) {
      assertThat(two.people().find(person)).isPresent();
      assertThat(two.people().hasProtectedPart(person)).isFalse();
    }
    try (Desk one = Desks.unlock(there(), "one")) {
      assertThat(Desks.station(one).view().digest()).isEqualTo(whole);
      one.people().edit(person, Map.of("needs", Value.text("Insulin, twice a day")), "");
      assertThat(one.people().fields(person).get("needs").versions()).hasSize(1);
    }
  }

  @Test
  void whatSuchAnOfficerCouldNotSealGoesWithTheNextPackageOfOneWhoCan() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      try (Desk one = Desks.unlock(there(), "one")) {
        enrolBoth(one, hq);
        one.consents()
            .ask(
                person,
                "investigation-and-protection",
                "headquarters",
                Consents.Answer.YES,
                "my",
                "IN-04");
      }
      try (Desk two = Desks.unlock(there(), "two")) {
        carry(two, hq);
        assertThat(hq.people().find(person)).isPresent();
        assertThat(hq.people().fields(person)).doesNotContainKey("needs");
      }
      try (Desk one = Desks.unlock(there(), "one")) {
        assertThat(one.packages().plan(Optional.empty()).withConsent()).containsExactly(person);
        carry(one, hq);
        assertThat(hq.people().fields(person).get("needs").value())
            .isEqualTo(Value.text("Insulin"));
      }
    }
  }

  private void enrolBoth(Desk one, Desk hq) {
    Path request = folder.resolve("request");
    Path answer = folder.resolve("answer");
    Enrolment.Colleague two =
        one.enrolment().colleague("two", "phrase of two".toCharArray(), "EX-2").orElseThrow();
    one.enrolment().request(request, "EX-1", List.of(two));
    Desks.approve(hq, Approvals.Of.ANSWER, hq.headquarters().read(request).digest());
    hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    one.enrolment().confirm(one.enrolment().open(answer));
  }

  private void carry(Desk station, Desk hq) {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported there =
        (Importing.Outcome.Imported)
            hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
    assertThat(there.held()).isZero();
    station
        .packages()
        .take(hq.packages().carry(there.receipt().orElseThrow(), folder.resolve("usb")));
  }
}

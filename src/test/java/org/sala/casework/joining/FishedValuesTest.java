package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

/** A station that writes something beside a value that it may not see is not told that value. */
class FishedValuesTest {
  private static final String INSULIN = "Insulin";
  private static final String REASON = "a doctor was asked";

  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private RecordId person;

  @BeforeEach
  void headquartersKnowsWhatStationAWrote() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(one, hq, folder, "A");
    Desks.enrol(two, hq, folder, "B");
    RecordId caseId = one.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
    person =
        one.people()
            .add(
                caseId, new People.NewPerson("A-1", "", "Person Example", "f", "17", "th"), "", "");
    one.people().edit(person, Map.of("needs", Value.text(INSULIN)), "");
    one.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    PackageLine sealed =
        one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(one.packages().carry(sealed.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters()
        .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    two.close();
    hq.close();
  }

  /** What a station signs about a part of the person, of whom it may know the ids alone. */
  private void bogus(Desk by, ScopeId scope, Compartment part, Map<String, Value> fields) {
    Station s = Desks.station(by);
    Revision r =
        RevisionWire.write(
            person,
            "person",
            List.of(),
            scope,
            part,
            fields,
            Optional.empty(),
            s.ids().nonce(s.me()));
    SigningKey key = s.officer().signing();
    ChangeHeader header =
        ChangeWire.writeHeader(
            s.ids().change(),
            new Fingerprint(key.verifying().fingerprint()),
            s.identity().station(),
            s.identity().incarnation(),
            1
                + s.view()
                    .changes()
                    .highestNumber(s.identity().station(), s.identity().incarnation()),
            s.now(),
            new Hlc(s.now().instant().toEpochMilli(), 0),
            List.of(r.id()));
    Desks.take(
        hq, List.of(new Change(header, key.sign(header.bytes()), List.of(new Piece.Whole(r)))));
  }

  private void decide(Value kept) {
    Disagreement d = hq.disagreements().of(person).orElseThrow();
    Map<String, Choice> choices = new HashMap<>();
    for (Disagreement.Point p : d.points()) {
      choices.put(
          p.key(),
          new Choice.Keep(
              p.voices().stream()
                  .filter(v -> v.value().equals(kept))
                  .findFirst()
                  .orElseThrow()
                  .version()));
    }
    assertThat(
            hq.disagreements()
                .decideByTwo(person, choices, REASON, "nine", "phrase of nine".toCharArray()))
        .isEqualTo(Disagreements.Decided.DONE);
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (DecisionDelivery.Owed owed : hq.decisions().owed()) {
      told.add(owed.name());
      hq.decisions()
          .seal(owed.station(), Progress.none())
          .ifPresent(
              parcel -> {
                Path file = hq.packages().carry(parcel, Desks.stick(folder.resolve("answers")));
                Desk to = owed.name().equals("Station A") ? one : two;
                assertThat(to.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
              });
    }
    return told;
  }

  private boolean knows(Desk desk, String words) {
    List<String> all = new ArrayList<>();
    Desks.station(desk)
        .journal()
        .replay(
            0,
            run ->
                run.forEach(
                    c ->
                        c.change()
                            .revisions()
                            .forEach(r -> all.add(new String(r.bytes(), StandardCharsets.UTF_8)))));
    return all.stream().anyMatch(t -> t.contains(words));
  }

  @Test
  void theDecisionGoesToWhoMadeTheRecordAndNotToWhoWroteBesideIt() {
    bogus(
        two,
        Desks.station(one).scopeOf(person),
        Compartment.PROTECTION,
        Map.of("needs", Value.text("none")));
    decide(Value.text(INSULIN));
    assertThat(told()).contains("Station A");
    assertThat(knows(one, INSULIN)).isTrue();
    assertThat(knows(two, INSULIN)).isFalse();
  }

  /** Under the record's own home whoever wrote to the open part hears of it; else not a word. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoWroteUnderAFalseHomeHearsNothingOfTheOpenPart(boolean own) {
    ScopeId home = Desks.station(one).scopeOf(person);
    Map<String, Value> other = Map.of("sex", Value.text("m"));
    bogus(two, own ? home : Desks.station(two).scope(), Compartment.INVESTIGATION, other);
    bogus(one, home, Compartment.INVESTIGATION, Map.of("sex", Value.text("x")));
    decide(Value.text("x"));
    assertThat(told()).contains("Station A");
    assertThat(knows(one, REASON)).isTrue();
    assertThat(knows(two, REASON)).isEqualTo(own);
  }
}

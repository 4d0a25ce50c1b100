package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Station;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.merge.Lineage;
import org.sala.store.Records;
import org.sala.store.ViewFile;

/**
 * Whose a revision is does not depend on who delivers it first: another laptop's program puts the
 * very bytes into a change of its own, and reports before the one that wrote them.
 */
class WhoseWordsTest {
  @TempDir Path folder;

  private static Revision written(Desk by, RecordId record) {
    return Signed.making(by, record).revisions().stream()
        .filter(r -> r.record().equals(record))
        .filter(r -> r.compartment() == Compartment.INVESTIGATION)
        .findFirst()
        .orElseThrow();
  }

  private static Revision grownUp(Desk by, RecordId person, ScopeId scope, RevisionId on) {
    return RevisionWire.write(
        person,
        "person",
        List.of(on),
        scope,
        Compartment.INVESTIGATION,
        Map.of("birth", by.people().readBirth("3/5/1990").toValue()),
        Optional.empty(),
        Desks.station(by).ids().nonce(Desks.station(by).me()));
  }

  /** The same as what an officer says of the own word: that it was a slip. */
  private static Revision slip(Desk by, RecordId person, ScopeId scope, RevisionId on) {
    return RevisionWire.write(
        person,
        "person",
        List.of(on),
        scope,
        Compartment.INVESTIGATION,
        Map.of("birth", Lineage.slip((Value.Parts) by.people().readBirth("3/5/1990").toValue())),
        Optional.empty(),
        Desks.station(by).ids().nonce(Desks.station(by).me()));
  }

  private static boolean isChild(Desk at, RecordId person) {
    return at.people().find(person).orElseThrow().possiblyChild();
  }

  @Test
  void whoDeliversAnothersWordsFirstCannotTakeThemBack() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      Revision theirs = written(hall.one, person);
      Revision grown = grownUp(hall.two, person, theirs.scope(), theirs.id());
      Desks.take(hall.two, List.of(Signed.by(hall.two, List.of(theirs))));
      Desks.take(hall.two, List.of(Signed.by(hall.two, List.of(grown))));
      hall.report(hall.two);
      hall.report(hall.one);

      Records records = Desks.station(hall.hq).view().records();
      assertThat(
              records.revisions(person).stream()
                  .filter(r -> r.id().equals(theirs.id()))
                  .map(Records.RevisionRow::station))
          .containsExactly(Desks.station(hall.one).identity().station());
      assertThat(records.fields(person).get("birth").disputed()).isTrue();
      assertThat(isChild(hall.hq, person)).isTrue();
      assertThat(hall.hq.disagreements().open()).isNotEmpty();
    }
  }

  /** In the laptop's own journal, and where the colleague's changes come first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aColleagueOfTheSameLaptopPutsNobodysWordsRightAsTheOwnSlip(boolean alreadyThere) {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      Change made = Signed.making(hall.one, person);
      Revision theirs = written(hall.one, person);
      hall.one.officers().add("Officer Four Example", "four", "phrase of four".toCharArray());
      hall.one.close();
      hall.one = Desks.unlock(folder.resolve("a"), "four");
      Change copy = Signed.by(hall.one, List.of(theirs));
      Revision slip = slip(hall.one, person, theirs.scope(), theirs.id());
      Change right = Signed.by(hall.one, List.of(slip));
      Desk reads = alreadyThere ? hall.one : hall.hq;
      Desks.take(reads, List.of(copy));
      Desks.take(reads, List.of(right));
      if (!alreadyThere) {
        assertThat(isChild(reads, person))
            .as("the colleague's, as long as nobody else's")
            .isFalse();
        Desks.take(reads, List.of(made));
      }

      assertThat(
              Desks.station(reads).view().records().revisions(person).stream()
                  .filter(r -> r.id().equals(theirs.id()))
                  .map(Records.RevisionRow::author))
          .containsExactly(made.header().author());
      assertThat(isChild(reads, person)).isTrue();
    }
  }

  @Test
  void anAlarmIsOfWhoeverRaisedIt() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      Station one = Desks.station(hall.one);
      Revision raised =
          RevisionWire.write(
              one.ids().record(),
              "alarm",
              List.of(),
              one.scope(),
              Compartment.INVESTIGATION,
              Map.of(
                  "from",
                  Value.text(one.identity().station().toString()),
                  "person",
                  Value.ref(person),
                  "number",
                  Value.text("A-1"),
                  "code",
                  Value.text("danger"),
                  "since",
                  one.now().toValue()),
              Optional.empty(),
              one.ids().nonce(one.me()));
      Desks.take(hall.hq, List.of(Signed.by(hall.two, List.of(raised))));
      Desks.take(hall.hq, List.of(Signed.by(hall.one, List.of(raised))));

      assertThat(hall.hq.alarms().open()).hasSize(1);
    }
  }

  /** The same view in every order, in one slice or in several, and made anew. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inEveryOrderTheViewIsTheSame(long seed) throws IOException {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      Change made = Signed.making(hall.one, person);
      Revision theirs = written(hall.one, person);
      Revision grown = grownUp(hall.two, person, theirs.scope(), theirs.id());
      Revision forged = grownUp(hall.two, person, theirs.scope(), theirs.id());
      Change another = Signed.by(hall.hq, List.of(grown, theirs));
      SigningKey colleague = SigningKey.generate(new SecureRandom());
      List<Change> all =
          new ArrayList<>(
              List.of(
                  made,
                  Signed.by(hall.two, List.of(theirs)),
                  Signed.by(hall.two, List.of(grown)),
                  another,
                  Signed.by(hall.one, colleague, List.of(theirs)),
                  Signed.by(hall.two, colleague, List.of(grown)),
                  Signed.under(hall.two, made.id(), List.of(forged))));
      Random random = new Random(seed);
      Set<String> read = new LinkedHashSet<>();
      for (int i = 0; i < 6; i++) {
        Collections.shuffle(all, random);
        Path there = folder.resolve("reader " + i);
        try (Desk reader = Desks.create(there, "Reader", "r")) {
          for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(3));
            Desks.take(reader, all.subList(from, to));
            from = to;
          }
          read.add(read(reader, made, hall));
        }
        ViewFile.drop(there.resolve("db"));
        try (Desk again = Desks.unlock(there, "r")) {
          read.add(read(again, made, hall));
        }
      }
      assertThat(read).hasSize(1);
      assertThat(read.iterator().next())
          .contains(
              theirs.id() + " of one " + made.header().author(),
              grown.id() + " of two " + Desks.station(hall.two).me(),
              forged.id() + " of two");
    }
  }

  private static String read(Desk at, Change made, Hall hall) {
    Records records = Desks.station(at).view().records();
    StringBuilder text = new StringBuilder();
    for (RecordId record : made.revisions().stream().map(Revision::record).distinct().toList()) {
      text.append(
          records.revisions(record).stream()
              .map(
                  r ->
                      r.id()
                          + (r.station().equals(Desks.station(hall.one).identity().station())
                              ? " of one"
                              : r.station().equals(Desks.station(hall.two).identity().station())
                                  ? " of two"
                                  : " of another")
                          + " "
                          + r.author())
              .sorted()
              .collect(Collectors.joining("\n")));
      text.append(records.fields(record)).append(records.heads(record, Compartment.INVESTIGATION));
    }
    return text.toString();
  }
}

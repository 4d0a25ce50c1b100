package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
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

/** What another laptop puts on top of a record neither withdraws it nor makes it its own. */
class OthersOnTopTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk two;

  @BeforeEach
  void headquartersAndAStation() {
    hq = Desks.headquarters(folder.resolve("hq"));
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
  }

  @AfterEach
  void everybodyGoesHome() {
    two.close();
    hq.close();
  }

  /** What a laptop signs as its next change, whatever the record is of. */
  private static Change by(Desk desk, Revision r) {
    Station s = Desks.station(desk);
    SigningKey key = s.officer().signing();
    long number =
        1 + s.view().changes().highestNumber(s.identity().station(), s.identity().incarnation());
    ChangeHeader header =
        ChangeWire.writeHeader(
            s.ids().change(),
            new Fingerprint(key.verifying().fingerprint()),
            s.identity().station(),
            s.identity().incarnation(),
            number,
            s.now(),
            new Hlc(s.now().instant().toEpochMilli(), 0),
            List.of(r.id()));
    return new Change(header, key.sign(header.bytes()), List.of(new Piece.Whole(r)));
  }

  private static Revision write(
      Desk desk, RecordId record, String kind, ScopeId scope, Map<String, Value> fields) {
    return RevisionWire.write(
        record,
        kind,
        List.of(),
        scope,
        Compartment.INVESTIGATION,
        fields,
        Optional.empty(),
        Desks.station(desk).ids().nonce(Desks.station(desk).me()));
  }

  private static Map<String, Value> directory(String version) {
    return Map.of(
        "form", Value.text(Catalogues.DIRECTORY),
        "formVersion", Value.text(version),
        "formDigest", Value.text("a digest"),
        "name", Value.text("services.txt"));
  }

  private Optional<RecordId> newest() {
    Station s = Desks.station(hq);
    return new Catalogues(s, new AuditTrail(s)).newestDirectory();
  }

  @Test
  void noStationWithdrawsHeadquartersDirectoryByNamingItsRecord() {
    Station h = Desks.station(hq);
    RecordId directory = h.ids().record();
    Change sent = by(hq, write(hq, directory, "catalogue", h.scope(), directory("7")));
    Desks.take(hq, List.of(sent));
    assertThat(newest()).contains(directory);
    Change asCase =
        by(
            two,
            write(
                two,
                directory,
                "case",
                new ScopeId(UUID.randomUUID()),
                Map.of("title", Value.text("x"))));
    Desks.take(hq, List.of(asCase));
    Desks.take(two, List.of(asCase));
    assertThat(newest()).as("under a false home").contains(directory);
    Desks.take(hq, List.of(by(two, write(two, directory, "catalogue", h.scope(), directory("0")))));
    assertThat(newest()).as("as the same kind, in its scope").contains(directory);
  }

  @Test
  void aDirectoryOfAStationIsNone() {
    Station s = Desks.station(two);
    Desks.take(
        hq, List.of(by(two, write(two, s.ids().record(), "catalogue", s.scope(), directory("9")))));
    assertThat(newest()).isEmpty();
  }

  @Test
  void noStationTakesBackWhatHeadquartersTellsAll() {
    RecordId told = hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    ScopeId scope = Desks.station(hq).scope();
    Value now = Desks.station(two).now().toValue();
    Desks.take(hq, List.of(by(two, write(two, told, "bulletin", scope, Map.of("over", now)))));
    assertThat(hq.bulletins().all()).singleElement().satisfies(b -> assertThat(b.over()).isFalse());
    hq.bulletins().takeBack(told);
    assertThat(hq.bulletins().all().getFirst().over()).isTrue();
  }

  @Test
  void whoBeganARecordIsWhoMadeItWhateverCameFirst() {
    Station h = Desks.station(hq);
    RecordId record = h.ids().record();
    Map<String, Value> fields = Map.of("title", Value.text("x"));
    Change own = by(hq, write(hq, record, "case", new ScopeId(UUID.randomUUID()), fields));
    Change other = by(two, write(two, record, "case", new ScopeId(UUID.randomUUID()), fields));
    Desks.take(hq, List.of(other));
    Desks.take(hq, List.of(own));
    assertThat(h.view().records().revisions(record).getFirst().station())
        .as("this is what came first")
        .isEqualTo(Desks.station(two).identity().station());
    assertThat(Begun.at(h, record)).contains(h.identity().station());
    assertThat(Begun.by(h, record)).contains(h.me());
  }
}

package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.crypto.Certificate;
import org.sala.crypto.SigningKey;
import org.sala.domain.Fingerprint;
import org.sala.domain.IdSource;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** Nobody is told the id of lists that are newer than those beside it. */
class ListsSaidTest {
  private static final int OFFICERS = 150;

  @TempDir Path folder;

  private record Told(String id, long number) {}

  @Test
  void whatIsTakenBackWhileNotesArePutTogetherIsToldOnceMoreRatherThanNever() throws Exception {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Station station = Desks.station(hq);
      StationId to = new IdSource(station.clock(), station.tools().random()).station();
      List<Fingerprint> officers = certified(station, to);
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<Map<String, Long>> taking =
          CompletableFuture.supplyAsync(() -> takenBack(station, to, officers, begun));
      List<Told> told = new ArrayList<>();
      while (!taking.isDone()) {
        Map<String, String> notes = new Issuing(station).notesTo(to);
        begun.countDown();
        told.add(
            new Told(
                notes.get(ListsSaid.NAME),
                Json.readParts(Base64.getDecoder().decode(notes.get("trust")))
                    .whole("number")
                    .orElseThrow()));
      }
      Map<String, Long> since = taking.get();
      assertThat(told)
          .allSatisfy(
              t -> assertThat(t.number()).isGreaterThanOrEqualTo(since.getOrDefault(t.id(), 0L)));
      assertThat(told)
          .extracting(Told::id)
          .as("while they were taken back")
          .containsAnyElementsOf(since.keySet());
    }
  }

  /** Of a station that stays, so that it is told all; those are of another. */
  private static List<Fingerprint> certified(Station station, StationId to) {
    StationId lost = new IdSource(station.clock(), station.tools().random()).station();
    List<Value> entries = new ArrayList<>(station.state().listing("officers"));
    List<Fingerprint> keys = new ArrayList<>();
    for (int i = 0; i <= OFFICERS; i++) {
      SigningKey key = SigningKey.generate(station.tools().random());
      Certificate c = new Issuing(station).certify(key.verifying(), "EX-" + i, "field");
      entries.add(Roster.entry(i == 0 ? to : lost, c));
      if (i > 0) {
        keys.add(new Fingerprint(key.verifying().fingerprint()));
      }
    }
    station.state().set("officers", new Value.Listing(entries));
    return keys;
  }

  /** Takes back one after the other; returns since which number of the lists each id is said. */
  private static Map<String, Long> takenBack(
      Station station, StationId to, List<Fingerprint> officers, CountDownLatch begun) {
    Map<String, Long> since = new LinkedHashMap<>();
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (Fingerprint officer : officers) {
      new Issuing(station).revoke(Set.of(officer));
      since.put(new ListsSaid(station).to(to).toString(), station.state().whole("listNumber"));
    }
    return since;
  }
}

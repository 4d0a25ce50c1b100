package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desks;
import org.sala.casework.packages.seal.HowFar;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.parcel.Purpose;

/** What a trusted laptop's package says beside its changes does not fill headquarters' state. */
class BoundedNotesTest {
  private static final String RUN = "0b0e5c2e-8d3a-4f6e-9a51-0123456789ab";

  @TempDir Path folder;
  private Hall hall;

  @BeforeEach
  void aHall() {
    hall = new Hall(folder);
    hall.heard();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static String runs(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> RUN.substring(0, 28) + String.format(Locale.ROOT, "%08x:0", i))
        .collect(Collectors.joining(" "));
  }

  private Path asking(String has) {
    Station s = Desks.station(hall.one);
    RecordId sealed =
        new Sealing(s, new Ledger(s), new AuditTrail(s))
            .seal(
                Purpose.REPORT,
                Desks.station(hall.hq).identity().station(),
                List.of(new AgeRecipient(s.state().text("hqInvestigation").orElseThrow())),
                Compartment.INVESTIGATION,
                SealPlan.back(List.of(), Set.of(), List.of(), false, 0, Long.MAX_VALUE),
                Map.of("restoredHas", has),
                "",
                Progress.none());
    return hall.one.packages().carry(sealed, hall.usb);
  }

  private static int size(StationState state) {
    return state.names().stream()
        .mapToInt(n -> state.texts(n).stream().mapToInt(String::length).sum())
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {34, 20_000})
  void moreRunsThanALaptopEverHadAreNotKept(int many) {
    StationState state = Desks.station(hall.hq).state();
    int before = size(state);
    assertThat(hall.hq.packages().take(asking(runs(many))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(size(state)).isEqualTo(before);
    assertThat(state.names()).noneMatch(n -> n.startsWith("restored"));
    hall.revoke("Station B");
    assertThat(hall.hq.decisions().owed()).isNotEmpty();
  }

  @Test
  void whatIsNoQuestionAtAllIsNotKept() {
    assertThat(hall.hq.packages().take(asking("x".repeat(100))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(Desks.station(hall.hq).state().names()).noneMatch(n -> n.startsWith("restored"));
  }

  @Test
  void asManyRunsAsALaptopMayHaveHadAreHeard() {
    assertThat(HowFar.read(runs(33)).orElseThrow()).hasSize(33);
    assertThat(HowFar.read(runs(34))).isEmpty();
    assertThat(HowFar.read(RUN + ":1 and more")).isEmpty();
    assertThat(HowFar.read(String.join(" ", Collections.nCopies(2, RUN + ":1"))).orElseThrow())
        .containsExactly(Map.entry(RUN, 1L));
    hall.hq.packages().take(asking(runs(33)));
    assertThat(Desks.station(hall.hq).state().names()).anyMatch(n -> n.startsWith("restored."));
  }

  /** What no file takes is no reason that nothing is written any more. */
  @Test
  void whatIsTooLargeForTheStateStaysOutOfIt() {
    StationState state = Desks.station(hall.hq).state();
    state.set("anything", Value.text("as it was"));
    Value large = Value.text("x".repeat((16 << 20) + 1));
    assertThatThrownBy(() -> state.set(Map.of("anything", large, "more", large)))
        .isInstanceOf(CaseworkFault.class);
    assertThat(state.text("anything")).contains("as it was");
    assertThat(state.names()).doesNotContain("more");
    state.set("else", Value.text("is written"));
    hall.revoke("Station B");
  }
}

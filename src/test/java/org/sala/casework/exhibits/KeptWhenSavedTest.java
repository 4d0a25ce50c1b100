package org.sala.casework.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/** A record that is saved and not shown yet names its file: the file stays with it. */
class KeptWhenSavedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = CaseworkFault.Code.class,
      names = {"NOT_SHOWN", "SAVED_UNSHOWN"})
  void theFileOfWhatIsSavedStays(CaseworkFault.Code code) {
    assertThat(staysAfter(code)).isTrue();
  }

  @Test
  void theFileOfWhatCameToNothingGoes() {
    assertThat(staysAfter(CaseworkFault.Code.DISK_FULL)).isFalse();
  }

  private boolean staysAfter(CaseworkFault.Code code) {
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Station station = Desks.station(desk);
      ScopeId scope =
          station
              .view()
              .records()
              .find(desk.cases().open(new Cases.NewCase("Case", "rescue", "normal", "", "")))
              .orElseThrow()
              .scope();
      AtomicReference<String> digest = new AtomicReference<>();
      Attachments.Place place = new Attachments.Place(scope, Compartment.INVESTIGATION);
      try {
        // A full disk is told as what it would take.
        Desks.attachments(desk)
            .take(
                "recording.bin",
                new byte[1000],
                place,
                file -> {
                  digest.set(file.digest());
                  throw new CaseworkFault(code);
                });
      } catch (CaseworkFault e) {
        assertThat(e.code()).isEqualTo(code);
      }
      return station.objects().find(scope, Compartment.INVESTIGATION, digest.get()).isPresent();
    }
  }
}

package org.sala.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MakerTest {
  private final Random random = new Random(7);
  private final IdSource any = new IdSource(Clock.systemUTC(), random);
  private final StationId here = any.station();
  private final IdSource ids = new IdSource(Clock.systemUTC(), random, here);

  @Test
  void anIdCommitsToTheStationThatMadeItAndToNoOther() {
    for (int i = 0; i < 2000; i++) {
      RecordId made = ids.record();
      assertThat(Maker.is(here, made)).isTrue();
      assertThat(made.value().version()).isEqualTo(7);
      assertThat(made.value().variant()).isEqualTo(2);
      assertThat(Maker.is(any.station(), made)).isFalse();
      assertThat(Maker.is(here, any.record())).as("one of a time before").isFalse();
    }
  }

  @Test
  void aChangesIdTellsItsStationAndARevisionsNonceItsOfficerToo() {
    StationId other = any.station();
    Fingerprint me = new Fingerprint("ab".repeat(32));
    Fingerprint colleague = new Fingerprint("cd".repeat(32));
    for (int i = 0; i < 2000; i++) {
      ChangeId made = ids.change();
      assertThat(Maker.is(here, made)).isTrue();
      assertThat(made.value().version()).isEqualTo(7);
      assertThat(made.value().variant()).isEqualTo(2);
      assertThat(Maker.is(other, made)).isFalse();
      assertThat(Maker.is(here, any.change())).isFalse();
      byte[] nonce = ids.nonce(me);
      assertThat(Maker.wrote(here, me, nonce)).isTrue();
      assertThat(Maker.wrote(here, colleague, nonce)).isFalse();
      assertThat(Maker.wrote(other, me, nonce)).isFalse();
      assertThat(Maker.wrote(here, me, any.nonce(me))).isFalse();
    }
  }

  @Test
  void itIsTheSameForEverybody() {
    StationId station = StationId.of("6a1f0c7e-5b0d-4e7a-9b1e-0d8f4c2a7b11");
    UUID id = UUID.fromString("01a22982-1874-7c4e-a171-ada0a4000000");
    assertThat(Maker.of(station, id).toString()).isEqualTo("01a22982-1874-7c4e-a171-ada0a48e51a6");
    assertThat(Maker.ofChange(station, id).toString())
        .isEqualTo("01a22982-1874-7c4e-a171-ad680e4d1ea8");
    assertThat(Maker.nonceOf(station, new Fingerprint("ab".repeat(32)), new byte[16]))
        .asHexString()
        .isEqualToIgnoringCase("0000000000000000000058cfeacbfb76");
  }
}

package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way of sending money has its row, and every time its source. */
class RecoveryWindowTest {
  @Test
  void everyWayOfSendingOfTheFormHasItsRowAndNoOtherHas() {
    Form form = BuiltIn.newest("defrauded").form();
    Places.Place rail = form.place("/defrauded/transfer/rail").orElseThrow();
    assertThat(RecoveryWindow.all().stream().map(RecoveryWindow::rail))
        .containsExactlyElementsOf(rail.choices().orElseThrow());
    assertThat(rail.choices().orElseThrow()).hasSize(10);
  }

  @Test
  void aTimeHasASourceAndWhatHasNoneSaysWhomToCall() {
    for (RecoveryWindow w : RecoveryWindow.all()) {
      for (String language : List.of("en", "th")) {
        assertThat(w.call().in(language)).as(w.rail()).isNotBlank();
        assertThat(w.source().in(language).isBlank()).as(w.rail()).isEqualTo(w.lasts().isEmpty());
      }
      assertThat(w.call().in("th")).isNotEqualTo(w.call().in("en"));
    }
  }

  @Test
  void aBankHasThreeDaysAndACardIsNothingForTonight() {
    assertThat(RecoveryWindow.of("bank").orElseThrow().lasts()).contains(Duration.ofHours(72));
    assertThat(RecoveryWindow.of("bank").orElseThrow().isShort()).isTrue();
    assertThat(RecoveryWindow.of("card").orElseThrow().isShort()).isFalse();
    assertThat(RecoveryWindow.of("cash").orElseThrow().isShort()).isFalse();
    assertThat(RecoveryWindow.of("carrier pigeon")).isEmpty();
  }
}

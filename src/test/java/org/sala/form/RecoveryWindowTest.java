package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way of sending money has its row, and every time its source. */
class RecoveryWindowTest {
  private static final Catalogue NEWEST = BuiltIn.newest("defrauded");

  @Test
  void everyWayOfSendingOfTheFormHasItsRowAndNoOtherHas() {
    Places.Place rail = NEWEST.form().place("/defrauded/transfer/rail").orElseThrow();
    assertThat(NEWEST.windows().stream().map(RecoveryWindow::rail))
        .containsExactlyElementsOf(rail.choices().orElseThrow());
    assertThat(rail.choices().orElseThrow()).hasSize(10);
  }

  @Test
  void aTimeHasASourceAndWhatHasNoneSaysWhomToCall() {
    for (RecoveryWindow w : NEWEST.windows()) {
      for (String language : List.of("en", "th")) {
        assertThat(w.call().in(language)).as(w.rail()).isNotBlank();
        assertThat(w.source().in(language).isBlank()).as(w.rail()).isEqualTo(w.lasts().isEmpty());
      }
      assertThat(w.call().in("th")).isNotEqualTo(w.call().in("en"));
    }
  }

  @Test
  void aBankHasThreeDaysAndACardIsNothingForTonight() {
    assertThat(of("bank").lasts()).contains(Duration.ofHours(72));
    assertThat(of("bank").isShort()).isTrue();
    assertThat(of("card").isShort()).isFalse();
    assertThat(of("cash").isShort()).isFalse();
    assertThat(RecoveryWindow.of("carrier pigeon", NEWEST.windows())).isEmpty();
  }

  /** Forms that were begun before the windows stood in a catalogue go on with those of today. */
  @Test
  void anOlderCatalogueHasTheWindowsThatCameWithSala() {
    assertThat(BuiltIn.version("defrauded", "1").windows()).isEqualTo(NEWEST.windows());
  }

  @Test
  void whatIsWrongIsNamedAndNeverRunHalf() {
    String file = builtIn();
    assertThatThrownBy(() -> read(file.replace("window bank 4320", "window pigeon 4320")))
        .isInstanceOfSatisfying(
            FormFault.class,
            f ->
                assertThat(f.findings())
                    .contains(
                        "windows.txt: pigeon is no way that the form offers",
                        "windows.txt: window bank is missing",
                        "windows.txt: source bank has no window"));
    assertThatThrownBy(() -> read(file.replace("window cash none", "window cash 10")))
        .isInstanceOfSatisfying(
            FormFault.class,
            f ->
                assertThat(f.findings())
                    .containsExactly(
                        "windows.txt: cash has a source where it has a time, and only there"));
    assertThatThrownBy(() -> read(file.replace("window cash none", "window cash soon")))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(() -> read("sala-windows 2\n")).isInstanceOf(FormFault.class);
  }

  /** What headquarters writes takes the place of what came with the program. */
  @Test
  void anotherTimeInAnotherCatalogueCounts() {
    List<RecoveryWindow> theirs = read(builtIn().replace("window bank 4320", "window bank 60"));
    assertThat(RecoveryWindow.of("bank", theirs).orElseThrow().lasts())
        .contains(Duration.ofHours(1));
  }

  private static RecoveryWindow of(String rail) {
    return RecoveryWindow.of(rail, NEWEST.windows()).orElseThrow();
  }

  private static String builtIn() {
    return new String(
        BuiltIn.file("defrauded", NEWEST.version(), "windows.txt").orElseThrow(),
        StandardCharsets.UTF_8);
  }

  private static List<RecoveryWindow> read(String file) {
    return RecoveryWindow.read("windows.txt", file.getBytes(StandardCharsets.UTF_8), NEWEST.form());
  }
}

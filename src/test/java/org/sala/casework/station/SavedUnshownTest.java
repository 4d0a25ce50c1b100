package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.store.StoreFault;

/**
 * The journal has an act, and then the view fails, as on a disk that fills up in between. Whoever
 * was told to try again would register the same person twice.
 */
class SavedUnshownTest {
  @TempDir Path folder;

  private static void register(Desk desk, String number) {
    desk.people().register(List.of(new People.NewPerson(number, "", "", "", "", "")));
  }

  @Test
  void whatIsSavedAndCannotBeShownIsToldAsSaved() {
    Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    register(desk, "A-001");
    Desks.station(desk).view().close();
    assertThatExceptionOfType(CaseworkFault.class)
        .isThrownBy(() -> register(desk, "A-002"))
        .satisfies(f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAVED_UNSHOWN));
    // Locking finds the view closed, and takes every other step all the same.
    assertThatExceptionOfType(StoreFault.class).isThrownBy(desk::close);
    try (Desk again = Desks.unlock(folder.resolve("a"), "one")) {
      assertThat(again.people().count("")).isEqualTo(2);
    }
  }
}

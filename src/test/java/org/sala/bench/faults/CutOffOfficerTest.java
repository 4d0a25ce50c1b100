package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.SlotKind;
import org.sala.vault.VaultFault;

/**
 * The disk goes at the n-th act of making a slot: at the next unlock there is one that is known, or
 * there is none.
 */
class CutOffOfficerTest {
  private static final char[] TWO = "phrase of two".toCharArray();

  @TempDir Path folder;
  private Path whole;

  @BeforeEach
  void aWorkspace() {
    whole = folder.resolve("whole");
    Desks.create(whole, "Officer One Example", "one").close();
  }

  private interface Look {
    void at(Path there, Desk desk);
  }

  /** Cuts it off after every act, and looks at what the next unlock makes of it. */
  private void everyAct(Consumer<Desk> work, Look look) throws IOException {
    boolean met = true;
    for (long acts = 0; met; acts++) {
      Path there = folder.resolve("cut " + acts);
      Damages.copy(whole, there);
      met = cutOff(there, acts, work);
      try (Desk desk = Desks.unlock(there, "one")) {
        oneKeyFile(there);
        look.at(there, desk);
      }
    }
  }

  /** Copies that differ after a halt are made one, so that no older one lets anybody in later. */
  private static void oneKeyFile(Path there) {
    assertThat(there.resolve("key.a")).hasSameBinaryContentAs(there.resolve("key.b"));
  }

  /** Whether the disk went before all of it was done. */
  private static boolean cutOff(Path there, long acts, Consumer<Desk> work) {
    Gone gone = new Gone();
    Desk desk =
        Workers.entered(
            new Workplace(new FaultyDisk(gone).path(there), Desks.CHEAP)
                .unlock("one", "phrase of one".toCharArray()));
    gone.after(acts);
    try {
      work.accept(desk);
    } catch (CaseworkFault | VaultFault e) {
      assertThat(gone.met()).as("goes wrong where the disk is gone: " + e).isTrue();
    }
    boolean met = gone.met();
    try {
      desk.close();
    } catch (RuntimeException e) {
      assertThat(gone.met()).as("closing fails where the disk is gone: " + e).isTrue();
    }
    return met;
  }

  private static List<KeyFile.Slot> slots(Desk desk) {
    Station station = Desks.station(desk);
    return station.keyFile().slots(station.keys());
  }

  @Test
  void aColleagueIsKnownOrHasNoSlot() throws IOException {
    int[] came = new int[2];
    everyAct(
        desk -> desk.officers().add("Officer Two Example", "two", TWO.clone()),
        (there, desk) -> {
          int slots = slots(desk).size();
          came[slots - 1]++;
          assertThat(desk.officers().names().values())
              .as("whoever has a slot, and nobody else")
              .hasSize(slots);
          assertThat(desk.officers().names().containsValue("Officer Two Example"))
              .isEqualTo(slots == 2);
          assertThat(desk.audit().acts().contains(AuditEntry.Act.OFFICER_ADDED))
              .isEqualTo(slots == 2);
          assertThat(Desks.station(desk).state().parts("officerComing")).isEmpty();
          if (slots == 2) {
            assertThat(desk.officers().second("two", TWO.clone())).isPresent();
          } else {
            desk.officers().add("Officer Two Example", "two", TWO.clone());
            assertThat(desk.officers().names()).hasSize(2);
          }
        });
    assertThat(came[0]).as("cut off before the slot was there").isPositive();
    assertThat(came[1]).as("cut off after it").isGreaterThan(3);
  }

  @Test
  void aSlotThatIsTakenAwayIsThereOrGoneForGoodAndEverybodyElseComesIn() throws IOException {
    Fingerprint two;
    try (Desk desk = Desks.unlock(whole, "one")) {
      two = desk.officers().add("Officer Two Example", "two", TWO.clone());
      desk.officers().add("Officer Three Example", "three", "phrase of three".toCharArray());
    }
    int[] came = new int[2];
    everyAct(
        desk -> desk.officers().slots().takeAway(two, "one", "phrase of one".toCharArray()),
        (there, desk) -> {
          boolean gone = slots(desk).size() == 2;
          came[gone ? 1 : 0]++;
          assertThat(desk.audit().acts().contains(AuditEntry.Act.OFFICER_REMOVED)).isEqualTo(gone);
          assertThat(desk.officers().slots().left()).hasSize(gone ? 1 : 0);
          assertThat(Desks.station(desk).state().parts("officerLeaving")).isEmpty();
          assertThat(desk.officers().second("two", TWO.clone()).isPresent()).isEqualTo(!gone);
          assertThat(desk.officers().second("three", "phrase of three".toCharArray())).isPresent();
        });
    assertThat(came[0]).as("cut off before").isPositive();
    assertThat(came[1]).as("cut off after it").isGreaterThan(3);
  }

  @Test
  void thePassphraseOfBeforeOpensNeitherCopyOnceTheFreshOneHasOpened() throws IOException {
    char[] fresh = "fresh phrase of one".toCharArray();
    int[] came = new int[2];
    boolean met = true;
    for (long acts = 0; met; acts++) {
      Path there = folder.resolve("changed " + acts);
      Damages.copy(whole, there);
      met =
          cutOff(
              there,
              acts,
              desk ->
                  desk.officers()
                      .changePassphrase("one", "phrase of one".toCharArray(), fresh.clone()));
      Workplace place = new Workplace(there, Desks.CHEAP);
      if (place.unlock("one", fresh.clone()) instanceof Workplace.Entry.Entered entered) {
        came[1]++;
        entered.desk().close();
      } else {
        came[0]++;
        Desks.unlock(there, "one").close();
      }
      oneKeyFile(there);
    }
    assertThat(came[0]).as("cut off before").isPositive();
    assertThat(came[1]).as("cut off after it").isGreaterThan(3);
  }

  @Test
  void noSheetOpensThatNobodyKnowsOf() throws IOException {
    int[] came = new int[2];
    everyAct(
        desk -> desk.officers().recoverySheet(),
        (there, desk) -> {
          Set<String> known =
              Stream.of("recoverySlot", "recoverySlotNext")
                  .flatMap(k -> Desks.station(desk).state().text(k).stream())
                  .collect(Collectors.toSet());
          List<KeyFile.Slot> sheets =
              slots(desk).stream().filter(s -> s.kind() == SlotKind.RECOVERY).toList();
          came[sheets.size()]++;
          assertThat(sheets).allMatch(s -> known.contains(s.id()));
          desk.officers().recoverySheet();
          desk.officers().recoveryProved();
          assertThat(slots(desk)).as("another one takes its place").hasSize(2);
        });
    assertThat(came[0]).isPositive();
    assertThat(came[1]).isPositive();
  }

  @Test
  void whoeverMadeAWorkspaceIsKnownByNameWhereverTheDiskWent() {
    int begun = 0;
    boolean met = true;
    for (long acts = 0; met; acts++) {
      Path there = folder.resolve("made " + acts);
      Gone gone = new Gone(acts);
      try {
        Workplace.Entry entry =
            new Workplace(new FaultyDisk(gone).path(there), Desks.CHEAP)
                .create(
                    new Workplace.FirstStart(
                        "en", "Officer One Example", "one", "phrase of one".toCharArray()));
        if (entry instanceof Workplace.Entry.Entered entered) {
          entered.desk().close();
        }
      } catch (RuntimeException e) {
        assertThat(gone.met()).as("goes wrong where the disk is gone: " + e).isTrue();
      }
      met = gone.met();
      if (new Workplace(there, Desks.CHEAP).isThere()) {
        begun += met ? 1 : 0;
        try (Desk desk = Desks.unlock(there, "one")) {
          assertThat(desk.officers().names().values()).containsExactly("Officer One Example");
          assertThat(Desks.station(desk).state().parts("officerComing")).isEmpty();
        }
      }
    }
    assertThat(begun).as("cut off after the slot was there").isGreaterThan(3);
  }

  @Test
  void whoeverHasASlotAndIsNotWrittenDownIsWrittenDownAtTheNextUnlock() {
    try (Desk desk = Desks.unlock(whole, "one")) {
      Station station = Desks.station(desk);
      // As when the power went while the workspace was made.
      station
          .keyFile()
          .addSlot(
              "three",
              "phrase of three".toCharArray(),
              station.keys(),
              Optional.of(
                  new OfficerKeys(
                      SigningKey.generate(Desks.CHEAP.random()), AgeIdentity.generate())));
    }
    try (Desk desk = Desks.unlock(whole, "three")) {
      assertThat(desk.officers().publicKey(Desks.station(desk).me())).isPresent();
    }
    try (Desk desk = Desks.unlock(whole, "three")) {
      assertThat(desk.officers().names()).as("once").hasSize(2);
    }
  }
}

package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.KdfPolicy;
import org.sala.crypto.PassphraseKdf;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;

/** Slots, and what happens to them when the disk or a stranger meddles (F3, F4, F5). */
class KeyFileTest {
  private static final char[] RIVER = "a long river of words".toCharArray();
  private static final char[] MOUNTAIN = "mountain behind the market".toCharArray();

  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();
  private final Optional<OfficerKeys> officer = Sample.officer();

  @BeforeEach
  void make() {
    file(folder).create(Sample.CHEAP, "Heron", RIVER, keys, officer);
  }

  private static KeyFile file(Path folder) {
    return new KeyFile(folder, Sample.KDF, Sample.RANDOM);
  }

  private static Unlocking.Opened opened(Unlocking unlocking) {
    assertThat(unlocking).isInstanceOf(Unlocking.Opened.class);
    return (Unlocking.Opened) unlocking;
  }

  @Test
  void handleAndPassphraseGiveTheWorkspaceAndTheOfficersOwnKeys() {
    Unlocking.Opened o = opened(file(folder).unlock("Heron", RIVER));
    assertThat(o.keys().workspace().same(keys.workspace())).isTrue();
    assertThat(o.keys().compartments()).containsOnlyKeys(Compartment.values());
    assertThat(o.officer().orElseThrow().signing().pkcs8())
        .isEqualTo(officer.orElseThrow().signing().pkcs8());
    assertThat(file(folder).unlock("Heron", MOUNTAIN))
        .isInstanceOf(Unlocking.WrongPassphrase.class);
    assertThat(file(folder).unlock("Egret", RIVER)).isInstanceOf(Unlocking.WrongPassphrase.class);
    assertThat(file(folder).unlock("Heron", new char[] {'\ud83c'}))
        .isInstanceOf(Unlocking.WrongPassphrase.class);
  }

  @Test
  void whatAWorkspaceIsForIsSaidOnceStandsBesideEverySlotAndCannotBeTakenOff() throws Exception {
    assertThat(file(folder).says()).isEqualTo(KeyFile.Use.WORK);
    assertThat(file(folder).use(keys)).isEqualTo(KeyFile.Use.WORK);
    Path other = Files.createDirectory(folder.resolve("practice"));
    file(other).create(KeyFile.Use.PRACTICE, Sample.CHEAP, "Heron", RIVER, keys, officer);
    file(other).addSlot("Egret", MOUNTAIN, keys, Sample.officer());
    assertThat(file(other).says()).isEqualTo(KeyFile.Use.PRACTICE);
    assertThat(file(other).use(keys)).isEqualTo(KeyFile.Use.PRACTICE);
    for (String copy : List.of("key.a", "key.b")) {
      byte[] bytes = Files.readAllBytes(other.resolve(copy));
      String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("practice", "bractice");
      Files.write(other.resolve(copy), text.getBytes(StandardCharsets.ISO_8859_1));
    }
    assertThat(file(other).unlock("Heron", RIVER))
        .as("without the mark it is no key file any more")
        .isInstanceOf(Unlocking.KeyFileDamaged.class);
  }

  @Test
  void aHandleIsTheSameInCapitalsAndHoweverItsAccentsWereTyped() {
    file(folder).addSlot("V\u00e9ra", MOUNTAIN, keys, Sample.officer());
    opened(file(folder).unlock(" ve\u0301RA ", MOUNTAIN));
  }

  @Test
  void noHandleStandsInTheFile() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("key.a"));
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase())
        .doesNotContain("heron");
  }

  @Test
  void everyOfficerOpensOnlyTheirOwnPrivateKeys() {
    Optional<OfficerKeys> second = Sample.officer();
    try (WorkspaceKeys less = keys.only(Set.of(Compartment.INVESTIGATION))) {
      file(folder).addSlot("Egret", MOUNTAIN, less, second);
    }
    Unlocking.Opened o = opened(file(folder).unlock("egret", MOUNTAIN));
    assertThat(o.officer().orElseThrow().signing().pkcs8())
        .isEqualTo(second.orElseThrow().signing().pkcs8());
    assertThat(o.keys().compartments()).containsOnlyKeys(Compartment.INVESTIGATION);
    assertThat(o.keys().receiving()).containsOnlyKeys(Compartment.INVESTIGATION);
    assertThat(opened(file(folder).unlock("heron", RIVER)).keys().compartments()).hasSize(2);
  }

  @Test
  void recoveryGivesTheWorkspaceAndNeverASigningKey() {
    file(folder).addSlot(KeyFile.RECOVERY, MOUNTAIN, keys, Optional.empty());
    file(folder).addSlot(KeyFile.AGENCY, MOUNTAIN, keys, Optional.empty());
    Unlocking.Opened o = opened(file(folder).unlock(KeyFile.RECOVERY, MOUNTAIN));
    assertThat(o.officer()).isEmpty();
    assertThat(o.keys().receiving()).hasSize(2);
    assertThat(file(folder).slots(keys))
        .extracting(KeyFile.Slot::kind)
        .containsExactly(SlotKind.OFFICER, SlotKind.RECOVERY, SlotKind.AGENCY);
  }

  @Test
  void reservedHandlesAndAPhraseThatOpensAnotherSlotAreRefused() {
    KeyFile file = file(folder);
    for (String handle : List.of("Recovery Sheet", KeyFile.AGENCY, " ", "HERON")) {
      assertThatThrownBy(() -> file.addSlot(handle, RIVER, keys, Sample.officer()))
          .isInstanceOf(VaultFault.class)
          .hasMessageStartingWith("TAKEN");
    }
    file.addSlot("heron", MOUNTAIN, keys, Sample.officer());
    Unlocking.Opened o = opened(file.unlock("heron", RIVER));
    assertThatThrownBy(() -> file.changePassphrase(o, "heron", MOUNTAIN))
        .hasMessageStartingWith("TAKEN");
    file.changePassphrase(o, "heron", RIVER);
  }

  @Test
  void theLastSlotIsNotTakenAway() {
    KeyFile file = file(folder);
    String only = file.slots(keys).getFirst().id();
    assertThatThrownBy(() -> file.removeSlot(only, keys)).hasMessageStartingWith("LAST_SLOT");
  }

  @Test
  void whoseSlotWasTakenAwayHasAWrongPassphraseAndEverybodyElseComesIn() {
    KeyFile file = file(folder);
    String egret = file.addSlot("Egret", MOUNTAIN, keys, Sample.officer());
    file.addSlot("Stork", MOUNTAIN, keys, Sample.officer());
    file.addSlot(KeyFile.RECOVERY, MOUNTAIN, keys, Optional.empty());
    Unlocking.Opened heron = opened(file.unlock("heron", RIVER));
    assertThat(file.takeAway(egret, heron)).isTrue();
    assertThat(file.unlock("egret", MOUNTAIN)).isEqualTo(file.unlock("egret", RIVER));
    opened(file.unlock("heron", RIVER));
    opened(file.unlock("stork", MOUNTAIN));
    opened(file.unlock(KeyFile.RECOVERY, MOUNTAIN));
    assertThat(file.takeAway(egret, heron)).as("it is gone").isFalse();
  }

  @Test
  void noOfficerTakesTheOwnSlotAwayNorASheets() {
    KeyFile file = file(folder);
    String sheet = file.addSlot(KeyFile.RECOVERY, MOUNTAIN, keys, Optional.empty());
    String agency = file.addSlot(KeyFile.AGENCY, MOUNTAIN, keys, Optional.empty());
    Unlocking.Opened heron = opened(file.unlock("heron", RIVER));
    assertThatThrownBy(() -> file.takeAway(heron.slot(), heron))
        .hasMessageStartingWith("LAST_SLOT");
    assertThat(file.takeAway(sheet, heron)).isFalse();
    assertThat(file.takeAway(agency, heron)).isFalse();
    assertThat(file.slots(keys)).hasSize(3);
  }

  @Test
  void theProgramAsShippedRefusesAFileThatIsCheapToGuess() {
    KeyFile shipped = new KeyFile(folder, new PassphraseKdf(KdfPolicy.SHIPPED), Sample.RANDOM);
    assertThat(shipped.unlock("Heron", RIVER)).isInstanceOf(Unlocking.KeyFileDamaged.class);
  }

  @Test
  void oneSpoiledCopyDoesNotMatterAndTheNextWriteMendsIt() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("key.a"));
    Random random = new Random(3);
    for (String copy : List.of("key.a", "key.b")) {
      for (int i = 0; i < 100; i++) {
        Sample.flip(folder.resolve(copy), random.nextInt(whole.length * 8));
        opened(file(folder).unlock("heron", RIVER));
        assertThat(file(folder).copiesDiffer()).isTrue();
        Files.write(folder.resolve(copy), whole);
      }
      Files.delete(folder.resolve(copy));
      Unlocking.Opened o = opened(file(folder).unlock("heron", RIVER));
      file(folder).changePassphrase(o, "heron", RIVER);
      assertThat(file(folder).copiesDiffer()).isFalse();
      whole = Files.readAllBytes(folder.resolve("key.a"));
    }
  }

  @Test
  void twoSpoiledCopiesAreDamageAndNeverAWrongPassphrase() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("key.a"));
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      both(flipped);
      assertThat(file(folder).unlock("heron", RIVER))
          .as("byte %s", at)
          .isInstanceOf(Unlocking.KeyFileDamaged.class);
      both(Arrays.copyOf(whole, at));
      assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.KeyFileDamaged.class);
    }
    both(new byte[whole.length]);
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.KeyFileDamaged.class);
  }

  private void both(byte[] bytes) throws IOException {
    Files.write(folder.resolve("key.a"), bytes);
    Files.write(folder.resolve("key.b"), bytes);
  }

  @Test
  void aFileOfANewerProgramIsNotGuessedAt() {
    byte[] body = new byte[100];
    TwinFile newer = new TwinFile(Disk.real(), folder, "key", KeyFile.MAGIC, KeyFile.FORMAT + 1);
    newer.write(newer.next(), body);
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.KeyFileTooNew.class);
  }

  /** Who has the file and no key can make the checksum right again, but not the MAC. */
  @Test
  void slotsThatAStrangerPutInAreDamage() {
    TwinFile twin = new TwinFile(Disk.real(), folder, "key", KeyFile.MAGIC, KeyFile.FORMAT);
    byte[] content = twin.read().getFirst().content();
    String text = new String(content, 32, content.length - 32, StandardCharsets.UTF_8);
    byte[] changed =
        text.replace("\"kind\":\"officer\"", "\"kind\":\"agency\"")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(content, 32 + changed.length);
    System.arraycopy(changed, 0, all, 32, changed.length);
    twin.write(twin.next(), all);
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.WrongPassphrase.class);

    String twice = text.replace("\"slots\":[", "\"slots\":[" + slotOf(text) + ",");
    byte[] more = twice.getBytes(StandardCharsets.UTF_8);
    byte[] added = Arrays.copyOf(content, 32 + more.length);
    System.arraycopy(more, 0, added, 32, more.length);
    twin.write(twin.next(), added);
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.KeyFileDamaged.class);
    assertThatThrownBy(() -> file(folder).addSlot("egret", MOUNTAIN, keys, Sample.officer()))
        .hasMessageStartingWith("DAMAGED");
  }

  /**
   * F13 for this parser: the checksum is made right again, so that the parser sees every change.
   */
  @Test
  void whateverStandsInTheFileTheAnswerIsOneOfTheDeclaredOnes() {
    TwinFile twin = new TwinFile(Disk.real(), folder, "key", KeyFile.MAGIC, KeyFile.FORMAT);
    byte[] content = twin.read().getFirst().content();
    Random random = new Random(13);
    String[] words = {
      "\"", "}", "[", "null", "1e999999999", "-1", "\\ud800", "{\"slots\":", "9".repeat(50)
    };
    for (int i = 0; i < 800; i++) {
      byte[] changed = content.clone();
      int at = 32 + random.nextInt(content.length - 32);
      if (i % 3 == 0) {
        changed[at] = (byte) random.nextInt(256);
      } else if (i % 3 == 1) {
        byte[] word = words[random.nextInt(words.length)].getBytes(StandardCharsets.UTF_8);
        System.arraycopy(word, 0, changed, at, Math.min(word.length, changed.length - at));
      } else {
        changed = Arrays.copyOf(changed, at);
      }
      if (Arrays.equals(changed, content)) {
        continue;
      }
      twin.write(twin.next(), changed);
      assertThat(file(folder).unlock("heron", RIVER))
          .as("change %s", i)
          .isInstanceOfAny(Unlocking.WrongPassphrase.class, Unlocking.KeyFileDamaged.class);
    }
  }

  private static String slotOf(String body) {
    int start = body.indexOf("[") + 1;
    return body.substring(start, body.indexOf("]", start));
  }

  @Test
  void anOlderFileIsKnownByItsCount() throws IOException {
    long before = file(folder).generation(keys);
    Path old = Files.createDirectory(folder.resolve("old"));
    Files.copy(folder.resolve("key.a"), old.resolve("key.a"));
    Unlocking.Opened o = opened(file(folder).unlock("heron", RIVER));
    file(folder).changePassphrase(o, "heron", MOUNTAIN);
    assertThat(file(folder).generation(keys)).isGreaterThan(before);
    assertThat(file(old).generation(keys)).isEqualTo(before);
  }

  @Test
  void anOlderSecondCopyLetsNobodyIn() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("key.b"));
    Unlocking.Opened o = opened(file(folder).unlock("heron", RIVER));
    file(folder).changePassphrase(o, "heron", MOUNTAIN);
    Files.write(folder.resolve("key.b"), before);
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.WrongPassphrase.class);
    opened(file(folder).unlock("heron", MOUNTAIN));
    Files.move(
        folder.resolve("key.b"),
        folder.resolve("key.a"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    opened(file(folder).unlock("heron", RIVER));
  }

  @Test
  void haltedAnywhereWhileThePassphraseChangesTheOldOrTheNewOneOpens() throws IOException {
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        Path copy = folder.resolve(how + "-" + act);
        Files.createDirectory(copy);
        Files.copy(folder.resolve("key.a"), copy.resolve("key.a"));
        Files.copy(folder.resolve("key.b"), copy.resolve("key.b"));
        BrokenDisk disk = new BrokenDisk(how, act);
        KeyFile broken = new KeyFile(disk, copy, Sample.KDF, Sample.RANDOM);
        boolean told = false;
        try {
          broken.changePassphrase(opened(broken.unlock("heron", RIVER)), "heron", MOUNTAIN);
        } catch (VaultFault | BrokenDisk.Halted e) {
          told = true;
        }
        reached = disk.reached();
        assertThat(told).as("%s at act %s", how, act).isEqualTo(reached);
        boolean old = file(copy).unlock("heron", RIVER) instanceof Unlocking.Opened;
        boolean fresh = file(copy).unlock("heron", MOUNTAIN) instanceof Unlocking.Opened;
        assertThat(old ^ fresh).as("%s at act %s", how, act).isTrue();
        if (!told) {
          assertThat(fresh).isTrue();
        }
        char[] works = old ? RIVER : MOUNTAIN;
        file(copy).changePassphrase(opened(file(copy).unlock("heron", works)), "heron", MOUNTAIN);
        opened(file(copy).unlock("heron", MOUNTAIN));
        assertThat(file(copy).copiesDiffer()).isFalse();
      }
    }
  }

  @Test
  void aDestroyedKeyFileIsGone() throws IOException {
    Files.write(folder.resolve("key.a.new"), new byte[] {1});
    file(folder).destroy();
    assertThat(folder.toFile().list()).isEmpty();
    assertThat(file(folder).unlock("heron", RIVER)).isInstanceOf(Unlocking.KeyFileDamaged.class);
  }
}

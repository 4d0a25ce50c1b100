package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.domain.Value;

/** Small sealed files under damage, exchange and a failing disk (F3, F4, F5). */
class SealedFileTest {
  @TempDir Path folder;
  private final Secret key = Secret.random(Sample.RANDOM);

  private SealedFile file(Path in, String name) {
    return new SealedFile(in, name, key, Sample.RANDOM);
  }

  private static Value.Parts content(long number) {
    return new Value.Parts(Map.of("number", Value.whole(number)));
  }

  @Test
  void whatIsWrittenIsReadAndNothingOfItIsReadable() throws IOException {
    SealedFile file = file(folder, "state");
    assertThat(file.read()).isEmpty();
    file.write(new Value.Parts(Map.of("name", Value.text("Samplename"))));
    assertThat(file(folder, "state").read().orElseThrow().text("name")).contains("Samplename");
    assertThat(new String(Files.readAllBytes(folder.resolve("state.a")))).doesNotContain("Sample");
    assertThat(file.generation()).isEqualTo(1);
  }

  @Test
  void aFlippedBitInOneCopyIsHarmlessAndInBothIsDamage() throws IOException {
    file(folder, "state").write(content(7));
    byte[] whole = Files.readAllBytes(folder.resolve("state.a"));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      Sample.flip(folder.resolve("state.a"), bit);
      assertThat(file(folder, "state").read()).contains(content(7));
      Sample.flip(folder.resolve("state.b"), bit);
      assertThatThrownBy(() -> file(folder, "state").read())
          .as("bit %s", bit)
          .isInstanceOf(VaultFault.class);
      Files.write(folder.resolve("state.a"), whole);
      Files.write(folder.resolve("state.b"), whole);
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve("state.a"), Arrays.copyOf(whole, length));
      Files.delete(folder.resolve("state.b"));
      assertThatThrownBy(() -> file(folder, "state").read()).isInstanceOf(VaultFault.class);
      Files.write(folder.resolve("state.b"), whole);
      assertThat(file(folder, "state").read()).contains(content(7));
    }
  }

  @Test
  void anotherFilesContentIsNotTakenForThisOnes() throws IOException {
    file(folder, "one").write(content(1));
    file(folder, "two").write(content(2));
    Files.copy(
        folder.resolve("one.a"), folder.resolve("two.a"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(file(folder, "two").read()).contains(content(2));
    Files.copy(
        folder.resolve("one.a"), folder.resolve("two.b"), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> file(folder, "two").read()).isInstanceOf(VaultFault.class);
  }

  @Test
  void anOlderCopyYieldsToTheNewerOneAndIsKnownByItsCount() throws IOException {
    SealedFile file = file(folder, "state");
    file.write(content(1));
    byte[] old = Files.readAllBytes(folder.resolve("state.a"));
    file.write(content(2));
    for (String copy : new String[] {"state.a", "state.b"}) {
      byte[] now = Files.readAllBytes(folder.resolve(copy));
      Files.write(folder.resolve(copy), old);
      assertThat(file(folder, "state").read()).contains(content(2));
      Files.write(folder.resolve(copy), now);
    }
    Files.write(folder.resolve("state.a"), old);
    Files.write(folder.resolve("state.b"), old);
    assertThat(file(folder, "state").generation()).isEqualTo(1);
  }

  @Test
  void wheneverTheDiskFailsTheOldOrTheNewContentIsThere() throws IOException {
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        Path here = Files.createDirectory(folder.resolve(how + "-" + act));
        file(here, "state").write(content(1));
        BrokenDisk disk = new BrokenDisk(how, act);
        boolean told = false;
        try {
          new SealedFile(disk, here, "state", key, Sample.RANDOM).write(content(2));
        } catch (VaultFault | BrokenDisk.Halted e) {
          told = true;
          if (e instanceof VaultFault f && how == BrokenDisk.How.FULL) {
            assertThat(f.code()).isEqualTo(VaultFault.Code.DISK_FULL);
          }
        }
        reached = disk.reached();
        Value.Parts now = file(here, "state").read().orElseThrow();
        assertThat(now).as("%s at act %s", how, act).isIn(content(1), content(2));
        if (!told) {
          assertThat(now).isEqualTo(content(2));
        }
        file(here, "state").write(content(3));
        assertThat(file(here, "state").read()).contains(content(3));
      }
    }
  }

  /** Deliberately broken: without the read-back and the second copy a torn file is all there is. */
  @Test
  void oneCopyWrittenInPlaceWouldBeLost() throws IOException {
    SealedFile file = file(folder, "state");
    file.write(content(1));
    Files.delete(folder.resolve("state.b"));
    byte[] torn = Files.readAllBytes(folder.resolve("state.a"));
    Files.write(folder.resolve("state.a"), Arrays.copyOf(torn, torn.length / 2));
    assertThatThrownBy(file::read).hasMessageStartingWith("DAMAGED");
  }
}

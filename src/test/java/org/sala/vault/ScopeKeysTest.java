package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;
import org.sala.vault.ScopeKeys.Standing;
import org.sala.vault.ScopeKeys.Wanted;

/** Scope keys: made durable before use, erased for good, never silently wrong (F3, F4, F5). */
class ScopeKeysTest {
  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();
  private final Random random = new Random(5);

  private ScopeKeys open(Path in) {
    return new ScopeKeys(in, keys, Sample.RANDOM);
  }

  private ScopeId scope() {
    return new ScopeId(new UUID(random.nextLong(), random.nextLong()));
  }

  private static List<Wanted> both(ScopeId scope) {
    return List.of(
        new Wanted(scope, Compartment.INVESTIGATION), new Wanted(scope, Compartment.PROTECTION));
  }

  private static byte[] key(ScopeKeys keys, Wanted w) {
    return keys.find(w.scope(), w.compartment()).map(Secret::copy).orElse(new byte[0]);
  }

  private Map<Wanted, byte[]> fill(ScopeKeys scopeKeys, int scopes) {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < scopes; i++) {
      wanted.addAll(both(scope()));
    }
    scopeKeys.ensure(wanted);
    Map<Wanted, byte[]> all = new HashMap<>();
    wanted.forEach(w -> all.put(w, key(scopeKeys, w)));
    return all;
  }

  @Test
  void keysAreRandomAndTheSameAfterOpeningAgainAcrossSlabs() {
    Map<Wanted, byte[]> all = fill(open(folder), 1200);
    assertThat(folder.toFile().list()).contains("slab-00000.a", "slab-00002.b").hasSize(6);
    assertThat(all.values().stream().map(Arrays::hashCode).distinct().count()).isGreaterThan(2390);
    try (ScopeKeys again = open(folder)) {
      all.forEach((w, k) -> assertThat(key(again, w)).isEqualTo(k).hasSize(32));
      assertThat(again.mended()).isZero();
      again.ensure(List.copyOf(all.keySet()));
    }
    assertThat(folder.toFile().list()).hasSize(6);
  }

  @Test
  void whoLacksACompartmentFindsNoneOfItsKeysAndMakesNone() {
    ScopeId scope = scope();
    open(folder).ensure(both(scope));
    ScopeId other = scope();
    try (WorkspaceKeys less = keys.only(Set.of(Compartment.INVESTIGATION));
        ScopeKeys few = new ScopeKeys(folder, less, Sample.RANDOM)) {
      assertThat(few.find(scope, Compartment.PROTECTION)).isEmpty();
      assertThat(few.standing(scope, Compartment.PROTECTION)).isEqualTo(Standing.NOT_OURS);
      assertThat(few.standing(scope, Compartment.INVESTIGATION)).isEqualTo(Standing.HELD);
      few.ensure(both(other));
      assertThat(few.standing(other, Compartment.PROTECTION)).isEqualTo(Standing.MISSING);
    }
  }

  @Test
  void anErasedKeyIsGoneFromEveryFileAndTheOthersStay() throws IOException {
    ScopeKeys scopeKeys = open(folder);
    Map<Wanted, byte[]> all = fill(scopeKeys, 30);
    ScopeId victim = all.keySet().iterator().next().scope();
    List<byte[]> before = entriesOf(victim);
    assertThat(before).hasSize(4);
    scopeKeys.erase(victim);
    for (byte[] entry : before) {
      byte[] wrapped = Arrays.copyOfRange(entry, 17, 77);
      assertThat(everything()).noneMatch(f -> contains(f, wrapped));
    }
    try (ScopeKeys again = open(folder)) {
      all.forEach(
          (w, k) ->
              assertThat(key(again, w)).isEqualTo(w.scope().equals(victim) ? new byte[0] : k));
      assertThat(again.standing(victim, Compartment.PROTECTION)).isEqualTo(Standing.ERASED);
      again.ensure(both(victim));
      assertThat(again.find(victim, Compartment.PROTECTION)).isEmpty();
    }
  }

  @Test
  void anOlderCopyDoesNotBringAnErasedKeyBack() throws IOException {
    ScopeKeys scopeKeys = open(folder);
    Map<Wanted, byte[]> all = fill(scopeKeys, 10);
    ScopeId victim = all.keySet().iterator().next().scope();
    byte[] before = Files.readAllBytes(folder.resolve("slab-00000.b"));
    scopeKeys.erase(victim);
    for (String copy : List.of("slab-00000.a", "slab-00000.b")) {
      Files.write(folder.resolve(copy), before);
      try (ScopeKeys again = open(folder)) {
        assertThat(again.find(victim, Compartment.INVESTIGATION)).isEmpty();
        assertThat(again.find(victim, Compartment.PROTECTION)).isEmpty();
      }
      assertThat(entriesOf(victim)).allMatch(e -> e[16] == 0x7f);
    }
  }

  @Test
  void aHaltAnywhereInAnErasureLeavesAllOrNothingAndItCanBeFinished() throws IOException {
    fill(open(folder), 5);
    ScopeId victim = scope();
    open(folder).ensure(both(victim));
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        Path copy = folder.resolve(how + "-" + act);
        Files.createDirectory(copy);
        for (String n : List.of("slab-00000.a", "slab-00000.b")) {
          Files.copy(folder.resolve(n), copy.resolve(n));
        }
        BrokenDisk disk = new BrokenDisk(how, act);
        boolean told = false;
        try (ScopeKeys broken = new ScopeKeys(disk, copy, keys, Sample.RANDOM)) {
          broken.erase(victim);
        } catch (VaultFault | BrokenDisk.Halted e) {
          told = true;
        }
        reached = disk.reached();
        try (ScopeKeys again = open(copy)) {
          boolean gone = again.find(victim, Compartment.INVESTIGATION).isEmpty();
          assertThat(again.find(victim, Compartment.PROTECTION).isEmpty()).isEqualTo(gone);
          assertThat(gone || told).as("%s at act %s", how, act).isTrue();
          again.erase(victim);
          assertThat(again.standing(victim, Compartment.PROTECTION)).isEqualTo(Standing.ERASED);
        }
      }
    }
  }

  @Test
  void aKeyThatWasGivenOutStaysTheSameWhateverTheDiskDoes() throws IOException {
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        Path here = Files.createDirectory(folder.resolve(how + "-" + act));
        Map<Wanted, byte[]> held = fill(open(here), 511);
        BrokenDisk disk = new BrokenDisk(how, act);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          wanted.addAll(both(scope()));
        }
        try (ScopeKeys broken = new ScopeKeys(disk, here, keys, Sample.RANDOM)) {
          try {
            broken.ensure(wanted);
          } catch (VaultFault | BrokenDisk.Halted e) {
            assertThat(disk.reached()).isTrue();
          }
          reached = disk.reached();
          wanted.forEach(w -> held.put(w, key(broken, w)));
          if (how == BrokenDisk.How.EIO) {
            broken.ensure(wanted);
            wanted.forEach(w -> held.put(w, key(broken, w)));
          }
        }
        try (ScopeKeys again = open(here)) {
          again.ensure(wanted);
          held.forEach(
              (w, k) -> {
                if (k.length > 0) {
                  assertThat(key(again, w)).as("%s", how).isEqualTo(k);
                }
              });
        }
        try (ScopeKeys once = open(here)) {
          assertThat(wanted).allMatch(w -> key(once, w).length == 32);
          assertThat(once.mended()).isZero();
        }
      }
    }
  }

  @Test
  void damageToOneCopyIsHealedWhateverItsKind() throws IOException {
    Map<Wanted, byte[]> all = fill(open(folder), 40);
    byte[] whole = Files.readAllBytes(folder.resolve("slab-00000.a"));
    for (int i = 0; i < 120; i++) {
      Path file = folder.resolve(i % 2 == 0 ? "slab-00000.a" : "slab-00000.b");
      switch (i % 5) {
        case 0 -> Files.delete(file);
        case 1 -> Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
        case 2 -> Files.write(file, new byte[whole.length]);
        case 3 -> Files.write(file, Arrays.copyOf(whole, 96 * random.nextInt(80)));
        default -> Sample.flip(file, random.nextInt(whole.length * 8));
      }
      try (ScopeKeys again = open(folder)) {
        all.forEach((w, k) -> assertThat(key(again, w)).isEqualTo(k));
        assertThat(again.mended()).isPositive();
        assertThat(again.lost()).isZero();
      }
      assertThat(file).hasBinaryContent(whole);
    }
  }

  /** An officer without the compartment heals its keys too, and does not copy the spoiled one. */
  @Test
  void whoCannotOpenAKeyStillHealsItTheRightWayRound() throws IOException {
    Map<Wanted, byte[]> all = fill(open(folder), 10);
    byte[] whole = Files.readAllBytes(folder.resolve("slab-00000.a"));
    for (int bit = 0; bit < whole.length * 8; bit += 61) {
      Sample.flip(folder.resolve("slab-00000.a"), bit);
      try (WorkspaceKeys none = keys.only(Set.of());
          ScopeKeys blind = new ScopeKeys(folder, none, Sample.RANDOM)) {
        assertThat(blind.mended()).isEqualTo(1);
      }
      assertThat(folder.resolve("slab-00000.a")).hasBinaryContent(whole);
    }
    try (ScopeKeys again = open(folder)) {
      all.forEach((w, k) -> assertThat(key(again, w)).isEqualTo(k));
    }
  }

  @Test
  void damageToBothCopiesIsNeverAnotherKey() throws IOException {
    Map<Wanted, byte[]> all = fill(open(folder), 20);
    byte[] whole = Files.readAllBytes(folder.resolve("slab-00000.a"));
    for (int i = 0; i < 400; i++) {
      byte[] bad = whole.clone();
      int bit = random.nextInt(whole.length * 8);
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(folder.resolve("slab-00000.a"), bad);
      Files.write(folder.resolve("slab-00000.b"), bad);
      try (ScopeKeys again = open(folder)) {
        all.forEach(
            (w, k) -> {
              try {
                Optional<Secret> found = again.find(w.scope(), w.compartment());
                if (found.isPresent()) {
                  assertThat(found.get().copy()).isEqualTo(k);
                } else {
                  assertThat(again.standing(w.scope(), w.compartment()))
                      .isEqualTo(Standing.MISSING);
                }
              } catch (VaultFault e) {
                assertThat(e.code()).isEqualTo(VaultFault.Code.DAMAGED);
              }
            });
      }
    }
  }

  @Test
  void aSlabThatIsGoneIsALossAndItsPlaceIsNotTakenByOtherKeys() throws IOException {
    Map<Wanted, byte[]> all = fill(open(folder), 1100);
    Files.delete(folder.resolve("slab-00000.a"));
    Files.delete(folder.resolve("slab-00000.b"));
    try (ScopeKeys again = open(folder)) {
      assertThat(again.lost()).isEqualTo(1024);
      Map<Wanted, byte[]> more = fill(again, 10);
      long held = all.keySet().stream().filter(w -> key(again, w).length > 0).count();
      assertThat(held).isEqualTo(2200 - 1024);
      assertThat(more.values()).allMatch(k -> k.length == 32);
    }
    assertThat(folder.resolve("slab-00000.a")).doesNotExist();
  }

  @Test
  void aSlabLargerThanItCanBeIsRefused() throws IOException {
    Files.write(folder.resolve("slab-00000.a"), new byte[96 * 1024 + 1]);
    assertThatThrownBy(() -> open(folder)).hasMessageStartingWith("DAMAGED");
  }

  private List<byte[]> everything() throws IOException {
    try (var files = Files.walk(folder)) {
      List<byte[]> all = new ArrayList<>();
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        all.add(Files.readAllBytes(f));
      }
      return all;
    }
  }

  private List<byte[]> entriesOf(ScopeId scope) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (byte[] file : everything()) {
      for (int at = 0; at + 96 <= file.length; at += 96) {
        byte[] entry = Arrays.copyOfRange(file, at, at + 96);
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(entry);
        if (new UUID(in.getLong(), in.getLong()).equals(scope.value())) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] all, byte[] part) {
    for (int at = 0; at + part.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}

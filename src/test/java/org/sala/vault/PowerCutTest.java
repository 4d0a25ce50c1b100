package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;

/** A day of the vault's writes, and the power cut anywhere in it (F2). */
class PowerCutTest {
  private static final Compartment OPEN = Compartment.INVESTIGATION;

  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();
  private final Secret stateKey = Secret.random(Sample.RANDOM);
  private final Random random = new Random(17);

  /** Something that the officer was told is done, and how to see whether it still is. */
  private record Told(int moment, String what, Check check) {}

  private interface Check {
    boolean holds(Path workspace) throws IOException;
  }

  @Test
  void nothingThatWasToldToBeDoneIsLost() throws IOException {
    PowerCutDisk disk = new PowerCutDisk(PowerCutDisk.Careless.NO);
    Path here = Files.createDirectory(folder.resolve("day"));
    List<Told> told = day(disk, here);
    assertThat(cuts(disk, here, told, 250)).isEmpty();
  }

  @Test
  void thisCheckGoesRedWhenFilesAreNotSynced() throws IOException {
    PowerCutDisk disk = new PowerCutDisk(PowerCutDisk.Careless.FILES_NOT_SYNCED);
    Path here = Files.createDirectory(folder.resolve("day"));
    assertThat(cuts(disk, here, day(disk, here), 30)).isNotEmpty();
  }

  @Test
  void thisCheckGoesRedWhenFoldersAreNotSynced() throws IOException {
    PowerCutDisk disk = new PowerCutDisk(PowerCutDisk.Careless.FOLDERS_NOT_SYNCED);
    Path here = Files.createDirectory(folder.resolve("day"));
    assertThat(cuts(disk, here, day(disk, here), 30)).isNotEmpty();
  }

  private List<String> cuts(PowerCutDisk disk, Path here, List<Told> told, int times)
      throws IOException {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int moment = 1 + random.nextInt(disk.moment());
      Path there = Files.createDirectories(folder.resolve("after-" + i));
      Files.createDirectory(there.resolve("keys"));
      Files.createDirectory(there.resolve("objects"));
      disk.cut(moment, random, here, there);
      for (Told t : told) {
        if (t.moment() <= moment) {
          try {
            if (!t.check().holds(there)) {
              broken.add(t.what() + " at " + moment);
            }
          } catch (VaultFault e) {
            broken.add(t.what() + " at " + moment + ": " + e.code());
          }
        }
      }
    }
    return broken;
  }

  private List<Told> day(PowerCutDisk disk, Path here) throws IOException {
    Files.createDirectory(here.resolve("keys"));
    Files.createDirectory(here.resolve("objects"));
    List<Told> told = new ArrayList<>();
    KeyFile keyFile = new KeyFile(disk, here, Sample.KDF, Sample.RANDOM);
    keyFile.create(Sample.CHEAP, "heron", "0".toCharArray(), keys, Sample.officer());
    SealedFile state = new SealedFile(disk, here, "state", stateKey, Sample.RANDOM);
    ScopeKeys scopes = new ScopeKeys(disk, here.resolve("keys"), keys, Sample.RANDOM);
    ObjectFolder objects =
        new ObjectFolder(disk, here.resolve("objects"), keys, scopes, Sample.RANDOM);
    for (int round = 1; round <= 6; round++) {
      long number = round;
      state.write(new Value.Parts(Map.of("number", Value.whole(number))));
      told.add(new Told(disk.moment(), "state", w -> number(w) >= number));

      ScopeId scope = new ScopeId(new UUID(round, 1));
      scopes.ensure(List.of(new ScopeKeys.Wanted(scope, OPEN)));
      byte[] key = scopes.find(scope, OPEN).orElseThrow().copy();
      told.add(
          new Told(
              disk.moment(),
              "scope key",
              w -> scopes(w).find(scope, OPEN).filter(k -> same(k, key)).isPresent()));

      byte[] content = new byte[30_000];
      random.nextBytes(content);
      ObjectFolder.Taken taken =
          objects.take(scope, OPEN, new ByteArrayInputStream(content), content.length, b -> true);
      objects.claim(List.of(((ObjectFolder.Taken.Stored) taken).object()));
      told.add(new Told(disk.moment(), "object", w -> object(w, scope, content)));

      ScopeId gone = new ScopeId(new UUID(round, 2));
      scopes.ensure(List.of(new ScopeKeys.Wanted(gone, OPEN)));
      scopes.erase(gone);
      told.add(
          new Told(
              disk.moment(),
              "erasure",
              w -> scopes(w).standing(gone, OPEN) == ScopeKeys.Standing.ERASED));

      Unlocking.Opened opened = (Unlocking.Opened) keyFile.unlock("heron", phrase(round - 1));
      keyFile.changePassphrase(opened, "heron", phrase(round));
      int now = round;
      told.add(new Told(disk.moment(), "passphrase", w -> opens(w, now)));
    }
    return told;
  }

  private static char[] phrase(int number) {
    return Integer.toString(number).toCharArray();
  }

  private static boolean same(Secret secret, byte[] key) {
    return java.util.Arrays.equals(secret.copy(), key);
  }

  private long number(Path workspace) {
    return new SealedFile(workspace, "state", stateKey, Sample.RANDOM)
        .read()
        .flatMap(p -> p.whole("number"))
        .orElse(0L);
  }

  private ScopeKeys scopes(Path workspace) {
    return new ScopeKeys(workspace.resolve("keys"), keys, Sample.RANDOM);
  }

  private boolean object(Path workspace, ScopeId scope, byte[] content) throws IOException {
    ObjectFolder objects =
        new ObjectFolder(workspace.resolve("objects"), keys, scopes(workspace), Sample.RANDOM);
    if (!(objects.open(scope, OPEN, Sha256.hex(content))
        instanceof ObjectFolder.Opening.Opened opened)) {
      return false;
    }
    try (var reader = opened.reader()) {
      return java.util.Arrays.equals(reader.stream(0).readAllBytes(), content);
    }
  }

  /** The passphrase that was told to be in force, or a later one that was on its way. */
  private static boolean opens(Path workspace, int least) {
    KeyFile file = new KeyFile(workspace, Sample.KDF, Sample.RANDOM);
    for (int n = least; n <= least + 6; n++) {
      if (file.unlock("heron", phrase(n)) instanceof Unlocking.Opened) {
        return true;
      }
    }
    return false;
  }
}

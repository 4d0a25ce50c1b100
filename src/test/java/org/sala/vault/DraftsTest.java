package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.Value;

/** Half-typed forms, settings and the ballast. */
class DraftsTest {
  private static final Compartment OPEN = Compartment.INVESTIGATION;

  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();

  private Drafts drafts() {
    return new Drafts(folder, keys, Sample.RANDOM, new Unwritten(), e -> {});
  }

  private static Value.Parts typed(String text) {
    return new Value.Parts(Map.of("typed", Value.text(text)));
  }

  @Test
  void aDraftIsThereAgainUntilItsFormIsSaved() throws IOException {
    drafts().write("person/new", OPEN, typed("Half a Samplename"));
    drafts().write("case/7", Compartment.PROTECTION, typed("a need"));
    drafts().write("person/new", OPEN, typed("Half a Samplenamesake"));
    try (Drafts again = drafts()) {
      assertThat(again.read("person/new", OPEN).orElseThrow().content())
          .isEqualTo(typed("Half a Samplenamesake"));
      assertThat(again.all()).extracting(Drafts.Draft::form).contains("person/new", "case/7");
      try (var files = Files.list(folder)) {
        for (Path f : files.toList()) {
          String all = f + new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1);
          assertThat(all).doesNotContain("Sample").doesNotContain("person");
        }
      }
      again.delete("person/new", OPEN);
      again.delete("case/7", Compartment.PROTECTION);
      assertThat(again.all()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aColleagueWithoutTheCompartmentDoesNotReadItsDrafts() {
    drafts().write("case/7", Compartment.PROTECTION, typed("a need"));
    try (WorkspaceKeys less = keys.only(Set.of(OPEN));
        Drafts few = new Drafts(folder, less, Sample.RANDOM, new Unwritten(), e -> {})) {
      assertThat(few.all()).isEmpty();
      assertThat(few.read("case/7", Compartment.PROTECTION)).isEmpty();
    }
  }

  @Test
  void aSpoiledDraftIsNoneAndAFailingDiskLeavesTheOneBefore() throws IOException {
    drafts().write("f", OPEN, typed("one"));
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        BrokenDisk disk = new BrokenDisk(how, act);
        try (Drafts broken =
            new Drafts(disk, folder, keys, Sample.RANDOM, new Unwritten(), e -> {})) {
          broken.write("f", OPEN, typed("two"));
        } catch (VaultFault | BrokenDisk.Halted e) {
          assertThat(disk.reached()).isTrue();
        }
        reached = disk.reached();
        assertThat(drafts().read("f", OPEN).orElseThrow().content())
            .isIn(typed("one"), typed("two"));
        drafts().write("f", OPEN, typed("one"));
      }
    }
    try (var files = Files.list(folder)) {
      for (Path f : files.toList()) {
        Sample.flip(f, 300);
      }
    }
    assertThat(drafts().all()).isEmpty();
    drafts().write("f", OPEN, typed("again"));
    assertThat(drafts().read("f", OPEN)).isPresent();
  }

  @Test
  void everyOfficerHasSettingsOfTheirOwnAndSpoiledOnesKeepNobodyOut() throws IOException {
    try (Settings mine = new Settings(folder, "a1", keys, Sample.RANDOM);
        Settings yours = new Settings(folder, "b2", keys, Sample.RANDOM)) {
      assertThat(mine.read().parts()).isEmpty();
      mine.write(typed("wide"));
      yours.write(typed("narrow"));
      assertThat(mine.read()).isEqualTo(typed("wide"));
      assertThat(yours.read()).isEqualTo(typed("narrow"));
      try (var files = Files.list(folder)) {
        for (Path f : files.toList()) {
          Files.write(f, new byte[10]);
        }
      }
      assertThat(mine.read().parts()).isEmpty();
      mine.write(typed("wide"));
      assertThat(mine.read()).isEqualTo(typed("wide"));
    }
  }

  @Test
  void theBallastTakesItsRoomAndGivesItFree() {
    Ballast ballast = new Ballast(Disk.real(), folder, 100_000, new Random(1));
    assertThat(ballast.take()).isTrue();
    assertThat(folder.resolve("ballast")).hasSize(100_000);
    assertThat(ballast.isThere()).isTrue();
    ballast.free();
    assertThat(ballast.isThere()).isFalse();
    Ballast full =
        new Ballast(new BrokenDisk(BrokenDisk.How.FULL, 1), folder, 200_000, new Random(1));
    assertThat(full.take()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }
}

package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Compartment;
import org.sala.domain.Value;

/** What is spoiled in both copies stays where it is, under another name. */
class SetAsideTest {
  private static final Compartment OPEN = Compartment.INVESTIGATION;

  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();

  private Drafts drafts() {
    return new Drafts(folder, keys, Sample.RANDOM, new Unwritten(), e -> {});
  }

  private static Value.Parts typed(String text) {
    return new Value.Parts(Map.of("typed", Value.text(text)));
  }

  /** The files of a folder whose names end like this, and what is in each. */
  private Map<String, String> files(String ending) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path f : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        all.put(
            f.getFileName().toString().substring(0, 34),
            HexFormat.of().formatHex(Files.readAllBytes(f)));
      }
    }
    return all;
  }

  @Test
  void aSpoiledDraftIsSetAsideAsItIsWhoeverTypedItAndFoundOnce() throws IOException {
    drafts().write("case/7", Compartment.PROTECTION, typed("a need"));
    try (var files = Files.list(folder)) {
      for (Path f : files.toList()) {
        Sample.flip(f, 300);
      }
    }
    drafts().write("f", OPEN, typed("one"));
    Map<String, String> before = files("");
    try (WorkspaceKeys less = keys.only(Set.of(OPEN));
        Drafts few = new Drafts(folder, less, Sample.RANDOM, new Unwritten(), e -> {})) {
      assertThat(few.setAsideSpoiled()).isEqualTo(1);
      assertThat(few.setAsideSpoiled()).isZero();
    }
    assertThat(drafts().all()).extracting(Drafts.Draft::form).containsExactly("f");
    assertThat(files("")).isEqualTo(before);
    assertThat(files(".spoiled")).hasSize(2);
    drafts().write("case/7", Compartment.PROTECTION, typed("again"));
    assertThat(drafts().all()).hasSize(2);
    assertThat(files(".spoiled")).hasSize(2);
    drafts().deleteSetAside();
    assertThat(files(".spoiled")).isEmpty();
    assertThat(drafts().all()).hasSize(2);
  }

  @Test
  void aColleaguesDraftIsLeftAloneAndOneThatNoKeyOpensIsNot() {
    drafts().write("case/7", Compartment.PROTECTION, typed("a need"));
    try (WorkspaceKeys less = keys.only(Set.of(OPEN));
        Drafts few = new Drafts(folder, less, Sample.RANDOM, new Unwritten(), e -> {})) {
      assertThat(few.setAsideSpoiled()).isZero();
    }
    try (Drafts others =
        new Drafts(folder, Sample.keys(), Sample.RANDOM, new Unwritten(), e -> {})) {
      assertThat(others.setAsideSpoiled()).isEqualTo(1);
    }
  }

  @Test
  void spoiledSettingsAreSetAsideAndWhoeverReadsCanSaySo() throws IOException {
    try (Settings mine = new Settings(folder, "a1", keys, Sample.RANDOM)) {
      mine.write(typed("wide"));
      try (var files = Files.list(folder)) {
        for (Path f : files.toList()) {
          Files.write(f, new byte[10]);
        }
      }
      assertThat(mine.isSpoiled()).isFalse();
      assertThat(mine.read().parts()).isEmpty();
      assertThat(mine.isSpoiled()).isTrue();
      assertThat(files(".spoiled")).hasSize(2).containsValue("00".repeat(10));
      mine.write(typed("narrow"));
    }
    try (Settings again = new Settings(folder, "a1", keys, Sample.RANDOM)) {
      assertThat(again.read()).isEqualTo(typed("narrow"));
      assertThat(again.isSpoiled()).isFalse();
    }
  }
}

package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.people.People;
import org.sala.crypto.Sha256;
import org.sala.vault.NewerFiles;

/** Whoever is kept out is told why, and all that was there is there when the reason is gone. */
class UnopenedDoorsTest {
  /** What is never made anew, and the beginnings of its names. */
  private static final List<String> KEPT =
      List.of("key.", "keys/", "state.", "journal/", "objects/", "audit");

  @TempDir Path folder;
  private Path there;

  @BeforeEach
  void somebodyIsWrittenDown() {
    there = folder.resolve("w");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      desk.people()
          .register(List.of(new People.NewPerson("A-001", "", "Somebody Example", "", "24", "th")));
    }
  }

  private static Workplace.Entry unlock(Path place) {
    return new Workplace(place, Desks.CHEAP).unlock("one", "phrase of one".toCharArray());
  }

  /** SHA-256 of every file that must not be lost. */
  private Map<String, String> kept() throws IOException {
    Map<String, String> kept = new TreeMap<>();
    try (Stream<Path> files = Files.walk(there)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        String name = there.relativize(f).toString().replace('\\', '/');
        if (KEPT.stream().anyMatch(name::startsWith)) {
          kept.put(name, Sha256.hex(Files.readAllBytes(f)));
        }
      }
    }
    assertThat(kept).hasSizeGreaterThan(5);
    return kept;
  }

  private void somebodyIsThere() {
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.people().count("A-001")).isEqualTo(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndNothingOfItIsTouched() throws IOException {
    // As it is where a workspace lies on a medium that takes nothing.
    Files.delete(there.resolve("lock"));
    Map<String, String> before = kept();
    assertThat(unlock(TroubledPlaces.readOnly(there))).isInstanceOf(Workplace.Entry.ReadOnly.class);
    assertThat(kept()).isEqualTo(before);
    somebodyIsThere();
  }

  @Test
  void aKeyFileOrAJournalOfANewerSalaIsToldAndNothingOfItIsTouched() throws IOException {
    Map<String, byte[]> keyFile = new HashMap<>();
    for (String name : List.of("key.a", "key.b")) {
      keyFile.put(name, Files.readAllBytes(there.resolve(name)));
    }
    NewerFiles.keyFile(there);
    Map<String, String> before = kept();
    assertThat(unlock(there)).isInstanceOf(Workplace.Entry.TooNew.class);
    assertThat(kept()).isEqualTo(before);
    for (Map.Entry<String, byte[]> copy : keyFile.entrySet()) {
      Files.write(there.resolve(copy.getKey()), copy.getValue());
    }

    Path segment = lastSegment();
    byte[] written = Files.readAllBytes(segment);
    byte[] newer = written.clone();
    newer["SALAJRN1".length() - 1] = '2';
    Files.write(segment, newer);
    before = kept();
    assertThat(unlock(there)).isInstanceOf(Workplace.Entry.TooNew.class);
    assertThat(kept()).isEqualTo(before);
    Files.write(segment, written);
    somebodyIsThere();
  }

  @Test
  void aJournalThatIsSpoiledIsToldWithItsSegmentAndNothingOfItIsTouched() throws IOException {
    Path segment = lastSegment();
    int number = Integer.parseInt(segment.getFileName().toString().substring(8));
    byte[] written = Files.readAllBytes(segment);
    byte[] spoiled = written.clone();
    spoiled[60] ^= 1;
    Files.write(segment, spoiled);
    Map<String, String> before = kept();
    assertThat(unlock(there)).isEqualTo(new Workplace.Entry.JournalDamaged(number));
    assertThat(kept()).isEqualTo(before);
    assertThat(unlock(there)).as("and again").isEqualTo(new Workplace.Entry.JournalDamaged(number));
    Files.write(segment, written);
    somebodyIsThere();
  }

  private Path lastSegment() throws IOException {
    try (Stream<Path> all = Files.list(there.resolve("journal"))) {
      Optional<Path> last = all.max(Path::compareTo);
      return last.orElseThrow();
    }
  }
}

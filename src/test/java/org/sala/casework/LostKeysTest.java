package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.crypto.Sha256;

/** Whoever loses the keys of cases is told so, and is not shown a workspace with nothing in it. */
class LostKeysTest {
  @TempDir Path folder;
  private Path station;

  private enum Loss {
    FOLDER {
      @Override
      void befall(Path keys, Path older) throws IOException {
        for (Path f : files(keys)) {
          Files.delete(f);
        }
        Files.delete(keys);
      }
    },
    FILES {
      @Override
      void befall(Path keys, Path older) throws IOException {
        for (Path f : files(keys)) {
          Files.delete(f);
        }
      }
    },
    CUT {
      @Override
      void befall(Path keys, Path older) throws IOException {
        for (Path f : files(keys)) {
          try (FileChannel c = FileChannel.open(f, StandardOpenOption.WRITE)) {
            c.truncate(c.size() - 96);
          }
        }
      }
    },
    ZEROED {
      @Override
      void befall(Path keys, Path older) throws IOException {
        for (Path f : files(keys)) {
          Files.write(f, new byte[(int) Files.size(f)]);
        }
      }
    },
    OLDER {
      @Override
      void befall(Path keys, Path older) throws IOException {
        for (Path f : files(keys)) {
          Files.write(f, Files.readAllBytes(older.resolve(f.getFileName())));
        }
      }
    };

    abstract void befall(Path keys, Path older) throws IOException;
  }

  private static List<Path> files(Path keys) throws IOException {
    try (Stream<Path> all = Files.list(keys)) {
      return all.sorted().toList();
    }
  }

  @BeforeEach
  void aStationWithTwoCases() throws Exception {
    station = folder.resolve("station");
    try (Desk desk = Desks.create(station, "Officer One Example", "one")) {
      open(desk, "Compound R-7");
    }
    Folders.copy(station.resolve("keys"), folder.resolve("older"));
    try (Desk desk = Desks.unlock(station, "one")) {
      open(desk, "Compound R-8");
    }
  }

  private static void open(Desk desk, String title) {
    desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  private Workplace place() {
    return new Workplace(station, Desks.CHEAP);
  }

  private static Workplace.Entry unlock(Workplace place) {
    return place.unlock("one", "phrase of one".toCharArray());
  }

  private Map<String, String> recordAndView() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String name : List.of("journal", "db")) {
      for (Path f : files(station.resolve(name))) {
        digests.put(name + f.getFileName(), Sha256.hex(Files.readAllBytes(f)));
      }
    }
    return digests;
  }

  @ParameterizedTest
  @EnumSource
  void keysThatAreGoneAreToldAndNothingIsWritten(Loss loss) throws Exception {
    Path kept = folder.resolve("kept");
    Folders.copy(station.resolve("keys"), kept);
    Map<String, String> before = recordAndView();
    loss.befall(station.resolve("keys"), folder.resolve("older"));
    assertThat(unlock(place())).isInstanceOf(Workplace.Entry.ScopeKeysDamaged.class);
    assertThat(unlock(place().anew())).isInstanceOf(Workplace.Entry.ScopeKeysDamaged.class);
    assertThat(recordAndView()).isEqualTo(before);
    Files.createDirectories(station.resolve("keys"));
    for (Path f : files(kept)) {
      Files.write(station.resolve("keys").resolve(f.getFileName()), Files.readAllBytes(f));
    }
    try (Desk desk = Desks.unlock(station, "one")) {
      assertThat(desk.cases().count("")).isEqualTo(2);
    }
  }

  @Test
  void theyAreMissedAfterACrashInTheVeryFirstSession() throws Exception {
    Path first = folder.resolve("first");
    try (Desk desk = Desks.create(first, "Officer One Example", "one")) {
      open(desk, "Compound R-7");
      station = folder.resolve("crashed");
      Folders.copy(first, station);
    }
    Loss.FILES.befall(station.resolve("keys"), station);
    assertThat(unlock(place().anew())).isInstanceOf(Workplace.Entry.ScopeKeysDamaged.class);
  }

  @Test
  void aWorkspaceWithoutItsKeyFileIsNoNewOne() throws Exception {
    Files.delete(station.resolve("key.a"));
    Files.delete(station.resolve("key.b"));
    Map<String, String> before = recordAndView();
    assertThat(place().isThere()).isTrue();
    assertThat(unlock(place())).isInstanceOf(Workplace.Entry.KeyFileDamaged.class);
    assertThatThrownBy(
            () ->
                place()
                    .create(
                        new Workplace.FirstStart(
                            "en", "Officer One Example", "one", "phrase of one".toCharArray())))
        .isInstanceOf(CaseworkFault.class);
    assertThat(recordAndView()).isEqualTo(before);
  }

  @Test
  void oneCopyThatIsGoneIsMadeFromTheOtherAndNobodyIsKeptOut() throws Exception {
    for (Path f : files(station.resolve("keys"))) {
      if (f.toString().endsWith(".b")) {
        Files.delete(f);
      }
    }
    try (Desk desk = Desks.unlock(station, "one")) {
      assertThat(desk.cases().count("")).isEqualTo(2);
    }
    assertThat(files(station.resolve("keys"))).hasSize(2);
  }
}

package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Folders;
import org.sala.domain.AuditEntry;

/** A plain file that was only half written is not left behind under a hidden name. */
class HalfwayTest {
  @TempDir Path folder;

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatAKillLeavesInThePlainIsTakenAwayAtTheNextUnlock() throws IOException {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path killed = folder.resolve("killed");
    List<Path> parts = new ArrayList<>();
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Printed printed =
          new PlainFile(Desks.station(desk))
              .write(
                  stick.resolve("told.txt"),
                  10,
                  out -> {
                    out.write("half of it".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    parts.addAll(in(stick));
                    // As a power cut leaves the workspace at this moment.
                    Folders.copy(folder.resolve("a"), killed);
                    return true;
                  },
                  () -> {});
      assertThat(printed).isInstanceOf(Printed.Written.class);
    }
    Path part = parts.getFirst();
    Files.writeString(part, "half of it");
    Files.writeString(stick.resolve(".sala-else.part"), "a stranger's");
    try (Desk desk = Desks.unlock(killed, "one")) {
      assertThat(part).doesNotExist();
      assertThat(in(stick)).hasSize(2);
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.EXPORTED);
      assertThat(Desks.station(desk).state().texts("halfway")).isEmpty();
    }
  }

  @Test
  void whatLiesOnAStickThatIsNotThereIsRememberedUntilItIs() throws IOException {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path away = folder.resolve("away");
    Path part;
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      part = Halfway.beside(stick, Desks.station(desk).ids());
      new Halfway(Desks.station(desk)).begins(part);
    }
    Files.writeString(part, "half of it");
    Files.move(stick, away);
    Desks.unlock(folder.resolve("a"), "one").close();
    Files.move(away, stick);
    Desks.unlock(folder.resolve("a"), "one").close();
    assertThat(in(stick)).isEmpty();
  }

  @Test
  void noLinkLeadsAPlainFileIntoTheWorkspace() throws IOException {
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
      assertThat(
              new PlainFile(Desks.station(desk))
                  .write(link.resolve("told.txt"), new byte[] {1}, () -> {}))
          .isInstanceOf(Printed.NotThere.class);
    }
  }

  @Test
  void whatStandsWholeIsForgotten() throws IOException {
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Path to = folder.resolve("whole.txt");
      new PlainFile(Desks.station(desk)).write(to, new byte[] {1, 2}, () -> {});
      assertThat(to).hasSize(2);
      assertThat(Desks.station(desk).state().texts("halfway")).isEmpty();
    }
  }
}

package org.sala.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written stands there whole or not at all, and nothing else is touched. */
class WholeFileTest {
  @TempDir Path folder;

  /** Tells its acts, and takes nothing away when it is told not to. */
  private static final class Told implements Disk {
    private final Disk real = Disk.real();
    private final List<String> acts = new ArrayList<>();
    private boolean stuck;

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
      acts.add("open");
      return real.open(file, options);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      acts.add("replace");
      real.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      acts.add("delete");
      if (stuck) {
        throw new IOException("it cannot be taken away");
      }
      real.delete(file);
    }

    @Override
    public void syncFolder(Path synced) throws IOException {
      acts.add("sync folder");
      real.syncFolder(synced);
    }
  }

  @Test
  void itStandsThereWhenItIsKeptAndNotBefore() throws IOException {
    Told disk = new Told();
    Path place = Files.writeString(folder.resolve("letter"), "old");
    try (WholeFile file = WholeFile.beside(disk, place)) {
      file.write("new".getBytes());
      Path written = file.written();
      assertThat(written).hasContent("new");
      assertThat(place).hasContent("old");
      file.keep(place);
    }
    assertThat(place).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    assertThat(disk.acts).containsExactly("delete", "open", "replace", "sync folder");
  }

  @Test
  void whatIsNotKeptLeavesNothing() throws IOException {
    Path place = Files.writeString(folder.resolve("letter"), "old");
    try (WholeFile file = WholeFile.beside(Disk.real(), place)) {
      file.write(new byte[1 << 20]);
    }
    assertThat(place).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aLeftoverThatCannotBeTakenAwayDoesNotHideWhy() {
    Told disk = new Told();
    IllegalStateException why = new IllegalStateException("why");
    assertThatThrownBy(
            () -> {
              try (WholeFile file = WholeFile.beside(disk, folder.resolve("letter"))) {
                disk.stuck = true;
                file.write(1);
                throw why;
              }
            })
        .isSameAs(why);
    assertThat(why.getSuppressed()).singleElement().isInstanceOf(IOException.class);
  }

  @Test
  void aLinkThatLiesWhereItIsWrittenLeadsNowhere() throws IOException {
    Path mine = Files.writeString(folder.resolve("key.a"), "the only key");
    Path place = folder.resolve("backup");
    Files.createSymbolicLink(folder.resolve("backup.part"), mine);
    try (WholeFile file = WholeFile.beside(Disk.real(), place)) {
      file.write(1);
      file.keep(place);
    }
    assertThat(mine).hasContent("the only key");
    assertThat(Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void aLinkInItsPlaceIsReplaced() throws IOException {
    Path mine = Files.writeString(folder.resolve("key.a"), "the only key");
    Path place = Files.createSymbolicLink(folder.resolve("request"), mine);
    WholeFile.write(place, new byte[] {1});
    assertThat(mine).hasContent("the only key");
    assertThat(Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(place).hasBinaryContent(new byte[] {1});
  }
}

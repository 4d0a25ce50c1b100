package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stick is told from another one, and one that was prepared costs nobody a file. */
class StickMarkTest {
  @TempDir Path stick;
  @TempDir Path home;

  @Test
  void aMarkIsMadeOnceAndKnownAgain() throws IOException {
    assertThat(StickMark.read(stick)).isEmpty();
    String mark = StickMark.readOrMake(stick, new SecureRandom());
    assertThat(StickMark.readOrMake(stick, new SecureRandom())).isEqualTo(mark);
    assertThat(StickMark.read(stick)).contains(mark);
    assertThat(stick).isDirectoryContaining("glob:**" + StickMark.FILE);
    assertThat(stick).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aLinkUnderItsNameIsReplacedAndWhatItLedToIsWhole() throws IOException {
    Path mine = Files.writeString(home.resolve("key.a"), "the only key");
    Path prepared = Files.createSymbolicLink(stick.resolve(StickMark.FILE), mine);
    String mark = StickMark.readOrMake(stick, new SecureRandom());
    assertThat(mine).hasContent("the only key");
    assertThat(Files.isRegularFile(prepared, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(StickMark.read(stick)).contains(mark);
  }

  @Test
  void aLinkToNothingMakesNoFileElsewhere() throws IOException {
    Path elsewhere = home.resolve("autostart");
    Files.createSymbolicLink(stick.resolve(StickMark.FILE), elsewhere);
    StickMark.readOrMake(stick, new SecureRandom());
    assertThat(elsewhere).doesNotExist();
  }
}

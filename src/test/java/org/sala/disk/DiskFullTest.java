package org.sala.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is known in every language, and no other fault is taken for one. */
class DiskFullTest {
  private static final String THAI = "มีเนื้อที่ว่างบนดิสก์ไม่เพียงพอ";

  @TempDir Path folder;

  @Test
  void theWordsOfLinuxAndOfAnEnglishWindowsAreKnown() {
    for (String words :
        new String[] {
          "No space left on device",
          "There is not enough space on the disk",
          "Disk quota exceeded",
          "write: No space left on device (28)"
        }) {
      assertThat(DiskFull.is(new IOException(words))).as(words).isTrue();
      assertThat(DiskFull.is(new IOException("above", new IOException(words)))).as(words).isTrue();
      assertThat(DiskFull.told(new IOException(words), folder)).isInstanceOf(NoRoomException.class);
    }
    assertThat(DiskFull.is(new IOException("Input/output error"), folder)).isFalse();
  }

  @Test
  void inAnotherLanguageWhatIsFreeIsAsked() {
    IOException said = new IOException(THAI);
    assertThat(DiskFull.is(DiskFull.told(said, () -> 0))).isTrue();
    assertThat(DiskFull.is(DiskFull.told(new FileSystemException("f", null, THAI), () -> 4096)))
        .isTrue();
    assertThat(DiskFull.told(said, () -> DiskFull.LITTLE)).isSameAs(said);
  }

  @Test
  void anErrorWithAReasonOfItsOwnIsNoFullDiskHoweverLittleIsFree() {
    IOException missing = new NoSuchFileException("f");
    assertThat(DiskFull.told(missing, () -> 0)).isSameAs(missing);
    IOException closed = new java.nio.channels.ClosedChannelException();
    assertThat(DiskFull.told(closed, () -> 0)).isSameAs(closed);
  }

  @Test
  void aDiskThatIsGoneIsNotFull() {
    IOException said = new IOException(THAI);
    DiskFull.Free gone =
        () -> {
          throw new IOException("the device is not ready");
        };
    assertThat(DiskFull.told(said, gone)).isSameAs(said);
  }

  @Test
  void aFileThatIsNotThereYetIsAskedAboutByItsFolder() {
    IOException said = new IOException(THAI);
    assertThat(DiskFull.told(said, folder.resolve("not/there"))).isSameAs(said);
  }
}

package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder, its lock and its rubbish. */
class WorkspaceFolderTest {
  @TempDir Path folder;

  /** Another program that holds the lock until its input ends. */
  public static void main(String[] args) throws IOException {
    try (FileChannel lock =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      System.out.println(lock.tryLock() != null);
      System.in.read();
    }
  }

  @Test
  void onlyOneWriterGetsIn() {
    Path root = folder.resolve("new/workspace");
    try (WorkspaceFolder first = WorkspaceFolder.take(root).orElseThrow()) {
      assertThat(first.root()).isEqualTo(root);
      assertThat(WorkspaceFolder.take(root)).isEmpty();
    }
    WorkspaceFolder.take(root).orElseThrow().close();
  }

  @Test
  void anotherProgramKeepsUsOutUntilItIsGone() throws Exception {
    WorkspaceFolder.take(folder).orElseThrow().close();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WorkspaceFolderTest.class.getName(),
                folder.resolve("lock").toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("true");
      assertThat(WorkspaceFolder.take(folder)).isEmpty();
    } finally {
      other.destroyForcibly();
      other.waitFor(1, TimeUnit.MINUTES);
    }
    WorkspaceFolder.take(folder).orElseThrow().close();
  }

  @Test
  void nobodyElseMayLookIn() throws IOException {
    Path root = folder.resolve("workspace");
    try (WorkspaceFolder taken = WorkspaceFolder.take(root).orElseThrow()) {
      for (Path p : new Path[] {root, taken.folder("tmp"), taken.folder("settings")}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(p)))
            .isEqualTo("rwx------");
      }
    }
  }

  @Test
  void temporaryFilesAreGoneAtStartAndExitHoweverDeepTheyLie() throws IOException {
    WorkspaceFolder.take(folder).orElseThrow().close();
    Path deep = Files.createDirectories(folder.resolve("tmp/h2/deep"));
    Files.writeString(deep.resolve("left.tmp"), "left by a kill");
    Path outside = Files.writeString(folder.resolve("outside"), "stays");
    Files.createSymbolicLink(folder.resolve("tmp/link"), outside);
    try (WorkspaceFolder taken = WorkspaceFolder.take(folder).orElseThrow()) {
      assertThat(taken.folder("tmp")).isEmptyDirectory();
      Files.writeString(taken.folder("tmp").resolve("new.tmp"), "made in between");
    }
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
    assertThat(outside).hasContent("stays");
  }

  @Test
  void anUnlockThatFailedKeepsNobodyOutOfTheNext() throws IOException {
    WorkspaceFolder.take(folder).orElseThrow().close();
    Path stranger = Files.createDirectories(folder.resolve("being-restored/what"));
    assertThatThrownBy(() -> WorkspaceFolder.take(folder)).isInstanceOf(VaultFault.class);
    Files.delete(stranger);
    Files.delete(stranger.getParent());
    WorkspaceFolder.take(folder).orElseThrow().close();
  }

  @Test
  void aFileInTheWayIsToldAndNotReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "not a workspace");
    assertThatThrownBy(() -> WorkspaceFolder.take(file)).isInstanceOf(VaultFault.class);
    assertThat(file).hasContent("not a workspace");
    assertThat(WorkspaceFolder.isThere(folder)).isFalse();
  }
}

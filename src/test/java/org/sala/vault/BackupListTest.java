package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts come and go while a backup lists what is there. */
class BackupListTest {
  @TempDir Path folder;

  @Test
  void aFileThatGoesWhileTheListIsMadeIsNone() throws Exception {
    Path drafts = Files.createDirectories(folder.resolve("drafts"));
    Path stays = Files.write(folder.resolve("key.a"), new byte[7]);
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> typing =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                comeAndGo(drafts);
              }
            });
    try {
      for (int i = 0; i < 3_000; i++) {
        assertThat(BackupWriter.files(folder)).containsEntry(stays, 7L);
      }
    } finally {
      enough.set(true);
      typing.join();
    }
  }

  private static void comeAndGo(Path drafts) {
    try {
      Path inner = Files.createDirectory(drafts.resolve("inner"));
      for (int n = 0; n < 20; n++) {
        Files.write(inner.resolve("draft" + n + ".a"), new byte[10]);
      }
      for (int n = 0; n < 20; n++) {
        Files.delete(inner.resolve("draft" + n + ".a"));
      }
      Files.delete(inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.sala.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies below the view: like a channel of the platform, but for the interrupt. */
class SteadyFileTest {
  @TempDir Path folder;

  private FileChannel open(String mode) throws IOException {
    return SteadyFiles.open(folder.resolve("f"), mode);
  }

  @Test
  void anInterruptedThreadReadsAndWritesOn() throws IOException {
    byte[] bytes = {1, 2, 3, 4};
    try (FileChannel file = open("rw")) {
      Thread.currentThread().interrupt();
      file.write(ByteBuffer.wrap(bytes), 2);
      file.force(true);
      ByteBuffer back = ByteBuffer.allocate(4);
      BlockSeal.readFully(file, back, 2);
      file.truncate(5);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(back.array()).isEqualTo(bytes);
      assertThat(file.isOpen()).isTrue();
      assertThat(file.size()).isEqualTo(5);
    }
    assertThat(Files.readAllBytes(folder.resolve("f"))).isEqualTo(new byte[] {0, 0, 1, 2, 3});
  }

  @Test
  void takesPartsOfBuffersOfEitherKind() throws IOException {
    Random random = new Random(4);
    byte[] model = new byte[50_000];
    try (FileChannel file = open("rw")) {
      for (int i = 0; i < 200; i++) {
        int length = 1 + random.nextInt(9_000);
        int at = random.nextInt(model.length - length);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        ByteBuffer from = (i % 2 == 0 ? direct(length + 7) : ByteBuffer.allocate(length + 7));
        from.position(3).put(bytes).flip().position(3);
        assertThat(file.write(from, at)).isEqualTo(length);
        assertThat(from.remaining()).isZero();
        System.arraycopy(bytes, 0, model, at, length);
        ByteBuffer to = (i % 3 == 0 ? direct(length + 7) : ByteBuffer.allocate(length + 7));
        to.position(5).limit(5 + length);
        BlockSeal.readFully(file, to, at);
        byte[] back = new byte[length];
        to.position(5).get(back);
        assertThat(back).isEqualTo(bytes);
      }
      ByteBuffer past = ByteBuffer.allocate(10);
      assertThat(file.read(past, file.size())).isEqualTo(-1);
      assertThat(past.position()).isZero();
    }
    byte[] all = Files.readAllBytes(folder.resolve("f"));
    assertThat(all).isEqualTo(Arrays.copyOf(model, all.length));
  }

  private static ByteBuffer direct(int length) {
    return ByteBuffer.allocateDirect(length);
  }

  @Test
  void readersBesideAWriterSeeWholeCalls() throws IOException {
    try (FileChannel file = open("rw")) {
      file.write(ByteBuffer.wrap(new byte[4_096]), 0);
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= 2_000; i++) {
                  byte[] block = new byte[4_096];
                  Arrays.fill(block, (byte) i);
                  put(file, block, 4_096L * (1 + i % 8));
                }
              });
      while (!writing.isDone()) {
        ByteBuffer first = ByteBuffer.allocate(4_096);
        BlockSeal.readFully(file, first, 0);
        assertThat(first.array()).containsOnly(0);
      }
      writing.join();
      assertThat(file.size()).isEqualTo(9 * 4_096);
    }
  }

  private static void put(FileChannel file, byte[] block, long at) {
    try {
      BlockSeal.writeFully(file, ByteBuffer.wrap(block), at);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isLockedAgainstAnother() throws IOException {
    try (FileChannel one = open("rw");
        FileLock lock = one.tryLock();
        FileChannel other = open("rw")) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
    }
  }

  @Test
  void whatIsOnlyReadIsNotMade() {
    assertThatThrownBy(() -> open("r")).isInstanceOf(IOException.class);
    assertThat(folder.resolve("f")).doesNotExist();
  }
}

package org.sala.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Aead;
import org.sala.crypto.Secret;

/** The file of authenticated blocks, against a plain array. */
class SealedBlocksTest {
  private static final SecureRandom SECURE = new SecureRandom();

  @TempDir Path folder;
  private final Secret secret = Secret.random(SECURE);

  private SealedBlocks open(Underneath disk) throws IOException {
    return SealedBlocks.open(
        folder.resolve("f.mv.db"),
        "rw",
        new SealedBlocks.Tools(new Aead(secret), SECURE, disk, new FileHealth()));
  }

  private SealedBlocks open() throws IOException {
    return open(Underneath.disk());
  }

  private static byte[] all(SealedBlocks file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate((int) file.size());
    BlockSeal.readFully(file, all, 0);
    return all.array();
  }

  private Path data() {
    return folder.resolve("f.mv.db");
  }

  private Path table() {
    return folder.resolve("f.mv.db.closed");
  }

  @Test
  void readsBackWhatAnyOrderOfWritesCutsAndReopeningsLeft() throws IOException {
    for (int seed = 0; seed < 12; seed++) {
      Files.deleteIfExists(data());
      Files.deleteIfExists(table());
      Random random = new Random(seed);
      byte[] model = new byte[0];
      SealedBlocks file = open();
      for (int step = 0; step < 60; step++) {
        switch (random.nextInt(8)) {
          case 0 -> {
            int size = random.nextInt(model.length + 1);
            file.truncate(size);
            model = Arrays.copyOf(model, size);
          }
          case 1 -> {
            file.close();
            file = open();
          }
          default -> {
            int at = random.nextInt(model.length + 6000);
            byte[] bytes = new byte[1 + random.nextInt(random.nextBoolean() ? 100 : 20_000)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
              at = at / 4096 * 4096;
            }
            file.write(ByteBuffer.wrap(bytes), at);
            model = Arrays.copyOf(model, Math.max(model.length, at + bytes.length));
            System.arraycopy(bytes, 0, model, at, bytes.length);
          }
        }
        assertThat(file.size()).isEqualTo(model.length);
      }
      assertThat(all(file)).isEqualTo(model);
      file.close();
    }
  }

  @Test
  void readingDoesNotWaitForWhoeverWrites() throws Exception {
    CountDownLatch sealing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean armed = new AtomicBoolean();
    SecureRandom slow =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            if (armed.getAndSet(false)) {
              sealing.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            }
            super.nextBytes(bytes);
          }
        };
    try (SealedBlocks file =
            SealedBlocks.open(
                data(),
                "rw",
                new SealedBlocks.Tools(
                    new Aead(secret), slow, Underneath.disk(), new FileHealth()));
        ExecutorService beside = Executors.newFixedThreadPool(2)) {
      file.write(ByteBuffer.wrap(blocks(2, 1)), 0);
      armed.set(true);
      Future<?> writing = beside.submit(() -> file.write(ByteBuffer.wrap(blocks(1, 2)), 0));
      sealing.await();
      assertThat(beside.submit(() -> all(file)).get(60, TimeUnit.SECONDS))
          .as("what was there before, while the next is under way")
          .isEqualTo(blocks(2, 1));
      go.countDown();
      writing.get();
      assertThat(all(file)).startsWith(blocks(1, 2)).endsWith(blocks(1, 1));
    }
  }

  @Test
  void whatIsReadWhileItIsWrittenIsOneOrTheOther() throws Exception {
    try (SealedBlocks file = open();
        ExecutorService beside = Executors.newFixedThreadPool(2)) {
      file.write(ByteBuffer.wrap(blocks(3, 0)), 0);
      AtomicBoolean done = new AtomicBoolean();
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(
            beside.submit(
                () -> {
                  int seen = 0;
                  do {
                    byte[] all = all(file);
                    for (int b = 0; b < 3; b++) {
                      byte[] block =
                          Arrays.copyOfRange(
                              all, b * SealedBlocks.BLOCK, (b + 1) * SealedBlocks.BLOCK);
                      assertThat(block).containsOnly(block[0]);
                    }
                    seen++;
                  } while (!done.get());
                  return seen;
                }));
      }
      for (int i = 1; i < 400; i++) {
        file.write(ByteBuffer.wrap(blocks(3, i)), 0);
      }
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    }
  }

  private static byte[] blocks(int count, int content) {
    byte[] all = new byte[count * SealedBlocks.BLOCK];
    Arrays.fill(all, (byte) content);
    return all;
  }

  @Test
  void nothingOfTheContentStandsOnTheDisk() throws IOException {
    byte[] marked = "marked words of an example ".repeat(400).getBytes();
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.wrap(marked), 0);
    }
    assertThat(Files.readString(data(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("example");
    assertThat(Files.readString(table(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("example");
  }

  @Test
  void anOlderBlockIsNotTakenForTheLastOne() throws IOException {
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.allocate(3 * 4096), 0);
    }
    byte[] older = Files.readAllBytes(data());
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.wrap(new byte[] {1}), 4096);
    }
    byte[] newer = Files.readAllBytes(data());
    // Block 1 alone is put back: genuine, at its place, under the right key.
    int stride = 4096 + 28;
    System.arraycopy(older, 24 + stride, newer, 24 + stride, stride);
    Files.write(data(), newer);
    try (SealedBlocks file = open()) {
      file.read(ByteBuffer.allocate(4096), 0);
      assertThatThrownBy(() -> file.read(ByteBuffer.allocate(4096), 4096))
          .isInstanceOf(DamagedFileException.class);
      // The file answers no more, the good blocks included.
      assertThatThrownBy(() -> file.read(ByteBuffer.allocate(4096), 0))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void theOlderFileWithTheNewerTableIsRefused() throws IOException {
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.allocate(3 * 4096), 0);
    }
    byte[] older = Files.readAllBytes(data());
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.allocate(4096), 3 * 4096);
    }
    Files.write(data(), older);
    assertThatThrownBy(this::open).isInstanceOf(DamagedFileException.class);
  }

  @Test
  void aFileThatWasNotClosedIsNotOpenedAgain() throws IOException {
    for (int stop = 0; stop < 30; stop++) {
      Files.deleteIfExists(data());
      Files.deleteIfExists(table());
      FailingDisk disk = new FailingDisk(Integer.MAX_VALUE);
      SealedBlocks file = open(disk);
      disk.failAfter(stop);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 30; i++) {
                  file.write(ByteBuffer.allocate(5 * 4096), 4096L * i);
                }
              })
          .isInstanceOf(IOException.class);
      // Nothing more is written once a write has failed, not even by closing it.
      disk.failAfter(Integer.MAX_VALUE);
      assertThatThrownBy(() -> file.write(ByteBuffer.allocate(1), 0))
          .isInstanceOf(IOException.class);
      file.close();
      assertThatThrownBy(this::open).isInstanceOf(DamagedFileException.class);
    }
  }

  /** How a file is opened for the check. */
  private interface Opener {
    FileChannel open() throws IOException;
  }

  private record Flips(int detected, int silentlyWrong) {}

  /** 400 single bits, half of them in the table beside it where there is one. */
  private Flips flips(Opener opener) throws IOException {
    byte[] content = new byte[20 * 4096];
    new Random(1).nextBytes(content);
    try (FileChannel file = opener.open()) {
      file.write(ByteBuffer.wrap(content), 0);
    }
    byte[] data = Files.readAllBytes(data());
    byte[] table = Files.exists(table()) ? Files.readAllBytes(table()) : new byte[0];
    int detected = 0;
    int wrong = 0;
    Random random = new Random(7);
    for (int trial = 0; trial < 400; trial++) {
      byte[] d = data.clone();
      byte[] l = table.clone();
      byte[] spoiled = trial % 2 == 0 || table.length == 0 ? d : l;
      spoiled[random.nextInt(spoiled.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(data(), d);
      if (table.length > 0) {
        Files.write(table(), l);
      }
      try (FileChannel file = opener.open()) {
        ByteBuffer all = ByteBuffer.allocate(content.length);
        BlockSeal.readFully(file, all, 0);
        wrong += Arrays.equals(all.array(), content) ? 0 : 1;
      } catch (DamagedFileException e) {
        detected++;
      }
    }
    return new Flips(detected, wrong);
  }

  @Test
  void aFlippedBitIsFoundOutOrWithoutEffect() throws IOException {
    Flips flips = flips(this::open);
    assertThat(flips.silentlyWrong()).isZero();
    assertThat(flips.detected()).isGreaterThan(350);
  }

  @Test
  void theCheckGoesRedOnAFileWithoutTags() throws IOException {
    assertThat(flips(() -> Underneath.disk().open(data(), "rw")).silentlyWrong()).isPositive();
  }

  @Test
  void cutMissingAndZeroedFilesAreRefused() throws IOException {
    try (SealedBlocks file = open()) {
      file.write(ByteBuffer.allocate(20 * 4096), 0);
    }
    byte[] data = Files.readAllBytes(data());
    byte[] table = Files.readAllBytes(table());
    for (Path spoiled : new Path[] {data(), table()}) {
      byte[] whole = spoiled.equals(data()) ? data : table;
      for (int keep : new int[] {-1, 0, 10, 24, 100, whole.length / 2, whole.length - 1}) {
        Files.write(data(), data);
        Files.write(table(), table);
        if (keep < 0) {
          Files.delete(spoiled);
        } else {
          Files.write(spoiled, Arrays.copyOf(whole, keep));
        }
        assertThatThrownBy(this::open)
            .as("%s cut to %s", spoiled, keep)
            .isInstanceOf(DamagedFileException.class);
      }
      Files.write(data(), data);
      Files.write(table(), table);
      try (FileChannel zero = FileChannel.open(spoiled, StandardOpenOption.WRITE)) {
        zero.write(ByteBuffer.allocate(whole.length), 0);
      }
      assertThatThrownBy(this::open).isInstanceOf(DamagedFileException.class);
    }
  }
}

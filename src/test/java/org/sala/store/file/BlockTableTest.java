package org.sala.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The nonces of a file's blocks, against one array that holds each of them. */
class BlockTableTest {
  private static final SecureRandom SECURE = new SecureRandom();

  @Test
  void saysOfEachBlockWhatItWasLastSealedWith() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      BlockTable table = new BlockTable();
      byte[] model = new byte[0];
      for (int step = 0; step < 80; step++) {
        int blocks = model.length / BlockTable.NONCE;
        if (random.nextInt(6) == 0) {
          int left = random.nextInt(blocks + 1);
          table.cut(Math.min((long) left * SealedBlocks.BLOCK, table.size()));
          model = Arrays.copyOf(model, left * BlockTable.NONCE);
        } else {
          int first = random.nextInt(blocks + 1);
          BlockTable.Stretch fresh = BlockTable.Stretch.random(1 + random.nextInt(9), SECURE);
          int end = Math.max(blocks, first + fresh.count());
          table.put(first, fresh, (long) end * SealedBlocks.BLOCK - random.nextInt(4096));
          model = Arrays.copyOf(model, end * BlockTable.NONCE);
          byte[] nonces = fresh.nonces();
          System.arraycopy(nonces, 0, model, first * BlockTable.NONCE, nonces.length);
        }
        assertThat(table.nonces(0, table.count())).isEqualTo(model);
        if (table.count() > 0) {
          int from = random.nextInt(table.count());
          int number = 1 + random.nextInt(table.count() - from);
          assertThat(table.nonces(from, number))
              .isEqualTo(
                  Arrays.copyOfRange(
                      model, from * BlockTable.NONCE, (from + number) * BlockTable.NONCE));
        }
      }
      BlockTable again = new BlockTable(ByteBuffer.wrap(table.bytes()));
      assertThat(again.size()).isEqualTo(table.size());
      assertThat(again.nonces(0, again.count())).isEqualTo(model);
    }
  }

  @Test
  void noTwoBlocksShareOne() {
    Set<ByteBuffer> seen = new HashSet<>();
    for (int write = 0; write < 200; write++) {
      byte[] nonces = BlockTable.Stretch.random(50, SECURE).nonces();
      for (int i = 0; i < 50; i++) {
        assertThat(
                seen.add(ByteBuffer.wrap(nonces, i * BlockTable.NONCE, BlockTable.NONCE).slice()))
            .isTrue();
      }
    }
    // Also where the last four bytes run over.
    BlockTable.Stretch over = new BlockTable.Stretch(3, 5, -2);
    assertThat(ByteBuffer.wrap(over.nonces()).getInt(2 * BlockTable.NONCE + 8)).isZero();
  }

  /** Gigabytes in chunks take little. */
  @Test
  void whatOneWriteSealedIsOneEntry() {
    BlockTable table = new BlockTable();
    for (int chunk = 0; chunk < 1_000; chunk++) {
      table.put(
          chunk * 256,
          BlockTable.Stretch.random(256, SECURE),
          (chunk + 1) * 256L * SealedBlocks.BLOCK);
    }
    assertThat(table.bytes()).hasSize(8 + 1_000 * 16);
  }

  @Test
  void aTableThatContradictsItselfIsRefused() {
    BlockTable table = new BlockTable();
    table.put(0, BlockTable.Stretch.random(4, SECURE), 4L * SealedBlocks.BLOCK);
    byte[] whole = table.bytes();
    byte[] longer = whole.clone();
    longer[7]++;
    byte[] none = whole.clone();
    none[11] = 0;
    byte[] negative = whole.clone();
    negative[0] = -1;
    for (byte[] wrong : new byte[][] {longer, none, negative}) {
      assertThatThrownBy(() -> new BlockTable(ByteBuffer.wrap(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new BlockTable(ByteBuffer.wrap(whole, 0, whole.length - 3)))
        .isInstanceOf(BufferUnderflowException.class);
    assertThatThrownBy(
            () -> table.put(6, BlockTable.Stretch.random(1, SECURE), 7L * SealedBlocks.BLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;
import org.sala.domain.IncarnationId;

/**
 * The key of the audit that moves forward with every entry, in a file of its own that is written
 * over where it stands: what was there before must not be found again. Two places of 512 bytes, 4
 * KiB apart, hold the same; a power cut leaves one of them whole. It is synced when it is told to,
 * not with every step: what a power cut takes back is moved forward again from the journal.
 */
public final class MovingKeyFile implements AutoCloseable {
  private static final int PLACE = 512;
  private static final int APART = 4096;
  private static final int PLAIN = 8 + 16 + 8 + 32 + 32 + 1 + 32;

  private final FileChannel channel;
  private final Aead aead;
  private final SecureRandom random;
  private long generation;

  private MovingKeyFile(FileChannel channel, Aead aead, SecureRandom random) {
    this.channel = channel;
    this.aead = aead;
    this.random = random;
  }

  /**
   * Where a chain stands.
   *
   * @param number of the last entry that was written under a key before this one
   * @param key of the next entry
   * @param head digest of the last entry
   * @param start the key of the first entry, as long as headquarters' is not trusted
   */
  public record Standing(
      IncarnationId incarnation, long number, byte[] key, byte[] head, Optional<byte[]> start) {
    public Standing {
      if (number < 0 || key.length != 32 || head.length != 32) {
        throw new IllegalArgumentException("a standing of the audit");
      }
    }

    @Override
    public String toString() {
      return "Standing[" + number + "]";
    }
  }

  /** Opens the file, or makes an empty one. */
  public static MovingKeyFile open(Path root, WorkspaceKeys keys, SecureRandom random) {
    Path file = root.resolve("audit");
    try (Secret key = keys.workspace().derive(new byte[0], "sala audit file v1")) {
      boolean made = !Files.exists(file);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (made) {
        DurableFile.syncParent(Disk.real(), file);
      }
      return new MovingKeyFile(channel, new Aead(key), random);
    } catch (IOException e) {
      throw VaultFault.of("audit key", e);
    }
  }

  /**
   * The newest place that is whole; empty when there is none.
   *
   * @throws VaultFault where none is whole and the disk did not give one of them
   */
  public Optional<Standing> read() {
    Optional<Standing> newest = Optional.empty();
    IOException failed = null;
    for (int place = 0; place < 2; place++) {
      try {
        ByteBuffer in = ByteBuffer.allocate(PLACE);
        while (in.hasRemaining() && channel.read(in, (long) place * APART + in.position()) >= 0) {
          // Reads until the place is whole or the file ends.
        }
        if (in.hasRemaining()) {
          continue;
        }
        byte[] bytes = in.array();
        byte[] plain =
            aead.open(
                Arrays.copyOf(bytes, Aead.NONCE),
                new byte[] {(byte) place},
                bytes,
                Aead.NONCE,
                PLAIN + Aead.TAG);
        ByteBuffer out = ByteBuffer.wrap(plain);
        long written = out.getLong();
        if (written > generation) {
          generation = written;
          newest = Optional.of(standing(out));
        }
        Arrays.fill(plain, (byte) 0);
      } catch (NotAuthenticException e) {
        continue;
      } catch (IOException e) {
        failed = e;
      }
    }
    if (newest.isEmpty() && failed != null) {
      throw VaultFault.of("audit key", failed);
    }
    return newest;
  }

  private static Standing standing(ByteBuffer in) {
    IncarnationId incarnation = new IncarnationId(new UUID(in.getLong(), in.getLong()));
    long number = in.getLong();
    byte[] key = new byte[32];
    byte[] head = new byte[32];
    byte[] start = new byte[32];
    in.get(key).get(head);
    boolean kept = in.get() == 1;
    in.get(start);
    return new Standing(
        incarnation, number, key, head, kept ? Optional.of(start) : Optional.empty());
  }

  /** Writes over both places. */
  public void write(Standing standing) {
    generation++;
    UUID incarnation = standing.incarnation().value();
    byte[] plain =
        ByteBuffer.allocate(PLAIN)
            .putLong(generation)
            .putLong(incarnation.getMostSignificantBits())
            .putLong(incarnation.getLeastSignificantBits())
            .putLong(standing.number())
            .put(standing.key())
            .put(standing.head())
            .put((byte) (standing.start().isPresent() ? 1 : 0))
            .put(standing.start().orElseGet(() -> new byte[32]))
            .array();
    try {
      for (int place = 0; place < 2; place++) {
        byte[] bytes = new byte[PLACE];
        byte[] nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, bytes, 0, Aead.NONCE);
        aead.seal(nonce, new byte[] {(byte) place}, plain, 0, PLAIN, bytes, Aead.NONCE);
        DurableFile.write(channel, ByteBuffer.wrap(bytes), (long) place * APART);
      }
    } catch (IOException e) {
      throw VaultFault.of("audit key", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Waits until the disk has what was written. */
  public void sync() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw VaultFault.of("audit key", e);
    }
  }

  @Override
  public void close() {
    aead.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw VaultFault.of("audit key", e);
    }
  }
}

package org.sala.vault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.ObjectReader;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * Reads a backup. Its key file lies in front as it lay on the laptop; all else is sealed, and no
 * byte is given out before its chunk was proved.
 */
public final class BackupReader {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final byte[] salt;
  private final byte[] keyFile;

  private BackupReader(Path file, byte[] salt, byte[] keyFile) {
    this.file = file;
    this.salt = salt;
    this.keyFile = keyFile;
  }

  /** Looks at the beginning; empty when it is not a backup's. */
  public static Optional<BackupReader> open(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      byte[] magic = in.readNBytes(BackupFormat.MAGIC.length);
      byte[] salt = in.readNBytes(BackupFormat.SALT);
      int length = in.readInt();
      if (!Arrays.equals(magic, BackupFormat.MAGIC)
          || length < TwinFile.HEADER
          || length > BackupFormat.LARGEST_KEY_FILE) {
        return Optional.empty();
      }
      byte[] keyFile = in.readNBytes(length);
      return keyFile.length == length
          ? Optional.of(new BackupReader(file, salt, keyFile))
          : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a newer program wrote the backup. */
  public static boolean isTooNew(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String magic =
          new String(in.readNBytes(BackupFormat.MAGIC.length), StandardCharsets.US_ASCII);
      return magic.matches("SALABAK[2-9]");
    }
  }

  /** Takes what comes out. */
  public interface Receiver {
    /** What the backup is of. */
    void about(Value.Parts about);

    /** Where one file's bytes go; closed when they are all there and proved. */
    OutputStream file(String name, long length) throws IOException;

    /** Only looks. */
    static Receiver nothing() {
      return new Receiver() {
        @Override
        public void about(Value.Parts about) {
          // Nobody asks.
        }

        @Override
        public OutputStream file(String name, long length) {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }

  /** Hears how many bytes came; false stops. */
  public interface Steps {
    boolean goOn(long bytes);
  }

  /** What came of reading. */
  public sealed interface Outcome {
    /**
     * Read to its last byte, and all is as it was written.
     *
     * @param unlike names of attached files and packages that were damaged when it was made
     */
    record Whole(long files, long bytes, long plainSize, List<String> unlike) implements Outcome {
      public Whole {
        unlike = List.copyOf(unlike);
      }
    }

    /** Altered or cut short: nothing that was given out may be used. */
    record Damaged() implements Outcome {}

    /** Of another workspace than the key is of, or altered at its very head. */
    record OtherKey() implements Outcome {}

    record Stopped() implements Outcome {}
  }

  public Path file() {
    return file;
  }

  /** The key file of the workspace at that moment. */
  public byte[] keyFile() {
    return keyFile.clone();
  }

  /**
   * Reads all of the backup.
   *
   * @throws IOException when the disk fails, on either side
   */
  public Outcome read(Secret workspace, Receiver to, Steps steps) throws IOException {
    byte[] head = BackupFormat.head(salt, keyFile);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try (Secret key = BackupFormat.key(workspace, salt)) {
      ObjectReader sealed;
      try {
        sealed = new ObjectReader(new FileTail(channel, head.length), key, Sha256.of(head));
      } catch (NotAuthenticException | EOFException e) {
        return new Outcome.OtherKey();
      }
      try (sealed) {
        return read(sealed, to, steps);
      }
    } finally {
      channel.close();
    }
  }

  private static Outcome read(ObjectReader sealed, Receiver to, Steps steps) throws IOException {
    Proved in = new Proved(sealed);
    BackupFormat.Sum sum = new BackupFormat.Sum();
    byte[] buffer = new byte[BUFFER];
    List<String> unlike = new ArrayList<>();
    try {
      while (true) {
        int nameLength = ByteBuffer.wrap(in.bytes(2)).getShort();
        if (nameLength == 0) {
          long files = ByteBuffer.wrap(in.bytes(8)).getLong();
          boolean whole =
              files == sum.files()
                  && Arrays.equals(in.bytes(32), sum.end())
                  && in.position() == sealed.size();
          return whole
              ? new Outcome.Whole(sum.files(), sum.bytes(), sealed.size(), unlike)
              : new Outcome.Damaged();
        }
        if (nameLength < 0 || nameLength > BackupFormat.LONGEST_NAME) {
          return new Outcome.Damaged();
        }
        String name = new String(in.bytes(nameLength), StandardCharsets.UTF_8);
        long length = ByteBuffer.wrap(in.bytes(8)).getLong();
        if (length < 0 || length > sealed.size() - in.position()) {
          return new Outcome.Damaged();
        }
        byte[] digest;
        if (sum.files() == 0) {
          if (!name.equals(BackupFormat.ABOUT) || length > BackupFormat.LARGEST_ABOUT) {
            return new Outcome.Damaged();
          }
          byte[] about = in.bytes((int) length);
          digest = Sha256.of(about);
          to.about(Json.readParts(about));
        } else {
          if (!BackupFormat.allowed(name)) {
            return new Outcome.Damaged();
          }
          MessageDigest running = Sha256.start();
          try (OutputStream out = to.file(name, length)) {
            for (long left = length; left > 0; ) {
              int n = in.some(buffer, left);
              running.update(buffer, 0, n);
              out.write(buffer, 0, n);
              left -= n;
              if (!steps.goOn(n)) {
                return new Outcome.Stopped();
              }
            }
          }
          digest = running.digest();
          if (BackupFormat.saysAnother(name, HexFormat.of().formatHex(digest))) {
            unlike.add(name);
          }
        }
        if (!Arrays.equals(in.bytes(32), digest)) {
          return new Outcome.Damaged();
        }
        sum.add(name, length, digest);
      }
    } catch (NotAuthenticException | DomainFault e) {
      return new Outcome.Damaged();
    }
  }

  /** The plain bytes in their order; ends with the fault that says what they are not. */
  private static final class Proved {
    private final ObjectReader from;
    private long position;

    Proved(ObjectReader from) {
      this.from = from;
    }

    long position() {
      return position;
    }

    int some(byte[] to, long most) throws IOException, NotAuthenticException {
      int filled = 0;
      int wanted = (int) Math.min(to.length, most);
      while (filled < wanted) {
        int n = from.read(position, to, filled, wanted - filled);
        if (n < 0) {
          throw new NotAuthenticException("cut short");
        }
        position += n;
        filled += n;
      }
      return filled;
    }

    byte[] bytes(int length) throws IOException, NotAuthenticException {
      byte[] all = new byte[length];
      if (length > 0) {
        some(all, length);
      }
      return all;
    }
  }
}

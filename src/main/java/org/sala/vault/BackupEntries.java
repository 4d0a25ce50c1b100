package org.sala.vault;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.crypto.Sha256;

/**
 * Writes the entries of a backup one behind the other, and knows afterwards which attached files
 * and packages are not what their names say.
 */
final class BackupEntries implements BackupWriter.Taking {
  private static final int BUFFER = 1 << 18;

  private final DataOutputStream out;
  private final Consumer<Runnable> quiet;
  private final Steps steps;
  private final BackupFormat.Sum sum = new BackupFormat.Sum();
  private final Map<String, String> unlike = new HashMap<>();
  private final MessageDigest digest = Sha256.start();
  private String name = "";
  private long length;
  private long came;

  /** Hears how many bytes are done. */
  interface Steps {
    /** False stops. */
    boolean on(long bytes);
  }

  /** Thrown where somebody stopped the backup. */
  static final class HaltedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A file of the workspace, or what is read from elsewhere in the place of one. */
  record Piece(
      String name, Path file, long length, boolean small, Optional<BackupWriter.Sealed> from) {
    InputStream open() throws IOException {
      if (from.isPresent()) {
        return from.get().open();
      }
      try {
        return Files.newInputStream(file);
      } catch (NoSuchFileException e) {
        throw e;
      } catch (IOException e) {
        if (!isKnown()) {
          throw e;
        }
        return InputStream.nullInputStream();
      }
    }

    /** Whether somebody knows what it ought to be: then nothing of it that is lost is hidden. */
    boolean isKnown() {
      return from.isEmpty() && BackupFormat.isSealedFile(name);
    }
  }

  /**
   * @param quiet runs something while nobody writes to the small files that are changed in place
   */
  BackupEntries(DataOutputStream out, Consumer<Runnable> quiet, Steps steps) {
    this.out = out;
    this.quiet = quiet;
    this.steps = steps;
  }

  BackupFormat.Sum sum() {
    return sum;
  }

  Map<String, String> unlike() {
    return unlike;
  }

  void about(byte[] about) throws IOException {
    file(BackupFormat.ABOUT, about.length);
    add(about, about.length);
    end();
  }

  @Override
  public void file(String next, long ofLength) throws IOException {
    end();
    byte[] text = next.getBytes(StandardCharsets.UTF_8);
    out.writeShort(text.length);
    out.write(text);
    out.writeLong(ofLength);
    name = next;
    length = ofLength;
    came = 0;
  }

  @Override
  public void bytes(byte[] bytes) throws IOException {
    add(bytes, bytes.length);
    step(bytes.length);
  }

  private void add(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
    digest.update(bytes, 0, count);
    came += count;
  }

  private void step(long bytes) throws HaltedException {
    if (!steps.on(bytes)) {
      throw new HaltedException();
    }
  }

  /** Ends the entry that was begun, if one was; its digest. */
  byte[] end() throws IOException {
    if (name.isEmpty()) {
      return new byte[0];
    }
    if (came != length) {
      throw new IOException("a file is not as long as was said");
    }
    byte[] sha256 = digest.digest();
    out.write(sha256);
    sum.add(name, length, sha256);
    name = "";
    return sha256;
  }

  void piece(Piece p) throws IOException {
    if (p.small()) {
      byte[] bytes = quietly(p.file());
      if (bytes.length > 0) {
        file(p.name(), bytes.length);
        add(bytes, bytes.length);
        end();
      }
      step(p.length());
      return;
    }
    try (InputStream in = p.open()) {
      file(p.name(), p.length());
      byte[] buffer = new byte[BUFFER];
      for (long left = p.length(); left > 0; ) {
        int n = some(in, buffer, left, p.isKnown());
        add(buffer, n);
        left -= n;
        step(n);
      }
      byte[] sha256 = end();
      p.from().ifPresent(f -> f.read(sha256));
      String read = HexFormat.of().formatHex(sha256);
      if (p.name().startsWith(BackupFormat.OUTBOX) || BackupFormat.saysAnother(p.name(), read)) {
        unlike.put(p.name(), read);
      }
    } catch (NoSuchFileException e) {
      // Erased, or carried away, since the list was made: nothing of it was written yet.
      step(p.length());
    }
  }

  /**
   * The next bytes of a file. Of a known one, zeros stand for what the disk does not give: it is
   * told as damaged, and takes nothing else along.
   */
  private static int some(InputStream in, byte[] buffer, long left, boolean known)
      throws IOException {
    int most = (int) Math.min(buffer.length, left);
    try {
      int n = in.read(buffer, 0, most);
      if (n > 0) {
        return n;
      }
      if (!known) {
        throw new IOException("a file became shorter");
      }
    } catch (IOException e) {
      if (!known) {
        throw e;
      }
    }
    Arrays.fill(buffer, 0, most, (byte) 0);
    return most;
  }

  /** A small file as a whole: one that is renamed into its place, or changed in place. */
  private byte[] quietly(Path file) throws IOException {
    byte[][] read = {new byte[0]};
    IOException[] failed = new IOException[1];
    quiet.accept(
        () -> {
          try {
            read[0] = Files.readAllBytes(file);
          } catch (NoSuchFileException e) {
            read[0] = new byte[0];
          } catch (IOException e) {
            failed[0] = e;
          }
        });
    if (failed[0] != null) {
      throw failed[0];
    }
    return read[0];
  }
}

package org.sala.vault;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sala.crypto.ObjectFacts;
import org.sala.crypto.ObjectWriter;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.disk.Disk;
import org.sala.disk.WholeFile;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * Writes everything of a workspace that cannot be made anew into one sealed file, while work goes
 * on: first under another name, synced, read back byte for byte, then renamed. Holds one piece of
 * 256 KiB in memory, however large the workspace is.
 */
public final class BackupWriter {
  private static final int BUFFER = 1 << 18;

  private final Disk disk;
  private final Path root;
  private final Secret workspace;
  private final SecureRandom random;

  public BackupWriter(Path root, WorkspaceKeys keys, SecureRandom random) {
    this(Disk.real(), root, keys, random);
  }

  /**
   * @param disk where the backup is written
   */
  public BackupWriter(Disk disk, Path root, WorkspaceKeys keys, SecureRandom random) {
    this.disk = disk;
    this.root = root;
    this.workspace = keys.workspace();
    this.random = random;
  }

  /**
   * The moment that a backup is of.
   *
   * @param about what it is of: goes first, sealed like the rest
   * @param keyFile the key file's bytes, which are what they are on the laptop
   * @param record the journal, of which only what was written until then belongs to the moment
   * @param quiet runs something while nobody writes to the small files that are changed in place
   * @param elsewhere what belongs to the workspace and lies in no file of it
   */
  public record Moment(
      Value.Parts about,
      byte[] keyFile,
      Recorded record,
      Consumer<Runnable> quiet,
      Optional<Elsewhere> elsewhere) {

    @Override
    public String toString() {
      return "Moment";
    }
  }

  /** The files of the journal, which whoever knows how they were written checks on their way. */
  public interface Recorded {
    /** Bytes of all of them. */
    long length();

    /** Hands them over one behind the other; what is not as it was written ends the backup. */
    void copy(Taking to) throws IOException;
  }

  /** Takes one file behind the other. */
  public interface Taking {
    void file(String name, long length) throws IOException;

    void bytes(byte[] bytes) throws IOException;
  }

  /**
   * What lies elsewhere.
   *
   * @param instead folders of the workspace whose place it takes: what lies in them is left out
   */
  public record Elsewhere(Set<String> instead, List<Sealed> all) {
    public Elsewhere {
      instead = Set.copyOf(instead);
      all = List.copyOf(all);
    }
  }

  /** Sealed bytes that are read from elsewhere, once to write them. */
  public interface Sealed {
    /** As a file of the backup is called. */
    String name();

    /** Exactly so many bytes come. */
    long length();

    /** Told, once all bytes were read, what they were. */
    void read(byte[] sha256);

    InputStream open() throws IOException;
  }

  /** Hears how many bytes are done, writing and reading back; false stops and leaves nothing. */
  public interface Progress {
    boolean goOn(long done, long of);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * Written, read back, in its place.
     *
     * @param unlike attached files and packages whose name does not say what was read of them: by
     *     name, their SHA-256
     */
    record Written(long size, long files, String sha256, Map<String, String> unlike)
        implements Outcome {
      public Written {
        unlike = Map.copyOf(unlike);
      }
    }

    record Stopped() implements Outcome {}

    /** There is a file of that name; no backup is ever written over. */
    record Taken() implements Outcome {}
  }

  private record Piece(String name, Path file, long length, boolean small, Optional<Sealed> from) {
    InputStream open() throws IOException {
      return from.isPresent() ? from.get().open() : Files.newInputStream(file);
    }
  }

  /** Bytes that a backup takes at the most, with the room that reading names takes. */
  public long needed(Optional<Elsewhere> elsewhere) {
    try {
      long all = 1 << 20;
      for (Piece p : pieces(true, elsewhere)) {
        all += p.length() + p.name().length() + 64;
      }
      return ObjectWriter.sealedSize(all);
    } catch (IOException e) {
      throw VaultFault.of("backup", e);
    }
  }

  /** Writes a backup of a moment. */
  public Outcome write(Moment moment, Path to, Progress progress) {
    if (Files.exists(to)) {
      return new Outcome.Taken();
    }
    try (WholeFile file = WholeFile.beside(disk, to)) {
      List<Piece> pieces = pieces(false, moment.elsewhere());
      long total =
          2 * (moment.record().length() + pieces.stream().mapToLong(Piece::length).sum()) + 2;
      Outcome outcome = write(moment, pieces, file, new Steps(progress, total));
      if (outcome instanceof Outcome.Written) {
        file.keep(to);
      }
      return outcome;
    } catch (HaltedException e) {
      return new Outcome.Stopped();
    } catch (IOException e) {
      throw VaultFault.of("backup", e);
    }
  }

  /** Somebody stopped it while the journal was being handed over. */
  private static final class HaltedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Steps {
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    boolean on(long bytes) {
      done = Math.min(total, done + bytes);
      return progress.goOn(done, total);
    }
  }

  private Outcome write(Moment moment, List<Piece> pieces, WholeFile file, Steps steps)
      throws IOException {
    byte[] salt = new byte[BackupFormat.SALT];
    random.nextBytes(salt);
    byte[] head = BackupFormat.head(salt, moment.keyFile());
    BackupFormat.Sum sum = new BackupFormat.Sum();
    Map<String, String> unlike = new HashMap<>();
    ObjectFacts facts;
    file.write(head);
    try (Secret key = BackupFormat.key(workspace, salt);
        ObjectWriter sealing = new ObjectWriter(key, Sha256.of(head), random, file.content())) {
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sealing, BUFFER));
      about(Json.write(moment.about()), out, sum);
      Entry journal = new Entry(out, sum, steps);
      moment.record().copy(journal);
      journal.end();
      for (Piece p : pieces) {
        if (!write(p, moment, out, sum, unlike, steps)) {
          return new Outcome.Stopped();
        }
      }
      out.writeShort(0);
      out.writeLong(sum.files());
      out.write(sum.end());
      out.flush();
      facts = sealing.finish();
    }
    Path part = file.written();
    BackupReader reader = BackupReader.open(part).orElseThrow(BackupWriter::notAsWritten);
    BackupReader.Outcome again =
        reader.read(workspace, BackupReader.Receiver.nothing(), n -> steps.on(n));
    return switch (again) {
      case BackupReader.Outcome.Whole w
          when w.files() == sum.files() && w.plainSize() == facts.size() ->
          new Outcome.Written(Files.size(part), sum.files(), facts.sealedSha256(), unlike);
      case BackupReader.Outcome.Stopped s -> new Outcome.Stopped();
      default -> throw notAsWritten();
    };
  }

  private static VaultFault notAsWritten() {
    return new VaultFault(VaultFault.Code.IO, "a backup does not read back as written");
  }

  private static void about(byte[] about, DataOutputStream out, BackupFormat.Sum sum)
      throws IOException {
    begin(out, BackupFormat.ABOUT, about.length);
    out.write(about);
    out.write(Sha256.of(about));
    sum.add(BackupFormat.ABOUT, about.length, Sha256.of(about));
  }

  private static void begin(DataOutputStream out, String name, long length) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    out.writeShort(text.length);
    out.write(text);
    out.writeLong(length);
  }

  /** Files that are handed over, as entries. */
  private static final class Entry implements Taking {
    private final DataOutputStream out;
    private final BackupFormat.Sum sum;
    private final Steps steps;
    private final MessageDigest digest = Sha256.start();
    private String name = "";
    private long length;
    private long came;

    Entry(DataOutputStream out, BackupFormat.Sum sum, Steps steps) {
      this.out = out;
      this.sum = sum;
      this.steps = steps;
    }

    @Override
    public void file(String next, long ofLength) throws IOException {
      end();
      name = next;
      length = ofLength;
      came = 0;
      begin(out, name, length);
    }

    @Override
    public void bytes(byte[] bytes) throws IOException {
      out.write(bytes);
      digest.update(bytes);
      came += bytes.length;
      if (!steps.on(bytes.length)) {
        throw new HaltedException();
      }
    }

    void end() throws IOException {
      if (name.isEmpty()) {
        return;
      }
      if (came != length) {
        throw new IOException("a file of the journal is not as long as was said");
      }
      byte[] sha256 = digest.digest();
      out.write(sha256);
      sum.add(name, length, sha256);
      name = "";
    }
  }

  /** One file; false when it was stopped. */
  private static boolean write(
      Piece p,
      Moment moment,
      DataOutputStream out,
      BackupFormat.Sum sum,
      Map<String, String> unlike,
      Steps steps)
      throws IOException {
    if (p.small()) {
      byte[] bytes = quietly(moment, p.file());
      if (bytes.length > 0) {
        begin(out, p.name(), bytes.length);
        out.write(bytes);
        out.write(Sha256.of(bytes));
        sum.add(p.name(), bytes.length, Sha256.of(bytes));
      }
      return steps.on(p.length());
    }
    try (InputStream in = p.open()) {
      begin(out, p.name(), p.length());
      MessageDigest digest = Sha256.start();
      byte[] buffer = new byte[BUFFER];
      for (long left = p.length(); left > 0; ) {
        int n = some(in, buffer, left, p.from().isEmpty() && BackupFormat.isSealedFile(p.name()));
        out.write(buffer, 0, n);
        digest.update(buffer, 0, n);
        left -= n;
        if (!steps.on(n)) {
          return false;
        }
      }
      byte[] sha256 = digest.digest();
      out.write(sha256);
      sum.add(p.name(), p.length(), sha256);
      p.from().ifPresent(f -> f.read(sha256));
      String read = HexFormat.of().formatHex(sha256);
      if (p.name().startsWith(BackupFormat.OUTBOX) || BackupFormat.saysAnother(p.name(), read)) {
        unlike.put(p.name(), read);
      }
      return true;
    } catch (NoSuchFileException e) {
      // Erased, or carried away, since the list was made: nothing of it was written yet.
      return steps.on(p.length());
    }
  }

  /**
   * The next bytes of a file. Of one whose name says what it ought to be, zeros stand for what the
   * disk does not give: it is told as damaged, and takes nothing else along.
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
  private static byte[] quietly(Moment moment, Path file) throws IOException {
    byte[][] read = {new byte[0]};
    IOException[] failed = new IOException[1];
    moment
        .quiet()
        .accept(
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

  /** What goes in beside the journal, which went before: what it rests on. */
  private List<Piece> pieces(boolean withJournal, Optional<Elsewhere> elsewhere)
      throws IOException {
    Set<String> without = elsewhere.map(Elsewhere::instead).orElse(Set.of());
    List<Piece> all = new ArrayList<>();
    for (Sealed s : elsewhere.map(Elsewhere::all).orElse(List.of())) {
      all.add(new Piece(s.name(), root, s.length(), false, Optional.of(s)));
    }
    try (Stream<Path> files = Files.walk(root, BackupFormat.DEEPEST)) {
      for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = BackupFormat.name(root, f);
        if (!BackupFormat.allowed(name) || name.endsWith(".new") || name.endsWith(".part")) {
          continue;
        }
        if (without.contains(root.relativize(f).getName(0).toString())) {
          continue;
        }
        boolean small = name.endsWith(".a") || name.endsWith(".b");
        if (withJournal || !name.startsWith(BackupFormat.JOURNAL)) {
          all.add(new Piece(name, f, Files.size(f), small, Optional.empty()));
        }
      }
    }
    return all;
  }
}

package org.sala.vault;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    /** Returns how many bytes all pieces take. */
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

    /** Returns exactly how many bytes come. */
    long length();

    /** Told, once all bytes were read, what they were. */
    void read(byte[] sha256);

    InputStream open() throws IOException;
  }

  /** Hears how many bytes are done, writing and reading back; false stops and leaves nothing. */
  public interface Progress {
    boolean goOn(long done, long of);
  }

  /** What came of writing a backup. */
  public sealed interface Outcome {
    /**
     * Written, read back, and put in its place.
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

  /** Bytes that a backup takes at the most, with the room that reading names takes. */
  public long needed(Optional<Elsewhere> elsewhere) {
    try {
      long all = 1 << 20;
      for (BackupEntries.Piece p : pieces(true, elsewhere)) {
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
      List<BackupEntries.Piece> pieces = pieces(false, moment.elsewhere());
      long total =
          2
                  * (moment.record().length()
                      + pieces.stream().mapToLong(BackupEntries.Piece::length).sum())
              + 2;
      Outcome outcome = write(moment, pieces, file, new Steps(progress, total));
      if (outcome instanceof Outcome.Written) {
        file.keep(to);
      }
      return outcome;
    } catch (BackupEntries.HaltedException e) {
      return new Outcome.Stopped();
    } catch (IOException e) {
      throw VaultFault.of("backup", e);
    }
  }

  /** How far writing and reading back are. */
  private static final class Steps implements BackupEntries.Steps {
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    @Override
    public boolean on(long bytes) {
      done = Math.min(total, done + bytes);
      return progress.goOn(done, total);
    }
  }

  private Outcome write(
      Moment moment, List<BackupEntries.Piece> pieces, WholeFile file, Steps steps)
      throws IOException {
    byte[] salt = new byte[BackupFormat.SALT];
    random.nextBytes(salt);
    byte[] head = BackupFormat.head(salt, moment.keyFile());
    BackupEntries entries;
    ObjectFacts facts;
    file.write(head);
    try (Secret key = BackupFormat.key(workspace, salt);
        ObjectWriter sealing = new ObjectWriter(key, Sha256.of(head), random, file.content())) {
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sealing, BUFFER));
      entries = new BackupEntries(out, moment.quiet(), steps);
      entries.about(Json.write(moment.about()));
      moment.record().copy(entries);
      entries.end();
      for (BackupEntries.Piece p : pieces) {
        entries.piece(p);
      }
      out.writeShort(0);
      out.writeLong(entries.sum().files());
      out.write(entries.sum().end());
      out.flush();
      facts = sealing.finish();
    }
    Path part = file.written();
    BackupReader reader = BackupReader.open(part).orElseThrow(BackupWriter::notAsWritten);
    BackupReader.Outcome again =
        reader.read(workspace, BackupReader.Receiver.nothing(), n -> steps.on(n));
    return switch (again) {
      case BackupReader.Outcome.Whole w
          when w.files() == entries.sum().files() && w.plainSize() == facts.size() ->
          new Outcome.Written(
              Files.size(part), entries.sum().files(), facts.sealedSha256(), entries.unlike());
      case BackupReader.Outcome.Stopped s -> new Outcome.Stopped();
      default -> throw notAsWritten();
    };
  }

  private static VaultFault notAsWritten() {
    return new VaultFault(VaultFault.Code.IO, "a backup does not read back as written");
  }

  /** What goes in beside the journal, which went before: what it rests on. */
  private List<BackupEntries.Piece> pieces(boolean withJournal, Optional<Elsewhere> elsewhere)
      throws IOException {
    Set<String> without = elsewhere.map(Elsewhere::instead).orElse(Set.of());
    List<BackupEntries.Piece> all = new ArrayList<>();
    for (Sealed s : elsewhere.map(Elsewhere::all).orElse(List.of())) {
      all.add(new BackupEntries.Piece(s.name(), root, s.length(), false, Optional.of(s)));
    }
    files(root)
        .forEach(
            (f, length) -> {
              String name = BackupFormat.name(root, f);
              boolean small = name.endsWith(".a") || name.endsWith(".b");
              if (BackupFormat.allowed(name)
                  && !name.endsWith(".new")
                  && !name.endsWith(".part")
                  && !name.endsWith(Pieces.ENDING)
                  && !without.contains(root.relativize(f).getName(0).toString())
                  && (withJournal || !name.startsWith(BackupFormat.JOURNAL))) {
                all.add(new BackupEntries.Piece(name, f, length, small, Optional.empty()));
              }
            });
    return all;
  }

  /** Files and their lengths, by name; one that goes meanwhile, as a draft does, is none. */
  static SortedMap<Path, Long> files(Path root) throws IOException {
    SortedMap<Path, Long> all = new TreeMap<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        BackupFormat.DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (about.isRegularFile()) {
              all.put(file, about.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw why;
          }
        });
    return all;
  }
}

package org.sala.vault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.ObjectReader;
import org.sala.crypto.ObjectWriter;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.disk.CarriedOn;
import org.sala.disk.Disk;
import org.sala.disk.Room;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;

/**
 * The encrypted attachments: each under its scope's key and compartment, in a file named by the
 * digest of its encrypted bytes. A record names one by the digest of its plain bytes. Thread-safe;
 * many may be taken in and read at a time.
 */
public final class ObjectFolder implements AutoCloseable {
  /** Bytes that have to stay free, so that the officer can still save and lock. */
  static final long RESERVE = 32L << 20;

  /** Bytes of an entry in the index. */
  public static final int ENTRY = ObjectIndex.ENTRY;

  private final Disk disk;
  private final Path folder;
  private final ScopeKeys scopeKeys;
  private final SecureRandom random;
  private final ObjectIndex index;
  private final Unclaimed unclaimed;
  private final Optional<SharedFiles> shared;

  public ObjectFolder(Path folder, WorkspaceKeys keys, ScopeKeys scopeKeys, SecureRandom random) {
    this(Disk.real(), folder, keys, scopeKeys, random);
  }

  /**
   * @param disk where objects are written
   */
  public ObjectFolder(
      Disk disk, Path folder, WorkspaceKeys keys, ScopeKeys scopeKeys, SecureRandom random) {
    this(
        disk,
        folder,
        () -> new ObjectIndex(disk, folder, keys, random),
        Optional.empty(),
        keys,
        scopeKeys,
        random);
  }

  /**
   * Opens the objects where several programs keep them together; the folder holds those that were
   * asked for here.
   */
  public ObjectFolder(
      Path folder,
      Entries together,
      SharedFiles shared,
      WorkspaceKeys keys,
      ScopeKeys scopeKeys,
      SecureRandom random) {
    this(
        Disk.real(),
        folder,
        () -> new ObjectIndex(together, keys, random),
        Optional.of(shared),
        keys,
        scopeKeys,
        random);
  }

  private interface Indexing {
    ObjectIndex open() throws IOException;
  }

  private ObjectFolder(
      Disk disk,
      Path folder,
      Indexing indexing,
      Optional<SharedFiles> shared,
      WorkspaceKeys keys,
      ScopeKeys scopeKeys,
      SecureRandom random) {
    this.shared = shared;
    this.disk = disk;
    this.folder = folder;
    this.scopeKeys = scopeKeys;
    this.random = random;
    this.unclaimed = new Unclaimed(disk, folder, shared.isEmpty());
    try {
      removeUnfinished();
      this.index = indexing.open();
      for (Unclaimed.Note note : unclaimed.all()) {
        // Renamed, and the program ended before it was entered: only the note knows of it.
        if (keys.compartments().containsKey(note.compartment())
            && index.byId(note.id()).isEmpty()) {
          disk.delete(folder.resolve(note.file()));
          unclaimed.remove(note.id());
        }
      }
      for (StoredObject o : index.all()) {
        // Where others keep the index as well, nothing of it is this program's to take away.
        if (shared.isEmpty()
            && scopeKeys.standing(o.scope(), o.compartment()) == ScopeKeys.Standing.ERASED) {
          remove(o);
        }
      }
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
  }

  /** Told how many bytes have been taken in. */
  public interface Progress {
    /** Whether to go on; the same thread asks after every piece. */
    boolean goOn(long bytes);
  }

  /** What came of taking in an attachment. */
  public sealed interface Taken {
    record Stored(StoredObject object) implements Taken {}

    /** The officer stopped it; nothing is left behind. */
    record Stopped() implements Taken {}

    /** There is not enough room, or it ran out; nothing is left behind. */
    record NoSpace(long needed, long free) implements Taken {}

    /** The file could not be read to its end; nothing is left behind. */
    record SourceFailed() implements Taken {}
  }

  /**
   * Takes in an attachment; it is unclaimed until {@link #claim}.
   *
   * @param size its bytes as far as known, for the question whether there is room
   */
  public Taken take(
      ScopeId scope, Compartment compartment, InputStream from, long size, Progress progress) {
    return take(scope, compartment, from, size, progress, intake -> {});
  }

  /** Hears of what came in before it was stopped. */
  public interface Halted {
    /** Keeps it, or does nothing, and it goes. */
    void at(Intake intake) throws IOException;
  }

  /**
   * Takes in an attachment as the other one does.
   *
   * @param halted hears where it was stopped, before what came in is taken away
   */
  public Taken take(
      ScopeId scope,
      Compartment compartment,
      InputStream from,
      long size,
      Progress progress,
      Halted halted) {
    long needed = needed(size);
    if (needed > free()) {
      return new Taken.NoSpace(needed, free());
    }
    try (Intake intake = begin(scope, compartment)) {
      return switch (intake.fill(from, progress)) {
        case FAILED -> new Taken.SourceFailed();
        case STOPPED -> {
          halted.at(intake);
          yield new Taken.Stopped();
        }
        case ENDED -> new Taken.Stored(intake.keep());
      };
    } catch (IOException e) {
      VaultFault fault = VaultFault.of("object", e);
      if (fault.code() == VaultFault.Code.DISK_FULL) {
        return new Taken.NoSpace(needed, free());
      }
      throw fault;
    }
  }

  /**
   * What was read of a file before it was stopped.
   *
   * @param of the record that will name the whole
   * @param carriedOn hears where the disk did not take what came in
   */
  public Pieces pieces(RecordId of, ScopeId scope, Compartment compartment, CarriedOn carriedOn) {
    return new Pieces(this, disk, folder, of, scope, compartment, carriedOn);
  }

  /** Takes away what was read of files that nobody wants any more. */
  public void dropPiecesBut(Set<RecordId> wanted) {
    try {
      Pieces.dropAllBut(disk, folder, wanted);
    } catch (IOException e) {
      throw VaultFault.of("pieces", e);
    }
  }

  /** Bytes that have to be free to take in content of a size. */
  public static long needed(long size) {
    return ObjectWriter.sealedSize(size) + RESERVE;
  }

  /** Starts one that is written piece by piece. */
  public Intake begin(ScopeId scope, Compartment compartment) throws IOException {
    return begin(scope, compartment, Optional.empty());
  }

  /**
   * Starts an object that is written piece by piece, as out of a package.
   *
   * @param plain what somebody else counts of the content; the object may be kept where that was
   *     found to be so, and not otherwise
   */
  public Intake begin(ScopeId scope, Compartment compartment, Optional<ObjectWriter.Plain> plain)
      throws IOException {
    scopeKeys.ensure(List.of(new ScopeKeys.Wanted(scope, compartment)));
    try (Secret key = keyOf(scope, compartment)) {
      return new Intake(this, disk, folder, scope, compartment, key, random, plain);
    }
  }

  /** Whether what comes in has to last in this folder: it does not where it is kept elsewhere. */
  boolean lastsHere() {
    return shared.isEmpty();
  }

  StoredObject settle(StoredObject object, Path unfinished) throws IOException {
    if (shared.isPresent() && same(object).isEmpty()) {
      // Gigabytes may go there: nobody who looks for another one waits for it. Brought back when it
      // is asked for: a copy here would have to last, and be waited for.
      shared.get().keep(object.facts().sealedSha256(), unfinished);
    }
    return entered(object, unfinished);
  }

  private synchronized Optional<StoredObject> same(StoredObject object) {
    return index
        .find(object.scope(), object.compartment(), object.facts().sha256())
        .filter(same -> shared.isPresent() || Files.exists(file(same)));
  }

  private synchronized StoredObject entered(StoredObject object, Path unfinished)
      throws IOException {
    Optional<StoredObject> same = same(object);
    if (same.isPresent()) {
      return same.get();
    }
    unclaimed.write(object);
    try {
      if (shared.isPresent()) {
        disk.delete(unfinished);
      } else {
        disk.replace(unfinished, file(object));
        disk.syncFolder(folder);
      }
      index.add(object);
    } catch (IOException e) {
      disk.delete(file(object));
      unclaimed.remove(object.id());
      throw e;
    }
    return object;
  }

  /** Says that a record names the objects now, durably: they stay. */
  public synchronized void claim(Collection<StoredObject> objects) {
    try {
      for (StoredObject o : objects) {
        unclaimed.remove(o.id());
      }
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
  }

  /** Says that no record will name the objects: those that were not claimed before are removed. */
  public synchronized void abandon(Collection<StoredObject> objects) {
    try {
      for (StoredObject o : objects) {
        if (unclaimed.has(o.id())) {
          // Another program may have found it by its content, and named it, meanwhile.
          if (shared.isEmpty()) {
            remove(o);
          }
          unclaimed.remove(o.id());
        }
      }
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
  }

  /**
   * What an earlier run of the program took in and did not claim, of the compartments that this
   * officer may open: whoever knows the records claims or abandons each.
   */
  public synchronized List<StoredObject> unclaimed() {
    try {
      return unclaimed.all().stream().flatMap(n -> index.byId(n.id()).stream()).toList();
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
  }

  /** What came of opening an attachment. */
  public sealed interface Opening {
    record Opened(ObjectReader reader) implements Opening {}

    /** The object is not in this workspace. */
    record Missing() implements Opening {}

    /** The object is no longer what was taken in. */
    record Altered() implements Opening {}

    /** The disk did not give it, which says nothing about the object. */
    record Unreadable(IOException why) implements Opening {}

    /** This officer's slot does not open it, or its key has been erased. */
    record NoKey() implements Opening {}
  }

  /** Opens an attachment for reading at any place; no plain copy touches the disk. */
  public Opening open(ScopeId scope, Compartment compartment, String sha256) {
    Optional<StoredObject> object = find(scope, compartment, sha256);
    if (object.isEmpty()) {
      return scopeKeys.standing(scope, compartment) == ScopeKeys.Standing.HELD
          ? new Opening.Missing()
          : new Opening.NoKey();
    }
    Optional<Secret> key = key(scope, compartment);
    if (key.isEmpty()) {
      return new Opening.NoKey();
    }
    try (Secret k = key.get()) {
      bring(object.get());
      Opening opening = open(object.get(), k);
      // What a power cut spoiled here may be whole where others keep it.
      return opening instanceof Opening.Altered && fetch(object.get())
          ? open(object.get(), k)
          : opening;
    } catch (NoSuchFileException e) {
      return new Opening.Missing();
    } catch (IOException e) {
      throw VaultFault.of("object", e);
    }
  }

  private Opening open(StoredObject object, Secret key) throws IOException {
    FileChannel channel = FileChannel.open(file(object));
    try {
      ObjectReader reader =
          new ObjectReader(
              channel, key, context(object.scope(), object.compartment(), object.id()));
      if (reader.size() == object.facts().size()) {
        return new Opening.Opened(reader);
      }
      reader.close();
      return new Opening.Altered();
    } catch (NotAuthenticException | EOFException e) {
      channel.close();
      return new Opening.Altered();
    } catch (IOException e) {
      channel.close();
      return new Opening.Unreadable(e);
    }
  }

  /** Finds an attachment, also one that another program has taken in meanwhile. */
  public synchronized Optional<StoredObject> find(
      ScopeId scope, Compartment compartment, String sha256) {
    Optional<StoredObject> known = index.find(scope, compartment, sha256);
    if (known.isPresent() || shared.isEmpty()) {
      return known;
    }
    try {
      index.look();
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
    return index.find(scope, compartment, sha256);
  }

  /** Brings the file of an object from where several programs keep it, unless it is here. */
  private void bring(StoredObject object) throws IOException {
    if (!Files.exists(file(object))) {
      fetch(object);
    }
  }

  /**
   * Brings the file of an object, in the place of one that is here and is not what it was.
   *
   * @return false where nobody else keeps it as it was
   */
  private boolean fetch(StoredObject object) throws IOException {
    if (shared.isEmpty()) {
      return false;
    }
    Path part =
        folder.resolve(object.id() + "." + Thread.currentThread().threadId() + Intake.UNFINISHED);
    if (!shared.get().fetch(object.facts().sealedSha256(), part)) {
      return false;
    }
    try (FileChannel brought = disk.open(part, StandardOpenOption.WRITE)) {
      brought.force(true);
    }
    disk.replace(part, file(object));
    disk.syncFolder(folder);
    return true;
  }

  /** Everything of the compartments that this officer may open, oldest first. */
  public synchronized List<StoredObject> all() {
    return List.copyOf(index.all());
  }

  /** Entries of the index, sealed as they lie, also of compartments that are not ours. */
  public synchronized List<byte[]> entries() {
    return index.entries();
  }

  private boolean isWhole(StoredObject object) throws IOException {
    try (InputStream in = Files.newInputStream(file(object))) {
      return Sha256.hex(in).equals(object.facts().sealedSha256());
    }
  }

  /** Whether an object lies there byte for byte as it was taken in; needs no key. */
  public boolean intact(StoredObject object) {
    try {
      bring(object);
      return isWhole(object) || fetch(object) && isWhole(object);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw VaultFault.of("object", e);
    }
  }

  /** How many attached files were ever entered and still are, or are known to be erased. */
  public synchronized int held() {
    return index.held();
  }

  /** Whether one copy alone is left of some entries, and the disk did not take a second one. */
  public synchronized boolean isHalf() {
    return index.isHalf();
  }

  /** Entries of the index that are spoiled in both copies: attachments nobody finds again. */
  public synchronized int lost() {
    return index.lost();
  }

  /** Removes a scope's objects; its keys are erased before. */
  public synchronized void erase(ScopeId scope) {
    try {
      for (StoredObject o : index.all()) {
        if (o.scope().equals(scope)) {
          remove(o);
        }
      }
    } catch (IOException e) {
      throw VaultFault.of("objects", e);
    }
  }

  private void remove(StoredObject object) throws IOException {
    disk.delete(file(object));
    disk.syncFolder(folder);
    index.remove(object);
  }

  /** The file of an object, for backups. */
  public Path file(StoredObject object) {
    return folder.resolve(object.facts().sealedSha256());
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path f : files.filter(p -> p.toString().endsWith(Intake.UNFINISHED)).toList()) {
        disk.delete(f);
      }
    }
  }

  Secret keyOf(ScopeId scope, Compartment compartment) {
    return key(scope, compartment)
        .orElseThrow(() -> new VaultFault(VaultFault.Code.NO_KEY, "object"));
  }

  private Optional<Secret> key(ScopeId scope, Compartment compartment) {
    return scopeKeys
        .find(scope, compartment)
        .map(
            k -> {
              try (k) {
                return k.derive(new byte[0], "sala object v1");
              }
            });
  }

  static byte[] context(ScopeId scope, Compartment compartment, String id) {
    return ("sala object v1 " + scope + " " + compartment.code() + " " + id)
        .getBytes(StandardCharsets.UTF_8);
  }

  private long free() {
    try {
      return Room.free(folder);
    } catch (IOException e) {
      throw VaultFault.of("free space", e);
    }
  }

  @Override
  public synchronized void close() {
    index.close();
  }
}

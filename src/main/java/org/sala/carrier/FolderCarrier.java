package org.sala.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sala.disk.Disk;

/**
 * A folder as the way out and in: a USB stick or a network share, used by several stations and in
 * both directions. A stick that is pulled out in the middle leaves a {@code .part} that counts for
 * nothing and that the next copy of the same name goes on with.
 */
public final class FolderCarrier implements Carrier {
  private static final String PART = ".part";

  private final Path folder;
  private final Optional<String> mark;

  /** A folder that somebody has just chosen. */
  public FolderCarrier(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * @param mark what has to lie in the folder, so that nothing leaves onto another stick
   */
  public FolderCarrier(Path folder, Optional<String> mark) {
    this.folder = folder;
    this.mark = mark;
  }

  /**
   * Copies a file under another name first, synced, read back and compared, then renamed. What lies
   * under the name and is not the file was spoiled on the stick, and the whole copy takes its
   * place.
   */
  @Override
  public Sent send(Path file, String name, String digest, Copying copying) throws IOException {
    beThere();
    Optional<Turn> turn = Turn.at(folder, name, copying);
    if (turn.isEmpty()) {
      return Sent.STOPPED;
    }
    try {
      return alone(file, name, digest, copying);
    } finally {
      turn.get().close();
    }
  }

  private Sent alone(Path file, String name, String digest, Copying copying) throws IOException {
    Path whole = folder.resolve(name);
    Path part = folder.resolve(name + PART);
    long size = Files.size(file);
    // Java reads the table of all mounts for it: once is enough.
    FileStore there = Files.getFileStore(folder);
    if (isFile(whole) && Files.size(whole) == size) {
      Optional<String> lies = ReadBack.digest(whole, there, () -> copying.goOn(0));
      if (lies.isEmpty()) {
        return Sent.STOPPED;
      }
      if (lies.get().equals(digest)) {
        Files.deleteIfExists(part);
        return Sent.THERE;
      }
    }
    if (!LargestFile.allows(there.type(), size)) {
      Files.deleteIfExists(part);
      throw new CarrierFault(CarrierFault.Why.TOO_LARGE);
    }
    if (there.getUsableSpace() < size - (isFile(part) ? Files.size(part) : 0)) {
      throw new CarrierFault(CarrierFault.Why.FULL);
    }
    if (!isFile(part)) {
      Files.deleteIfExists(part);
    }
    try {
      if (!FolderCopy.copy(file, part, copying, CarrierFault.Why.FULL)) {
        return Sent.STOPPED;
      }
    } catch (CarrierFault e) {
      if (e.why() == CarrierFault.Why.TOO_LARGE) {
        // It can never be gone on with, and takes the room of all others.
        Files.deleteIfExists(part);
      }
      throw e;
    }
    Optional<String> kept = ReadBack.digest(part, there, () -> copying.goOn(size));
    if (kept.isEmpty()) {
      return Sent.STOPPED;
    }
    if (!kept.get().equals(digest)) {
      Files.delete(part);
      throw new CarrierFault(CarrierFault.Why.SPOILED);
    }
    Disk.real().replace(part, whole);
    Disk.real().syncFolder(folder);
    return Sent.SENT;
  }

  @Override
  public List<Waiting> waiting() throws IOException {
    List<Waiting> all = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      Listing part = list(after.get(), bytes -> true).orElseThrow();
      all.addAll(part.files());
      after = part.next();
    }
    return List.copyOf(all);
  }

  @Override
  public Optional<Listing> list(String after, Copying copying) throws IOException {
    return list(after, copying, Listing.MOST);
  }

  Optional<Listing> list(String after, Copying copying, int most) throws IOException {
    beThere();
    Listing.Gathering part = new Listing.Gathering(after, most);
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path f : files) {
        if (!copying.goOn(0)) {
          return Optional.empty();
        }
        String name = f.getFileName().toString();
        if (Names.isPackage(name) && part.wants(name)) {
          waiting(f, name).ifPresent(part::add);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Optional.of(part.listing());
  }

  /** Asks the system once, for a folder is listed every few seconds; empty for what is no file. */
  private static Optional<Waiting> waiting(Path file, String name) {
    try {
      BasicFileAttributes facts =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return facts.isRegularFile()
          ? Optional.of(new Waiting(name, facts.size(), facts.lastModifiedTime().toString()))
          : Optional.empty();
    } catch (IOException e) {
      // It went meanwhile, or the stick has spoiled it: the others are listed all the same.
      return Optional.empty();
    }
  }

  /** Where they lie, for whoever takes them from there. */
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return waiting().stream().map(w -> folder.resolve(w.name())).toList();
  }

  @Override
  public byte[] head(Waiting what, int most) throws IOException {
    beThere();
    try (InputStream in =
        Files.newInputStream(folder.resolve(what.name()), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public Optional<Path> fetch(Waiting what, Path into, Copying copying) throws IOException {
    beThere();
    try (CutFetches.Part part = new CutFetches(into).of(what.name(), "folder")) {
      return fetch(what, part.file(), into, copying);
    }
  }

  private Optional<Path> fetch(Waiting what, Path part, Path into, Copying copying)
      throws IOException {
    Path whole = into.resolve(what.name());
    if (!FolderCopy.copy(folder.resolve(what.name()), part, copying, CarrierFault.Why.HERE)) {
      return Optional.empty();
    }
    if (Files.size(part) != what.size()) {
      Files.delete(part);
      throw new CarrierFault(CarrierFault.Why.SPOILED);
    }
    Disk.real().replace(part, whole);
    Disk.real().syncFolder(into);
    return Optional.of(whole);
  }

  /**
   * Removes a file that is the very one that is meant, and what a stick that was pulled out has
   * left of it. Whoever asks has its receipt; anything else under that name stays.
   *
   * @param digest SHA-256 of the file, hexadecimal
   * @param copying asked whether to go on, for a large file on a slow stick takes minutes to read
   * @return bytes that are free again; empty when nothing was removed, or when it was stopped
   */
  public OptionalLong remove(String name, String digest, Copying copying) throws IOException {
    beThere();
    Optional<Turn> turn = Turn.at(folder, name, copying);
    if (turn.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return removeAlone(name, digest, copying);
    } finally {
      turn.get().close();
    }
  }

  private OptionalLong removeAlone(String name, String digest, Copying copying) throws IOException {
    Path whole = folder.resolve(name);
    Path part = folder.resolve(name + PART);
    boolean there = false;
    if (isFile(whole)) {
      Optional<String> lies =
          ReadBack.digest(whole, Files.getFileStore(folder), () -> copying.goOn(0));
      if (lies.isEmpty()) {
        return OptionalLong.empty();
      }
      there = lies.get().equals(digest);
    }
    boolean left = isFile(part);
    if (!there && !left) {
      return OptionalLong.empty();
    }
    long freed = (there ? Files.size(whole) : 0) + (left ? Files.size(part) : 0);
    if (there) {
      Files.delete(whole);
    }
    if (left) {
      Files.delete(part);
    }
    Disk.real().syncFolder(folder);
    return OptionalLong.of(freed);
  }

  @Override
  public void reach() throws IOException {
    beThere();
  }

  private void beThere() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CarrierFault(CarrierFault.Why.AWAY);
    }
    if (mark.isPresent()) {
      try {
        if (!StickMark.read(folder).equals(mark)) {
          throw new CarrierFault(CarrierFault.Why.OTHER_STICK);
        }
      } catch (NoSuchFileException e) {
        throw new CarrierFault(CarrierFault.Why.AWAY, e);
      }
    }
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Nothing is held open between two calls: the stick may be pulled out. */
  @Override
  public void close() {
    // There is nothing to let go of.
  }
}

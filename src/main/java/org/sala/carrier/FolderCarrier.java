package org.sala.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sala.disk.Disk;
import org.sala.disk.DiskFull;

/**
 * A folder as the way out and in: a USB stick or a network share, used by several stations and in
 * both directions. A stick that is pulled out in the middle leaves a {@code .part} that counts for
 * nothing and that the next copy of the same name goes on with.
 */
public final class FolderCarrier implements Carrier {
  private static final int LOT = 256 * 1024;
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
    Path whole = folder.resolve(name);
    Path part = folder.resolve(name + PART);
    long size = Files.size(file);
    // Java reads the table of all mounts for it: once is enough.
    FileStore there = Files.getFileStore(folder);
    if (isFile(whole)
        && Files.size(whole) == size
        && ReadBack.digest(whole, there).equals(digest)) {
      Files.deleteIfExists(part);
      return Sent.THERE;
    }
    if (there.getUsableSpace() < size - (isFile(part) ? Files.size(part) : 0)) {
      throw new CarrierFault(CarrierFault.Why.FULL);
    }
    if (!isFile(part)) {
      Files.deleteIfExists(part);
    }
    if (!copy(file, part, copying, CarrierFault.Why.FULL)) {
      return Sent.STOPPED;
    }
    if (!ReadBack.digest(part, there).equals(digest)) {
      Files.delete(part);
      throw new CarrierFault(CarrierFault.Why.SPOILED);
    }
    Disk.real().replace(part, whole);
    Disk.real().syncFolder(folder);
    return Sent.SENT;
  }

  /**
   * Goes on behind what is already there and the same; false when it was stopped. A link is neither
   * read nor written: it may lead to a file of whoever plugged the stick in.
   *
   * @param full what to say where there is no room for it
   */
  private static boolean copy(Path from, Path to, Copying copying, CarrierFault.Why full)
      throws IOException {
    try (FileChannel in =
            FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel out =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
      long done = out.size() < LOT ? 0 : same(in, out);
      in.position(done);
      out.truncate(done).position(done);
      ByteBuffer lot = ByteBuffer.allocate(Math.clamp(in.size() + 1, 1, LOT));
      while (in.read(lot.clear()) >= 0) {
        lot.flip();
        done += lot.remaining();
        write(lot, out, to, full);
        if (!copying.goOn(done)) {
          out.force(true);
          return false;
        }
      }
      out.force(true);
      return true;
    }
  }

  private static void write(ByteBuffer lot, FileChannel out, Path to, CarrierFault.Why full)
      throws IOException {
    try {
      while (lot.hasRemaining()) {
        out.write(lot);
      }
    } catch (IOException e) {
      throw DiskFull.is(e, to) ? new CarrierFault(full, e) : e;
    }
  }

  /** Bytes of whole lots that both begin with. */
  private static long same(FileChannel one, FileChannel other) throws IOException {
    ByteBuffer a = ByteBuffer.allocate(LOT);
    ByteBuffer b = ByteBuffer.allocate(LOT);
    long same = 0;
    while (fill(one, a) && fill(other, b) && a.equals(b)) {
      same += LOT;
    }
    return same;
  }

  private static boolean fill(FileChannel from, ByteBuffer lot) throws IOException {
    lot.clear();
    int read = 0;
    while (lot.hasRemaining() && read >= 0) {
      read = from.read(lot);
    }
    return lot.flip().limit() == LOT;
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
        if (Names.isPackage(name) && part.wants(name) && isFile(f)) {
          BasicFileAttributes facts = Files.readAttributes(f, BasicFileAttributes.class);
          part.add(new Waiting(name, facts.size(), facts.lastModifiedTime().toString()));
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Optional.of(part.listing());
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
    if (!copy(folder.resolve(what.name()), part, copying, CarrierFault.Why.HERE)) {
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
   * @return bytes that are free again; empty when nothing was removed
   */
  public OptionalLong remove(String name, String digest) throws IOException {
    beThere();
    Path whole = folder.resolve(name);
    Path part = folder.resolve(name + PART);
    boolean there =
        isFile(whole) && ReadBack.digest(whole, Files.getFileStore(folder)).equals(digest);
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

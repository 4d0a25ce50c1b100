package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.disk.Disk;
import org.sala.disk.DiskFull;
import org.sala.disk.DurableFile;

/**
 * Entries of one length in files of so many, each file kept twice ({@code
 * docs/formats/workspace.md}). Entries are appended and synced, or overwritten where they stand; an
 * entry that one copy has lost is taken from the other one and written back.
 */
final class TwinSlabs implements Entries {
  private static final List<String> COPIES = List.of("a", "b");

  /** Knows a whole entry when it sees one. */
  interface Judge {
    boolean whole(byte[] entry);

    /** Returns which of two whole entries at one place is to stay. */
    byte[] better(byte[] one, byte[] other);
  }

  private final Disk disk;
  private final Path folder;
  private final int entry;
  private final int slab;
  private final Judge judge;
  private final List<byte @Nullable []> entries = new ArrayList<>();
  private int mended;
  private boolean half;

  TwinSlabs(Disk disk, Path folder, int entry, int slab, Judge judge) throws IOException {
    this.disk = disk;
    this.folder = folder;
    this.entry = entry;
    this.slab = slab;
    this.judge = judge;
    int last = last();
    for (int s = 0; s <= last; s++) {
      load(s, s < last);
    }
  }

  /** The entry at a place; null where neither copy holds a whole one. */
  @Override
  public byte @Nullable [] get(int place) {
    return entries.get(place);
  }

  @Override
  public int size() {
    return entries.size();
  }

  /** Places of which neither copy is whole. */
  @Override
  public int lost() {
    return (int) entries.stream().filter(e -> e == null).count();
  }

  /** Places that were written back from the other copy when the files were opened. */
  @Override
  public int mended() {
    return mended;
  }

  @Override
  public boolean isHalf() {
    return half;
  }

  /** Nobody else appends: the workspace is locked by whoever has opened it. */
  @Override
  public void look() {
    // All is known.
  }

  private int last() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.matches("slab-[0-9]{5}\\.[ab]"))
          .mapToInt(n -> Integer.parseInt(n.substring(5, 10)))
          .max()
          .orElse(-1);
    }
  }

  private void load(int s, boolean full) throws IOException {
    Optional<byte[]> a = readable(s, "a");
    Optional<byte[]> b = readable(s, "b");
    byte[] one = a.orElseGet(() -> new byte[0]);
    byte[] two = b.orElseGet(() -> new byte[0]);
    if (a.isEmpty() && two.length == 0 || b.isEmpty() && one.length == 0) {
      throw new IOException("neither copy of a slab can be read");
    }
    int places =
        full ? slab : Math.min(slab, Math.ceilDiv(Math.max(one.length, two.length), entry));
    List<byte @Nullable []> found = new ArrayList<>();
    boolean equal = Arrays.equals(one, two);
    for (int i = 0; i < places; i++) {
      byte @Nullable [] left = at(one, i);
      byte @Nullable [] right = at(two, i);
      found.add(equal ? left : choose(left, right));
    }
    while (!full && !found.isEmpty() && found.getLast() == null) {
      found.removeLast();
    }
    int first = entries.size();
    entries.addAll(found);
    try {
      for (int i = 0; i < found.size(); i++) {
        byte @Nullable [] right = found.get(i);
        if (right != null
            && !(Arrays.equals(right, at(one, i)) && Arrays.equals(right, at(two, i)))) {
          put(first + i, right);
          mended++;
        }
      }
    } catch (IOException e) {
      // One copy is whole and enough to work with; the next opening tries again.
      half = true;
    }
  }

  /** What lies in a copy; empty where the disk does not give it, which the other may make good. */
  private Optional<byte[]> readable(int s, String copy) {
    try {
      return Optional.of(bytes(s, copy));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private byte[] bytes(int s, String copy) throws IOException {
    Path file = file(s, copy);
    if (!Files.exists(file)) {
      return new byte[0];
    }
    if (Files.size(file) > (long) slab * entry) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "slab");
    }
    return Files.readAllBytes(file);
  }

  /** An entry of a copy; null when it ends before, or holds nothing but zeros there. */
  private byte @Nullable [] at(byte[] copy, int place) {
    if ((place + 1) * entry > copy.length) {
      return null;
    }
    byte[] bytes = Arrays.copyOfRange(copy, place * entry, (place + 1) * entry);
    return Arrays.equals(bytes, new byte[entry]) ? null : bytes;
  }

  private byte @Nullable [] choose(byte @Nullable [] left, byte @Nullable [] right) {
    boolean one = left != null && judge.whole(left);
    boolean two = right != null && judge.whole(right);
    if (one && two && left != null && right != null) {
      return judge.better(left, right);
    }
    return one ? left : two ? right : null;
  }

  /**
   * Appends durably, a slab at a time. When this throws, {@link #size} tells how many have been
   * kept.
   */
  @Override
  public void append(List<byte[]> fresh) throws IOException {
    int done = 0;
    while (done < fresh.size()) {
      int place = entries.size() % slab;
      int room = Math.min(slab - place, fresh.size() - done);
      ByteBuffer bytes = ByteBuffer.allocate(room * entry);
      List<byte[]> part = fresh.subList(done, done + room);
      part.forEach(bytes::put);
      write(entries.size(), bytes.array());
      entries.addAll(part);
      done += room;
    }
  }

  /** Writes over an entry where it stands, in both copies. */
  @Override
  public void put(int place, byte[] bytes) throws IOException {
    write(place, bytes);
    entries.set(place, bytes);
  }

  private void write(int place, byte[] bytes) throws IOException {
    for (String copy : COPIES) {
      Path file = file(place / slab, copy);
      boolean made = !Files.exists(file);
      try (FileChannel out = disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        DurableFile.write(out, ByteBuffer.wrap(bytes), (long) (place % slab) * entry);
        out.force(true);
      } catch (IOException e) {
        throw DiskFull.told(e, file);
      }
      if (made) {
        disk.syncFolder(folder);
      }
    }
  }

  private Path file(int s, String copy) {
    return folder.resolve(String.format(Locale.ROOT, "slab-%05d.%s", s, copy));
  }
}

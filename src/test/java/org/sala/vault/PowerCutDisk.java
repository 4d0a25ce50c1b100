package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sala.disk.Disk;

/**
 * Records what was written, synced and named, and makes the folder that a power cut at any moment
 * could have left: what was synced is there, of the rest a random choice of 512-byte blocks and a
 * random first part of each folder's changes of names.
 */
final class PowerCutDisk implements Disk {
  private static final int BLOCK = 512;

  private sealed interface Event {
    record Write(int file, long at, byte[] bytes) implements Event {}

    record Truncate(int file) implements Event {}

    record Force(int file) implements Event {}

    record Name(Path name, int file) implements Event {}

    record Rename(Path from, Path to) implements Event {}

    record Delete(Path name) implements Event {}

    record SyncFolder(Path folder) implements Event {}
  }

  /** Which care is left out: the deliberately broken variants. */
  enum Careless {
    NO,
    FILES_NOT_SYNCED,
    FOLDERS_NOT_SYNCED
  }

  private final Disk real = Disk.real();
  private final Careless careless;
  private final List<Event> events = new ArrayList<>();
  private final Map<Path, Integer> names = new HashMap<>();
  private int files;

  PowerCutDisk(Careless careless) {
    this.careless = careless;
  }

  /** How much has happened so far. */
  int moment() {
    return events.size();
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    boolean made = !Files.exists(file);
    FileChannel channel = real.open(file, options);
    if (made) {
      names.put(file, files);
      events.add(new Event.Name(file, files++));
    } else if (Set.of(options).contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      events.add(new Event.Truncate(names.get(file)));
    }
    return new Channel(channel, names.get(file));
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    real.replace(from, to);
    names.put(to, names.remove(from));
    events.add(new Event.Rename(from, to));
  }

  @Override
  public void delete(Path file) throws IOException {
    if (Files.exists(file)) {
      real.delete(file);
      names.remove(file);
      events.add(new Event.Delete(file));
    }
  }

  @Override
  public void syncFolder(Path folder) {
    if (careless != Careless.FOLDERS_NOT_SYNCED) {
      events.add(new Event.SyncFolder(folder));
    }
  }

  /** Lays out in another folder what a cut at a moment could have left of this one. */
  void cut(int moment, Random random, Path here, Path there) throws IOException {
    List<Event> before = events.subList(0, moment);
    Map<Integer, byte[]> contents = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      switch (before.get(i)) {
        case Event.Write w ->
            contents.put(
                w.file(),
                apply(
                    contents.getOrDefault(w.file(), new byte[0]),
                    w,
                    synced(before, i, w.file()),
                    random));
        case Event.Truncate t -> contents.put(t.file(), new byte[0]);
        default -> {}
      }
    }
    Map<Path, Integer> named = new HashMap<>();
    Map<Path, Boolean> open = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      switch (before.get(i)) {
        case Event.Name n -> {
          if (lasts(before, i, n.name(), open, random)) {
            named.put(n.name(), n.file());
          }
        }
        case Event.Rename r -> {
          Integer file = fileOf(before, i, r.from());
          if (lasts(before, i, r.to(), open, random)) {
            named.remove(r.from());
            named.put(r.to(), file);
          }
        }
        case Event.Delete d -> {
          if (lasts(before, i, d.name(), open, random)) {
            named.remove(d.name());
          }
        }
        default -> {}
      }
    }
    for (Map.Entry<Path, Integer> n : named.entrySet()) {
      Path target = there.resolve(here.relativize(n.getKey()).toString());
      Files.createDirectories(target.getParent());
      Files.write(target, contents.getOrDefault(n.getValue(), new byte[0]));
    }
  }

  /** The file that bore a name just before an event. */
  private static Integer fileOf(List<Event> events, int until, Path name) {
    Map<Path, Integer> names = new HashMap<>();
    for (Event e : events.subList(0, until)) {
      switch (e) {
        case Event.Name n -> names.put(n.name(), n.file());
        case Event.Rename r -> names.put(r.to(), names.remove(r.from()));
        case Event.Delete d -> names.remove(d.name());
        default -> {}
      }
    }
    return names.get(name);
  }

  private static boolean synced(List<Event> events, int from, int file) {
    return events.subList(from, events.size()).contains(new Event.Force(file));
  }

  /** A folder's changes last in order: once one is lost, so are the later ones. */
  private static boolean lasts(
      List<Event> events, int at, Path name, Map<Path, Boolean> open, Random random) {
    Path folder = name.getParent();
    if (events.subList(at, events.size()).contains(new Event.SyncFolder(folder))) {
      return true;
    }
    return open.compute(
        folder, (f, lasted) -> !Boolean.FALSE.equals(lasted) && random.nextBoolean());
  }

  private static byte[] apply(byte[] old, Event.Write write, boolean all, Random random) {
    byte[] now = old;
    long at = write.at();
    int done = 0;
    while (done < write.bytes().length) {
      int part = (int) Math.min(BLOCK - (at + done) % BLOCK, write.bytes().length - done);
      if (all || random.nextBoolean()) {
        int end = (int) (at + done + part);
        if (end > now.length) {
          now = Arrays.copyOf(now, end);
        }
        System.arraycopy(write.bytes(), done, now, (int) at + done, part);
      }
      done += part;
    }
    return now;
  }

  private final class Channel extends FileChannel {
    private final FileChannel to;
    private final int file;

    Channel(FileChannel to, int file) {
      this.to = to;
      this.file = file;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      byte[] bytes = new byte[from.remaining()];
      from.duplicate().get(bytes);
      int n = to.write(from, at);
      events.add(new Event.Write(file, at, Arrays.copyOf(bytes, n)));
      return n;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      long at = to.position();
      int n = write(from, at);
      to.position(at + n);
      return n;
    }

    @Override
    public void force(boolean metadata) {
      if (careless != Careless.FILES_NOT_SYNCED) {
        events.add(new Event.Force(file));
      }
    }

    @Override
    public long size() throws IOException {
      return to.size();
    }

    @Override
    public long position() throws IOException {
      return to.position();
    }

    @Override
    public FileChannel position(long p) throws IOException {
      to.position(p);
      return this;
    }

    @Override
    public FileChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer b) throws IOException {
      return to.read(b);
    }

    @Override
    public int read(ByteBuffer b, long at) throws IOException {
      return to.read(b, at);
    }

    @Override
    public long read(ByteBuffer[] b, int o, int l) throws IOException {
      return to.read(b, o, l);
    }

    @Override
    public long write(ByteBuffer[] b, int o, int l) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long p, long c, WritableByteChannel t) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel s, long p, long c) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode m, long p, long s) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long p, long s, boolean shared) throws IOException {
      return to.lock(p, s, shared);
    }

    @Override
    public FileLock tryLock(long p, long s, boolean shared) throws IOException {
      return to.tryLock(p, s, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      to.close();
    }
  }
}

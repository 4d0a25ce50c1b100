package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk whose power goes at its n-th act. What was synced stays; of what was not, blocks of 512 or
 * 4,096 bytes, lengths and names stay or vanish at random. A name that was given, moved or taken
 * away lasts once its folder is synced; folders themselves last at once.
 */
final class PowerCut implements Disturbance {
  private final Path root;
  private final Random random;
  private final boolean syncs;
  private final Map<Path, Kept> now = new HashMap<>();
  private final Map<Path, Kept> durable = new HashMap<>();
  private final List<Naming> pending = new ArrayList<>();
  private long left;
  private boolean off;

  /** What one file holds, whatever the file is called. */
  private static final class Kept {
    byte[] synced;
    byte[] written;

    /** Whether both are one array, which must not be written to. */
    boolean settled = true;

    Kept(byte[] bytes) {
      this.synced = bytes;
      this.written = bytes;
    }
  }

  /** One act on names, which lasts whole or not at all: what each name stands for then. */
  private record Naming(@Nullable Path folder, Map<Path, @Nullable Kept> names) {}

  /**
   * @param root the workspace, as it is now: all of it lasts
   * @param syncs false for a disk that forgets to write through
   */
  PowerCut(Path root, long acts, Random random, boolean syncs) throws IOException {
    this.root = root.toAbsolutePath();
    this.left = acts;
    this.random = random;
    this.syncs = syncs;
    try (Stream<Path> all = Files.walk(this.root)) {
      for (Path f : all.filter(Files::isRegularFile).toList()) {
        durable.put(f, new Kept(Files.readAllBytes(f)));
      }
    }
    now.putAll(durable);
  }

  private boolean here(Path file) {
    return file.toAbsolutePath().startsWith(root);
  }

  /** Returns whether the power has gone by itself. */
  synchronized boolean went() {
    return off;
  }

  /** Takes the power away, if that has not happened by itself. */
  synchronized void off() {
    off = true;
  }

  @Override
  public synchronized int before(Act act, Path file, int length) throws IOException {
    if (off || --left < 0) {
      off = true;
      throw new IOException("Input/output error");
    }
    return length;
  }

  @Override
  public synchronized void after(Act act, Path file, long at, byte[] bytes, @Nullable Path to) {
    if (!here(file)) {
      return;
    }
    Path name = file.toAbsolutePath();
    switch (act) {
      case MAKE -> made(name);
      case WRITE -> write(kept(name), at, bytes);
      case TRUNCATE -> {
        Kept k = kept(name);
        k.written = Arrays.copyOf(k.written, (int) Math.min(at, k.written.length));
        k.settled = false;
      }
      case FORCE -> force(name);
      case MOVE -> {
        Kept k = kept(name);
        Path target = to == null ? name : to.toAbsolutePath();
        now.remove(name);
        now.put(target, k);
        Map<Path, @Nullable Kept> names = new HashMap<>();
        names.put(name, null);
        names.put(target, k);
        pending.add(new Naming(target.getParent(), names));
      }
      case DELETE -> {
        if (now.remove(name) != null) {
          Map<Path, @Nullable Kept> names = new HashMap<>();
          names.put(name, null);
          pending.add(new Naming(name.getParent(), names));
        }
      }
      case MAKE_FOLDER -> {
        // Lasts at once: a workspace makes its folders on its first day.
      }
    }
  }

  private void made(Path name) {
    Kept known = now.get(name);
    if (known != null) {
      known.written = new byte[0];
      known.settled = false;
      return;
    }
    Kept fresh = new Kept(new byte[0]);
    now.put(name, fresh);
    Map<Path, @Nullable Kept> names = new HashMap<>();
    names.put(name, fresh);
    pending.add(new Naming(name.getParent(), names));
  }

  /** The database makes its files behind our back; their names last, for they are made anew. */
  private Kept kept(Path name) {
    return now.computeIfAbsent(
        name,
        n -> {
          Kept fresh = new Kept(new byte[0]);
          durable.put(n, fresh);
          return fresh;
        });
  }

  private static void write(Kept k, long at, byte[] bytes) {
    int length = (int) Math.max(k.written.length, at + bytes.length);
    if (k.settled || length > k.written.length) {
      k.written = Arrays.copyOf(k.written, length);
      k.settled = false;
    }
    System.arraycopy(bytes, 0, k.written, (int) at, bytes.length);
  }

  private void force(Path name) {
    if (!syncs) {
      return;
    }
    if (Files.isDirectory(name)) {
      for (Naming n : List.copyOf(pending)) {
        if (name.equals(n.folder())) {
          last(n);
          pending.remove(n);
        }
      }
    } else {
      Kept k = kept(name);
      k.synced = k.written;
      k.settled = true;
    }
  }

  private void last(Naming naming) {
    naming
        .names()
        .forEach(
            (name, kept) -> {
              if (kept == null) {
                durable.remove(name);
              } else {
                durable.put(name, kept);
              }
            });
  }

  /** Leaves on the real disk what the power cut would have left. */
  synchronized void cut() throws IOException {
    off = true;
    int first = random.nextBoolean() ? random.nextInt(pending.size() + 1) : -1;
    for (int i = 0; i < pending.size(); i++) {
      if (first >= 0 ? i < first : random.nextBoolean()) {
        last(pending.get(i));
      }
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path f : all.filter(Files::isRegularFile).toList()) {
        boolean view = f.startsWith(root.resolve("db"));
        if (view && durable.containsKey(f) || !view) {
          Files.delete(f);
        }
      }
    }
    int block = random.nextBoolean() ? 512 : 4096;
    for (Map.Entry<Path, Kept> e : durable.entrySet()) {
      Files.createDirectories(e.getKey().resolveSibling("."));
      Files.write(e.getKey(), survives(e.getValue(), block));
    }
  }

  private byte[] survives(Kept k, int block) {
    if (k.settled) {
      return k.synced;
    }
    int length = random.nextBoolean() ? k.written.length : k.synced.length;
    byte[] left = Arrays.copyOf(k.synced, length);
    for (int at = 0; at < Math.min(length, k.written.length); at += block) {
      if (random.nextBoolean()) {
        int end = Math.min(at + block, Math.min(length, k.written.length));
        System.arraycopy(k.written, at, left, at, end - at);
      }
    }
    return left;
  }
}

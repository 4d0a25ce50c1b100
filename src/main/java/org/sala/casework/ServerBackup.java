package org.sala.casework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sala.journal.Checkpoint;
import org.sala.journal.PackedFrames;
import org.sala.store.ServerEntries;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;
import org.sala.vault.BackupWriter;

/**
 * What a backup of a headquarters on a server takes from there ({@code docs/formats/backup.md}):
 * all of it sealed as it lies. The journal up to one place is asked for first; keys, the index and
 * files, which are there before anything in the journal names them, after it.
 */
final class ServerBackup {
  static final String FOLDER = "server";
  static final String SEGMENTS = "segments";
  static final String FRAMES = "frames";
  static final String KEYS = "keys";
  static final String INDEX = "index";
  static final String FILES = "files";

  /** Folders of a machine whose place it takes: what they hold is from before, or from there. */
  private static final Set<String> INSTEAD =
      Set.of("journal", "keys", "objects", "outbox", "quarantine", "originals");

  private ServerBackup() {}

  private record Part(
      String name, long length, Supplier<InputStream> opening, Consumer<byte[]> digested)
      implements BackupWriter.Sealed {
    /** Makes a part whose bytes are proved by themselves when they come back. */
    Part(String name, long length, Supplier<InputStream> opening) {
      this(name, length, opening, sha256 -> {});
    }

    static Part of(String name, byte[] bytes) {
      return new Part(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public void read(byte[] sha256) {
      digested.accept(sha256);
    }

    @Override
    public String name() {
      return FOLDER + "/" + name;
    }

    @Override
    public InputStream open() {
      return opening.get();
    }
  }

  /** The names of sealed files, all of whose bytes lie there. */
  static Set<String> whole(BackupWriter.Elsewhere elsewhere) {
    String files = FOLDER + "/" + FILES + "/";
    return elsewhere.all().stream()
        .map(BackupWriter.Sealed::name)
        .filter(n -> n.startsWith(files))
        .map(n -> n.substring(files.length()))
        .collect(Collectors.toSet());
  }

  /**
   * All of it, the journal up to a place that was read there.
   *
   * @param altered hears, while it is read, the names of files that are not what they are called
   */
  static BackupWriter.Elsewhere of(
      ServerFrames frames, ServerKept kept, Checkpoint upTo, Consumer<String> altered) {
    List<BackupWriter.Sealed> all = new ArrayList<>();
    long before = upTo.nextFrame();
    all.add(Part.of(SEGMENTS, PackedFrames.pack(frames.headers())));
    all.add(
        new Part(
            FRAMES,
            PackedFrames.length(before - 1, frames.sealedBytes(before)),
            () -> PackedFrames.pack(frames, before)));
    try (ServerEntries keys = kept.scopeKeys();
        ServerEntries index = kept.objects()) {
      all.add(Part.of(KEYS, entries(keys)));
      all.add(Part.of(INDEX, entries(index)));
    }
    for (ServerKept.Kept file : kept.files()) {
      String name = HexFormat.of().formatHex(file.name());
      all.add(
          new Part(
              FILES + "/" + name,
              file.size(),
              () -> kept.open(file.name()),
              sha256 -> {
                if (!Arrays.equals(sha256, file.name())) {
                  altered.accept(name);
                }
              }));
    }
    return new BackupWriter.Elsewhere(INSTEAD, all);
  }

  private static byte[] entries(ServerEntries table) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    table.behind(0).forEach(r -> all.writeBytes(r.entry()));
    return all.toByteArray();
  }
}

package org.sala.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;

/**
 * Where a backup is unpacked: beside the folder that it will be, with a mark that says so, and put
 * in its place only when all of it was proved. What is left of a halted restore is removed by the
 * next one.
 */
public final class RestoredFolder {
  private static final String MARK = "being-restored";
  private static final String BESIDE = ".restoring";

  private final Path to;
  private final Path beside;

  private RestoredFolder(Path to, Path beside) {
    this.to = to;
    this.beside = beside;
  }

  /**
   * Whether a workspace may be restored into a folder: it is not there, or there is nothing in it.
   */
  public static boolean isFree(Path to) throws IOException {
    if (!Files.exists(to)) {
      return true;
    }
    if (!Files.isDirectory(to)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(to)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Begins; a stranger's folder under the name of ours is never touched. */
  public static RestoredFolder begin(Path to, byte[] keyFile) throws IOException {
    Path target = to.toAbsolutePath().normalize();
    Path beside = target.resolveSibling(target.getFileName() + BESIDE);
    if (Files.exists(beside)) {
      // An empty one is ours from before its mark, or somebody's who loses nothing.
      if (!Files.exists(beside.resolve(MARK)) && !isFree(beside)) {
        throw new VaultFault(VaultFault.Code.TAKEN, "a folder stands where the restore works");
      }
      remove(beside);
    }
    WorkspaceFolder.make(beside);
    Files.createFile(beside.resolve(MARK));
    RestoredFolder made = new RestoredFolder(target, beside);
    for (String copy : List.of("key.a", "key.b")) {
      try (OutputStream out = made.file(copy)) {
        out.write(keyFile);
      }
    }
    return made;
  }

  public Path folder() {
    return beside;
  }

  /** One file of the backup, synced when it is closed. */
  public OutputStream file(String name) throws IOException {
    Path file = beside.resolve(name);
    Path folder = file.getParent();
    if (folder != null && !Files.exists(folder)) {
      WorkspaceFolder.make(folder);
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18) {
      @Override
      public void close() throws IOException {
        try (channel) {
          flush();
          channel.force(true);
        }
      }
    };
  }

  /**
   * Lets the folder take its place, in one step, when all is proved. Its mark goes with it and is
   * taken away there: without it what is halted here would be a stranger's folder for good.
   */
  public void finish() throws IOException {
    Disk disk = Disk.real();
    for (Path folder : folders()) {
      disk.syncFolder(folder);
    }
    if (Files.exists(to)) {
      // Empty, or this refuses.
      Files.delete(to);
    }
    move(beside, to);
    Files.delete(to.resolve(MARK));
    disk.syncFolder(to);
  }

  /** A folder gets another name, and the disk has it. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to);
    DurableFile.syncParent(Disk.real(), to);
  }

  /** Takes away what a restore that was halted after its last step has left in its place. */
  static void clear(Path workspace) throws IOException {
    if (!String.valueOf(workspace.getFileName()).endsWith(BESIDE)) {
      Files.deleteIfExists(workspace.resolve(MARK));
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.walk(beside)) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  /** Removes the folder: nothing of it is kept. */
  public void giveUp() throws IOException {
    remove(beside);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path f : all) {
      // The mark goes last but one, so that a halt in between still shows whose folder it is.
      if (!f.equals(folder) && !f.equals(folder.resolve(MARK))) {
        Files.delete(f);
      }
    }
    Files.deleteIfExists(folder.resolve(MARK));
    Files.delete(folder);
  }
}

package org.sala.bench.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.sala.store.file.SteadyFiles;

/**
 * Brings the view's files to the faulty disk: stands in for the file system that its database uses,
 * and wraps what lies below a folder that has been put under a disk.
 */
public final class FaultyView extends SteadyFiles {
  private static final Map<Path, FaultyDisk> DISKS = new ConcurrentHashMap<>();

  /** The view below a folder lies on this disk from now on. */
  static void put(Path folder, FaultyDisk disk) {
    DISKS.put(folder.toAbsolutePath(), disk);
    FilePath.register(new FaultyView());
  }

  static void take(Path folder) {
    DISKS.remove(folder.toAbsolutePath());
    if (DISKS.isEmpty()) {
      SteadyFiles.register();
    }
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel opened = super.open(mode);
    Path file = Path.of(real());
    for (Map.Entry<Path, FaultyDisk> d : DISKS.entrySet()) {
      if (file.startsWith(d.getKey())) {
        return d.getValue().channel(opened, file);
      }
    }
    return opened;
  }
}

package org.sala.vault;

import java.nio.file.Path;
import org.sala.disk.Disk;

/** Files as a newer Sala may write them one day. */
public final class NewerFiles {
  private NewerFiles() {}

  /** Puts a key file of the next format into a workspace. */
  public static void keyFile(Path workspace) {
    TwinFile newer = new TwinFile(Disk.real(), workspace, "key", KeyFile.MAGIC, KeyFile.FORMAT + 1);
    newer.write(newer.next(), new byte[100]);
  }
}

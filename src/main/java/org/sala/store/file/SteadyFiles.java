package org.sala.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The real disk as the view uses it, a file system of the database's under a name of ours. */
public class SteadyFiles extends FilePathWrapper {
  private static final String SCHEME = "steady";

  static {
    register();
  }

  /** Makes it known to the database, in the place of whatever had its name. */
  public static void register() {
    FilePath.register(new SteadyFiles());
  }

  /** Opens a file by whatever is known under the name. */
  static FileChannel open(Path file, String mode) throws IOException {
    return FilePath.get(SCHEME + ":" + file.toAbsolutePath()).open(mode);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new SteadyFile(real(), mode);
  }

  /** The file's name on the disk. */
  protected final String real() {
    return name.substring(SCHEME.length() + 1);
  }
}

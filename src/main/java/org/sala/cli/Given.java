package org.sala.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a call names: what is wrong with one is said at once, and in words. */
final class Given {
  private Given() {}

  /** A file that can be read. */
  static Path file(Path file) {
    if (Files.isDirectory(file)) {
      throw new NotEntered("That is a folder, not a file: " + file, Exit.USAGE);
    }
    if (!Files.isRegularFile(file)) {
      throw new NotEntered("There is no such file: " + file, Exit.USAGE);
    }
    if (!Files.isReadable(file)) {
      throw new NotEntered("That file cannot be read: " + file, Exit.USAGE);
    }
    return file;
  }

  /** A folder that is there: none is made, since a stick that is not in would count as carried. */
  static Path folder(Path folder) {
    if (Files.isRegularFile(folder)) {
      throw new NotEntered("That is a file, not a folder: " + folder, Exit.USAGE);
    }
    if (!Files.isDirectory(folder)) {
      throw new NotEntered(
          "There is no such folder: "
              + folder
              + ". A stick has to be in, a share connected; make the folder there if it is a new"
              + " one. Nothing was done.",
          Exit.USAGE);
    }
    return folder;
  }

  /** A file that can be written: its folder is there, and it is none itself. */
  static Path target(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new NotEntered("That is a folder; name a file in it: " + file, Exit.USAGE);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotEntered(
          "A file cannot be written there, the folder is missing: " + file, Exit.USAGE);
    }
    return file;
  }
}

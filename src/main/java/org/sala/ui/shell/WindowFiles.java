package org.sala.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The window's way to files, as dialogs ask for them. */
record WindowFiles(Shell.Window window) implements Overlay.Files {
  @Override
  public Optional<Path> open(String title) {
    return window.openFile(title);
  }

  @Override
  public List<Path> openSeveral(String title) {
    return window.openFiles(title);
  }

  @Override
  public Optional<Path> save(String title, String name) {
    return window.saveFile(title, name);
  }

  @Override
  public Optional<Path> folder(String title) {
    return window.folder(title);
  }
}

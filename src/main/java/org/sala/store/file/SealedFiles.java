package org.sala.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The file system that one view's database sees: its database file is one of sealed blocks, and no
 * other file can be opened through it. Each view registers one of its own, under a random scheme,
 * so that the keys of two views in one program never meet.
 */
public final class SealedFiles extends FilePath {
  private final String scheme;
  private final FilePath real;
  private final SealedBlocks.Tools tools;

  /**
   * The root of a file system.
   *
   * @param scheme small letters and digits
   */
  public SealedFiles(String scheme, SealedBlocks.Tools tools) {
    this(scheme, FilePath.get("nio:"), tools);
  }

  private SealedFiles(String scheme, FilePath real, SealedBlocks.Tools tools) {
    this.scheme = scheme;
    this.real = real;
    this.tools = tools;
    this.name = scheme + ":" + real.name;
  }

  private SealedFiles at(FilePath path) {
    return new SealedFiles(scheme, path, tools);
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public SealedFiles getPath(String path) {
    String inner = path.startsWith(scheme + ":") ? path.substring(scheme.length() + 1) : path;
    return at(FilePath.get(inner));
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    if (!name.endsWith(".mv.db")) {
      throw new IOException("the view has one file");
    }
    return SealedBlocks.open(Path.of(real.name), mode, tools);
  }

  @Override
  public FilePath createTempFile(String suffix, boolean inTempDir) throws IOException {
    throw new IOException("the view makes no temporary files");
  }

  @Override
  public long size() {
    return real.size();
  }

  @Override
  public void moveTo(FilePath newName, boolean atomicReplace) {
    throw new UnsupportedOperationException("the view's file stays where it is");
  }

  @Override
  public boolean createFile() {
    throw new UnsupportedOperationException("files are made by opening them");
  }

  @Override
  public boolean exists() {
    return real.exists();
  }

  @Override
  public void delete() {
    throw new UnsupportedOperationException("the view's folder is emptied as a whole");
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    return real.newDirectoryStream().stream().map(this::at).collect(Collectors.toList());
  }

  @Override
  public FilePath toRealPath() {
    return at(real.toRealPath());
  }

  @Override
  public @Nullable FilePath getParent() {
    @Nullable FilePath parent = real.getParent();
    return parent == null ? null : at(parent);
  }

  @Override
  public boolean isDirectory() {
    return real.isDirectory();
  }

  @Override
  public boolean isRegularFile() {
    return real.isRegularFile();
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public long lastModified() {
    return real.lastModified();
  }

  @Override
  public boolean canWrite() {
    return real.canWrite();
  }

  @Override
  public void createDirectory() {
    real.createDirectory();
  }

  @Override
  public boolean setReadOnly() {
    return real.setReadOnly();
  }
}

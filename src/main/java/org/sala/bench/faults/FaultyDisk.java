package org.sala.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disk that passes everything on to the real one, by way of a {@link Disturbance}. The program
 * under test is handed a path of it and knows no difference; the view's files, which the database
 * opens by name, come by {@link FaultyView}.
 */
final class FaultyDisk extends FileSystemProvider {
  private final Disturbance disturbance;
  private final FaultyFileSystem fileSystem = new FaultyFileSystem(this);

  FaultyDisk(Disturbance disturbance) {
    this.disturbance = disturbance;
  }

  /** Returns a real place as a path on this disk. */
  Path path(Path real) {
    return new FaultyPath(this, real.toAbsolutePath());
  }

  FileSystem fileSystem() {
    return fileSystem;
  }

  FaultyChannel channel(FileChannel to, Path real) {
    return new FaultyChannel(to, real, disturbance);
  }

  private static Path real(Path path) {
    return FaultyPath.real(path);
  }

  private void change(Disturbance.Act act, Path file) throws IOException {
    disturbance.before(act, file, 0);
  }

  private void changed(Disturbance.Act act, Path file, @Nullable Path to) {
    disturbance.after(act, file, 0, new byte[0], to);
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return fileSystem;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path file = real(path);
    Set<OpenOption> asked = new HashSet<>(options);
    boolean writes =
        asked.contains(StandardOpenOption.WRITE) || asked.contains(StandardOpenOption.APPEND);
    boolean makes = writes && !Files.exists(file);
    boolean empties = writes && !makes && asked.contains(StandardOpenOption.TRUNCATE_EXISTING);
    if (makes || empties) {
      change(Disturbance.Act.MAKE, file);
    }
    FileChannel opened = FileChannel.open(file, asked, attributes);
    if (makes || empties) {
      changed(Disturbance.Act.MAKE, file, null);
    }
    return channel(opened, file);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    java.util.List<Path> kept = new java.util.ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(real(folder))) {
      for (Path p : all) {
        Path here = folder.resolve(p.getFileName().toString());
        if (filter.accept(here)) {
          kept.add(here);
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return kept.iterator();
      }

      @Override
      public void close() {
        // It was read to its end.
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path file = real(folder);
    if (Files.exists(file)) {
      throw new java.nio.file.FileAlreadyExistsException(file.toString());
    }
    change(Disturbance.Act.MAKE_FOLDER, file);
    Files.createDirectory(file, attributes);
    changed(Disturbance.Act.MAKE_FOLDER, file, null);
  }

  @Override
  public void delete(Path path) throws IOException {
    Path file = real(path);
    change(Disturbance.Act.DELETE, file);
    Files.delete(file);
    changed(Disturbance.Act.DELETE, file, null);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    byte[] bytes = Files.readAllBytes(from);
    if (!Arrays.asList(options).contains(java.nio.file.StandardCopyOption.REPLACE_EXISTING)
        && Files.exists(to)) {
      throw new java.nio.file.FileAlreadyExistsException(to.toString());
    }
    Files.write(to, bytes);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    Path file = real(from);
    change(Disturbance.Act.MOVE, file);
    Files.move(file, real(to), options);
    changed(Disturbance.Act.MOVE, file, real(to));
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return Files.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return Files.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Path file = real(path);
    file.getFileSystem().provider().checkAccess(file, modes);
  }

  @Override
  @SuppressWarnings("NullAway")
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Files.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return Files.readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    Files.setAttribute(real(path), name, value, options);
  }
}

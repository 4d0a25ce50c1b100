package org.sala.bench.leaks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * F11: looks through files, their names, and what is encoded or compressed inside them. Base64 and
 * hexadecimal text is decoded at every alignment, deflate streams are unpacked, and both again
 * inside each other.
 *
 * <p>A very large file is read in pieces that overlap; a word or an encoded run longer than the
 * overlap would have to lie across two of them to be missed.
 */
public final class LeakSearch {
  private static final int PIECE = 32 << 20;
  private static final int OVERLAP = 2 << 20;
  private static final int DEEPEST = 4;

  private final Needles needles;
  private final Set<Leak> leaks = new LinkedHashSet<>();
  private long files;
  private long bytes;

  /**
   * A word that lies readable.
   *
   * @param how the ways to it, outermost first
   */
  public record Leak(Path file, String word, String how) {
    /** The word stays out of what may be printed by mistake. */
    @Override
    public String toString() {
      return "Leak[" + file.getFileName() + ", " + how + "]";
    }
  }

  public LeakSearch(Collection<String> words) {
    this.needles = new Needles(words);
  }

  /** Words that are looked for. */
  public int words() {
    return needles.count();
  }

  public long files() {
    return files;
  }

  public long bytes() {
    return bytes;
  }

  /** Looks through a folder; what is in {@code except} lies clear on purpose. */
  public List<Leak> folder(Path root, Set<Path> except) throws IOException {
    leaks.clear();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (except.contains(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            name(root.relativize(folder), folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!except.contains(file) && attributes.isRegularFile()) {
              name(root.relativize(file), file);
              file(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.exists(file)) {
              throw e;
            }
            // A program that still runs took it away; it is not there to be read.
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(leaks);
  }

  /** Looks through bytes. */
  public List<Leak> bytes(Path name, byte[] content) {
    leaks.clear();
    look(name, content, content.length, "", 0);
    return List.copyOf(leaks);
  }

  private void name(Path relative, Path file) {
    byte[] name = relative.toString().getBytes(StandardCharsets.UTF_8);
    look(file, name, name.length, "its name", DEEPEST - 1);
  }

  private void file(Path file) throws IOException {
    files++;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(PIECE);
      while (piece.length > 0) {
        bytes += piece.length;
        look(file, piece, piece.length, "", 0);
        byte[] more = piece.length < PIECE ? new byte[0] : in.readNBytes(PIECE - OVERLAP);
        if (more.length == 0) {
          return;
        }
        byte[] next = new byte[OVERLAP + more.length];
        System.arraycopy(piece, piece.length - OVERLAP, next, 0, OVERLAP);
        System.arraycopy(more, 0, next, OVERLAP, more.length);
        piece = next;
        if (next.length < PIECE) {
          bytes -= OVERLAP;
          look(file, next, next.length, "", 0);
          return;
        }
        bytes -= OVERLAP;
      }
    }
  }

  private void look(Path file, byte[] hay, int length, String how, int depth) {
    needles.in(
        hay,
        length,
        (word, charset) ->
            leaks.add(new Leak(file, word, how.isEmpty() ? charset : how + ", " + charset)));
    if (depth < DEEPEST) {
      List<Inside.Found> inside = new ArrayList<>();
      Inside.of(hay, length, inside::add);
      for (Inside.Found f : inside) {
        look(
            file,
            f.content(),
            f.content().length,
            how.isEmpty() ? f.how() : how + ", " + f.how(),
            depth + 1);
      }
    }
  }
}

package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sala.disk.Disk;
import org.sala.disk.DiskFull;
import org.sala.disk.DurableFile;
import org.sala.domain.Compartment;

/**
 * A note beside each object that no record names yet: when the program ends before the record is
 * written, the next start knows which objects nobody will ever ask for.
 */
final class Unclaimed {
  private static final String ENDING = ".unclaimed";
  private static final Pattern LINE =
      Pattern.compile("(investigation|protection) ([0-9a-f]{64})\n");
  private static final int LONGEST = 100;

  private final Disk disk;
  private final Path folder;
  private final boolean lasting;
  private final Set<String> remembered = new HashSet<>();

  /**
   * @param lasting whether the next start has to know. Where several programs keep objects it need
   *     not: one that no record names hurts nobody there, and is found by whoever takes in the same
   */
  Unclaimed(Disk disk, Path folder, boolean lasting) {
    this.disk = disk;
    this.folder = folder;
    this.lasting = lasting;
  }

  /**
   * What a note says.
   *
   * @param id of the object
   * @param file its name in the folder
   */
  record Note(String id, Compartment compartment, String file) {}

  /** Durable before the object itself is, once the folder has been synced. */
  void write(StoredObject object) throws IOException {
    if (!lasting) {
      remembered.add(object.id());
      return;
    }
    byte[] line =
        (object.compartment().code() + " " + object.facts().sealedSha256() + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (FileChannel out =
        disk.open(path(object.id()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      DurableFile.write(out, ByteBuffer.wrap(line), 0);
      out.force(true);
    } catch (IOException e) {
      throw DiskFull.told(e, folder);
    }
  }

  void remove(String id) throws IOException {
    if (!remembered.remove(id)) {
      disk.delete(path(id));
    }
  }

  boolean has(String id) {
    return remembered.contains(id) || Files.exists(path(id));
  }

  /** The notes that are there; one that was not written to its end names nothing and is removed. */
  List<Note> all() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(p -> p.getFileName().toString().endsWith(ENDING)).sorted().toList();
    }
    List<Note> notes = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      Matcher line =
          LINE.matcher(
              Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.US_ASCII));
      if (line.matches()) {
        Compartment compartment =
            line.group(1).equals(Compartment.PROTECTION.code())
                ? Compartment.PROTECTION
                : Compartment.INVESTIGATION;
        notes.add(
            new Note(
                name.substring(0, name.length() - ENDING.length()), compartment, line.group(2)));
      } else {
        disk.delete(file);
      }
    }
    return notes;
  }

  private Path path(String id) {
    return folder.resolve(id + ENDING);
  }
}

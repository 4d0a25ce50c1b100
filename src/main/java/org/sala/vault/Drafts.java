package org.sala.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sala.crypto.Secret;
import org.sala.disk.CarriedOn;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;
import org.sala.domain.Compartment;
import org.sala.domain.Value;

/**
 * What has been typed and not yet saved: one small sealed file a form, kept twice, so that it
 * survives a kill. Not case data: it is deleted when the form is saved. A draft lies under its
 * compartment's key; file names tell nothing. What the disk does not take stays in memory, sealed.
 */
public final class Drafts implements AutoCloseable {
  /** Bytes of a name. */
  private static final int NAME = 16;

  private final Disk disk;
  private final Path folder;
  private final SecureRandom random;
  private final Unwritten unwritten;
  private final CarriedOn carriedOn;
  private final Secret naming;
  private final Map<Compartment, Secret> sealing = new EnumMap<>(Compartment.class);

  /**
   * @param unwritten holds what the disk does not take until it does
   * @param carriedOn hears where it did not take it once more
   */
  public Drafts(
      Path folder,
      WorkspaceKeys keys,
      SecureRandom random,
      Unwritten unwritten,
      CarriedOn carriedOn) {
    this(Disk.real(), folder, keys, random, unwritten, carriedOn);
  }

  /**
   * @param disk where drafts are written
   * @param unwritten holds what the disk does not take until it does
   * @param carriedOn hears where it did not take it once more
   */
  public Drafts(
      Disk disk,
      Path folder,
      WorkspaceKeys keys,
      SecureRandom random,
      Unwritten unwritten,
      CarriedOn carriedOn) {
    this.unwritten = unwritten;
    this.carriedOn = carriedOn;
    this.disk = disk;
    this.folder = folder;
    this.random = random;
    this.naming = keys.workspace().derive(new byte[0], "sala draft name v1");
    keys.compartments().forEach((c, k) -> sealing.put(c, k.derive(new byte[0], "sala draft v1")));
  }

  /**
   * A draft as it was kept.
   *
   * @param form whose it is, as the caller named it
   */
  public record Draft(String form, Compartment compartment, Value.Parts content) {
    @Override
    public String toString() {
      return "Draft";
    }
  }

  /**
   * Keeps what stands in a form now; durable when this returns.
   *
   * @throws VaultFault where the disk does not take it: it is kept in memory, sealed, is read from
   *     there, and is written as soon as the disk takes it
   */
  public synchronized void write(String form, Compartment compartment, Value.Parts content) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("form", Value.text(form));
    all.put("content", content);
    String name = name(form, compartment);
    seal(name, compartment, new Value.Parts(all));
    writeUnwritten();
  }

  private void seal(String name, Compartment compartment, Value.Parts all) {
    try (SealedFile file = file(name, compartment)) {
      try {
        file.write(all);
        unwritten.drop(folder, name);
      } catch (VaultFault e) {
        unwritten.keep(folder, name, file.inMemory(all));
        throw e;
      }
    }
  }

  /** Writes what the disk did not take before, as far as it does now. */
  public synchronized void writeUnwritten() {
    for (String name : unwritten.names(folder)) {
      for (Compartment c : sealing.keySet()) {
        Optional<Value.Parts> kept = inMemory(name, c);
        try {
          kept.ifPresent(all -> seal(name, c, all));
        } catch (VaultFault e) {
          // The next time. Another may still find room.
          carriedOn.after(e);
        }
      }
    }
  }

  private Optional<Value.Parts> inMemory(String name, Compartment compartment) {
    try (SealedFile file = file(name, compartment)) {
      return unwritten.of(folder, name).flatMap(file::fromMemory);
    }
  }

  /** The draft of a form; empty when there is none, or it is spoiled. */
  public synchronized Optional<Draft> read(String form, Compartment compartment) {
    if (!sealing.containsKey(compartment)) {
      return Optional.empty();
    }
    return open(name(form, compartment), compartment);
  }

  /** Every draft that this officer may open; spoiled ones are left out. */
  public synchronized List<Draft> all() {
    List<Draft> all = new ArrayList<>();
    SortedSet<String> names = names();
    names.addAll(unwritten.names(folder));
    for (String name : names) {
      for (Compartment c : sealing.keySet()) {
        open(name, c).ifPresent(all::add);
      }
    }
    return all;
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    files("").forEach(f -> names.add(f.getFileName().toString().substring(0, 2 * NAME)));
    return names;
  }

  /**
   * @param ending what the names end with, as an expression
   */
  private List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("[0-9a-f]{32}\\.[ab]" + ending))
          .toList();
    } catch (IOException e) {
      throw VaultFault.of("drafts", e);
    }
  }

  /**
   * Gives every draft of which neither copy can be read any more another name, whoever typed it: it
   * stays as it is, encrypted, and is found no more. One that the disk does not let go of is found
   * again the next time.
   *
   * @return how many were found
   */
  public synchronized int setAsideSpoiled() {
    int found = 0;
    for (String name : names()) {
      if (isSpoiled(name)) {
        found++;
        setAside(name);
      }
    }
    return found;
  }

  private boolean isSpoiled(String name) {
    for (Compartment c : sealing.keySet()) {
      try (SealedFile file = file(name, c)) {
        if (file.isDamaged()) {
          return true;
        }
        file.read();
        return false;
      } catch (VaultFault e) {
        if (e.code() != VaultFault.Code.DAMAGED) {
          // Newer than this program, or not to be read just now: that is for another time.
          return false;
        }
      }
    }
    // It is as somebody wrote it, and none of all keys opens it.
    return sealing.keySet().containsAll(EnumSet.allOf(Compartment.class));
  }

  private void setAside(String name) {
    try (SealedFile file = file(name, sealing.keySet().iterator().next())) {
      file.setAside();
    } catch (VaultFault e) {
      // Nobody is kept out by it, and it is told all the same.
      return;
    }
  }

  /** Overwrites and deletes what was set aside: nobody can tell any more whom it was about. */
  public synchronized void deleteSetAside() {
    try {
      for (Path file : files("\\.spoiled(-[0-9]+)?")) {
        DurableFile.overwriteAndDelete(disk, file);
      }
    } catch (IOException e) {
      throw VaultFault.of("drafts", e);
    }
  }

  private Optional<Draft> open(String name, Compartment compartment) {
    Optional<Value.Parts> newest = inMemory(name, compartment);
    try (SealedFile file = file(name, compartment)) {
      return (newest.isPresent() ? newest : file.read())
          .flatMap(
              p ->
                  p.parts().get("content") instanceof Value.Parts content
                      ? Optional.of(new Draft(p.text("form").orElse(""), compartment, content))
                      : Optional.empty());
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.DAMAGED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Overwrites and deletes a draft: its form was saved or given up, or its scope erased. */
  public synchronized void delete(String form, Compartment compartment) {
    if (sealing.containsKey(compartment)) {
      String name = name(form, compartment);
      unwritten.drop(folder, name);
      try (SealedFile file = file(name, compartment)) {
        file.delete();
      }
    }
  }

  private SealedFile file(String name, Compartment compartment) {
    Secret key = sealing.get(compartment);
    if (key == null) {
      throw new VaultFault(VaultFault.Code.NO_KEY, "draft");
    }
    return new SealedFile(disk, folder, name, key, random);
  }

  private String name(String form, Compartment compartment) {
    byte[] mac = naming.mac((compartment.code() + " " + form).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac, 0, NAME);
  }

  @Override
  public synchronized void close() {
    try {
      writeUnwritten();
    } finally {
      naming.close();
      sealing.values().forEach(Secret::close);
    }
  }
}

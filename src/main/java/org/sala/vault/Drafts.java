package org.sala.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.Value;

/**
 * What has been typed and not yet saved: one small sealed file a form, kept twice, so that it
 * survives a kill. Not case data: it is deleted when the form is saved. A draft lies under its
 * compartment's key; file names tell nothing.
 */
public final class Drafts implements AutoCloseable {
  private final Disk disk;
  private final Path folder;
  private final SecureRandom random;
  private final Secret naming;
  private final Map<Compartment, Secret> sealing = new EnumMap<>(Compartment.class);

  public Drafts(Path folder, WorkspaceKeys keys, SecureRandom random) {
    this(Disk.real(), folder, keys, random);
  }

  /**
   * @param disk where drafts are written
   */
  public Drafts(Disk disk, Path folder, WorkspaceKeys keys, SecureRandom random) {
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

  /** Keeps what stands in a form now; durable when this returns. */
  public synchronized void write(String form, Compartment compartment, Value.Parts content) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("form", Value.text(form));
    all.put("content", content);
    try (SealedFile file = file(name(form, compartment), compartment)) {
      file.write(new Value.Parts(all));
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
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.matches("[0-9a-f]{32}\\.[ab]"))
          .forEach(n -> names.add(n.substring(0, 32)));
    } catch (IOException e) {
      throw VaultFault.of("drafts", e);
    }
    List<Draft> all = new ArrayList<>();
    for (String name : names) {
      for (Compartment c : sealing.keySet()) {
        open(name, c).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Draft> open(String name, Compartment compartment) {
    try (SealedFile file = file(name, compartment)) {
      return file.read()
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
      try (SealedFile file = file(name(form, compartment), compartment)) {
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
    return HexFormat.of().formatHex(mac, 0, 16);
  }

  @Override
  public synchronized void close() {
    naming.close();
    sealing.values().forEach(Secret::close);
  }
}

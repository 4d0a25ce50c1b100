package org.sala.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogues that come with Sala. Every version that a screening may have been done with is
 * kept, and its digest never changes.
 */
public final class BuiltIn {
  /** Versions by name, the newest last. */
  private static final Map<String, List<String>> VERSIONS = new LinkedHashMap<>();

  static {
    VERSIONS.put("scam-compound", List.of("1", "2", "3", "4", "5", "6"));
    VERSIONS.put("labour", List.of("1", "2", "3"));
    VERSIONS.put("defrauded", List.of("1", "2"));
    VERSIONS.put("needs", List.of("1"));
  }

  private static final Map<String, Catalogue> READ = new ConcurrentHashMap<>();

  private BuiltIn() {}

  /** The names of all built-in catalogues. */
  public static List<String> names() {
    return List.copyOf(VERSIONS.keySet());
  }

  /** The versions of one, the newest last; none if there is none of that name. */
  public static List<String> versions(String id) {
    return VERSIONS.getOrDefault(id, List.of());
  }

  /**
   * The newest version of a catalogue. It is read once: nothing of it changes while the program
   * runs.
   *
   * @throws FormFault if there is none of that name
   */
  public static Catalogue newest(String id) {
    List<String> versions = versions(id);
    if (versions.isEmpty()) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "catalogue " + id);
    }
    return read(id, versions.getLast());
  }

  /**
   * One version.
   *
   * @throws FormFault if there is none
   */
  public static Catalogue version(String id, String version) {
    if (!versions(id).contains(version)) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "catalogue " + id + " " + version);
    }
    return read(id, version);
  }

  /**
   * The very catalogue that a screening was done with.
   *
   * @param digest the catalogue's, or that of its only form: screenings of the first days name that
   */
  public static Optional<Catalogue> find(String id, String version, String digest) {
    return versions(id).contains(version)
        ? Optional.of(read(id, version)).filter(c -> c.isNamed(digest))
        : Optional.empty();
  }

  /** The bytes of one file of a version; empty if there is none. */
  public static Optional<byte[]> file(String id, String version, String name) {
    return versions(id).contains(version)
        ? Optional.ofNullable(CatalogueFiles.builtIn(id, version).files().get(name))
        : Optional.empty();
  }

  private static Catalogue read(String id, String version) {
    return READ.computeIfAbsent(
        id + "/" + version, key -> Catalogue.of(CatalogueFiles.builtIn(id, version)));
  }
}

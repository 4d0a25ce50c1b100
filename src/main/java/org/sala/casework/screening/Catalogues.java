package org.sala.casework.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.AttachedFiles;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.RecordId;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.FormFault;
import org.sala.form.Indicator;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * The catalogues that can be run here: those that come with Sala, and those that headquarters has
 * sent. A record is always shown with the very one it was begun with: another version, even of the
 * same catalogue, is not taken for it.
 */
@BehindTheDesk
public final class Catalogues {
  /** Ids of the catalogues that people are screened with; the usual one first. */
  public static final List<String> SCREENINGS = List.of("scam-compound", "labour");

  private static final int MOST_BYTES = 16 << 20;

  /** Catalogues that were read: of one digest there is one for ever. */
  private static final Map<String, Sent> READ = new ConcurrentHashMap<>();

  private final Station station;
  private final AuditTrail audit;

  public Catalogues(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /**
   * A catalogue that headquarters has sent.
   *
   * @param catalogue empty where it cannot be run here
   * @param findings why not
   */
  public record Sent(
      String id,
      String version,
      String digest,
      Optional<Catalogue> catalogue,
      List<String> findings) {
    public Sent {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What a new screening is begun with.
   *
   * @param id one of {@link #SCREENINGS}
   */
  Catalogue screening(String id) {
    if (!SCREENINGS.contains(id)) {
      throw new IllegalArgumentException("no catalogue that people are screened with");
    }
    return newest(id);
  }

  /** The newest version that can be run here, whoever it comes from. */
  public Catalogue newest(String id) {
    Catalogue newest = BuiltIn.newest(id);
    boolean builtIn = true;
    for (Sent s : sent()) {
      // Of one version headquarters' own counts: it may name who looks into officials.
      int least = number(newest.version()) + (builtIn ? 0 : 1);
      if (s.id().equals(id) && s.catalogue().isPresent() && number(s.version()) >= least) {
        newest = s.catalogue().get();
        builtIn = false;
      }
    }
    return newest;
  }

  /** Versions are whole numbers of at most nine digits. */
  public static int number(String version) {
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
  }

  /** The catalogue that a record's open fields name. */
  public Optional<Catalogue> of(Map<String, FieldState> open) {
    String id = Stored.text(open, "form").orElse("");
    String version = Stored.text(open, "formVersion").orElse("");
    String digest = Stored.text(open, "formDigest").orElse("");
    return BuiltIn.find(id, version, digest)
        .or(
            () ->
                sent().stream()
                    .filter(s -> s.id().equals(id) && s.version().equals(version))
                    .filter(s -> s.digest().equals(digest))
                    .findFirst()
                    .flatMap(Sent::catalogue));
  }

  /**
   * The answers that may name officials, as their nodes in every version that anybody may have been
   * screened with. What one version kept here, no later one lets go.
   */
  public Set<String> official() {
    Set<String> nodes = new LinkedHashSet<>(Official.BUILT_IN);
    sent().forEach(s -> s.catalogue().ifPresent(c -> nodes.addAll(official(c))));
    return nodes;
  }

  /** Of what is built in, worked out once and not before anybody asks. */
  private static final class Official {
    static final Set<String> BUILT_IN =
        SCREENINGS.stream()
            .flatMap(id -> BuiltIn.versions(id).stream().map(v -> BuiltIn.version(id, v)))
            .flatMap(c -> official(c).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> official(Catalogue c) {
    return c.indicators().stream().filter(Indicator::staysHere).map(Indicator::node).toList();
  }

  /** What records of a directory of services name instead of a catalogue. */
  public static final String DIRECTORY = "services";

  /**
   * The newest directory of services that headquarters has sent and that is whole here.
   *
   * @param version a whole number
   */
  public record Directory(long version, String digest, byte[] bytes) {
    @Override
    public byte[] bytes() {
      return bytes;
    }
  }

  /** The record of the newest directory that headquarters wrote, whether or not it is whole. */
  public Optional<RecordId> newestDirectory() {
    Optional<RecordId> newest = Optional.empty();
    int version = 0;
    for (Records.Row row : station.view().records().ofKind(CatalogueKinds.CATALOGUE.key())) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      int is = number(Stored.text(f, "formVersion").orElse(""));
      if (isDirectory(f) && is > version && isTheirs(row)) {
        newest = Optional.of(row.id());
        version = is;
      }
    }
    return newest;
  }

  /** The directory in force; empty where headquarters has sent none, or its file is spoiled. */
  public Optional<Directory> directory() {
    return newestDirectory()
        .flatMap(
            id -> {
              Map<String, FieldState> f = station.view().records().fields(id);
              long version = number(Stored.text(f, "formVersion").orElse(""));
              String digest = Stored.text(f, "formDigest").orElse("");
              return bytes(id).map(b -> new Directory(version, digest, b));
            });
  }

  private static boolean isDirectory(Map<String, FieldState> f) {
    return Stored.text(f, "form").filter(DIRECTORY::equals).isPresent();
  }

  /**
   * A field laptop could send such records as well; they count from headquarters alone. What its
   * maker wrote into one stands, whatever other hands put on top: nothing of it is written twice.
   */
  private boolean isTheirs(Records.Row row) {
    String headquarters = station.state().text("headquarters").orElse("");
    return Begun.at(station, row.id()).filter(s -> s.toString().equals(headquarters)).isPresent();
  }

  /** Everything that headquarters has sent, the newest last. */
  public List<Sent> sent() {
    Map<String, Map<String, RecordId>> files = new LinkedHashMap<>();
    Map<String, Map<String, FieldState>> named = new LinkedHashMap<>();
    for (Records.Row row :
        station.view().records().ofKind(CatalogueKinds.CATALOGUE.key()).reversed()) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (isTheirs(row) && !isDirectory(f)) {
        String digest = Stored.text(f, "formDigest").orElse("");
        named.putIfAbsent(digest, f);
        files
            .computeIfAbsent(digest, d -> new LinkedHashMap<>())
            .put(Stored.text(f, "name").orElse(""), row.id());
      }
    }
    List<Sent> sent = new ArrayList<>();
    named.forEach((digest, f) -> sent.add(read(digest, f, files.getOrDefault(digest, Map.of()))));
    return sent;
  }

  private Sent read(String digest, Map<String, FieldState> named, Map<String, RecordId> files) {
    Sent known = READ.get(digest);
    if (known != null) {
      return known;
    }
    String id = Stored.text(named, "form").orElse("");
    String version = Stored.text(named, "formVersion").orElse("");
    Sent read;
    try {
      Catalogue c =
          Catalogue.read(name -> Optional.ofNullable(files.get(name)).flatMap(this::bytes));
      boolean same = c.id().equals(id) && c.version().equals(version) && c.digest().equals(digest);
      read =
          same
              ? new Sent(id, version, digest, Optional.of(c), List.of())
              : new Sent(
                  id, version, digest, Optional.empty(), List.of("not what its record names"));
    } catch (FormFault e) {
      read = new Sent(id, version, digest, Optional.empty(), e.findings());
    }
    if (read.catalogue().isPresent()) {
      READ.put(digest, read);
    }
    return read;
  }

  /** The bytes of one file of a catalogue that is here, whoever it comes from. */
  public Optional<byte[]> file(Catalogue of, String name) {
    return BuiltIn.find(of.id(), of.version(), of.digest())
        .flatMap(c -> BuiltIn.file(c.id(), c.version(), name))
        .or(
            () ->
                station.view().records().ofKind(CatalogueKinds.CATALOGUE.key()).stream()
                    .map(Records.Row::id)
                    .filter(r -> isFile(r, of.digest(), name))
                    .findFirst()
                    .flatMap(this::bytes));
  }

  private boolean isFile(RecordId record, String digest, String name) {
    Map<String, FieldState> f = station.view().records().fields(record);
    return Stored.text(f, "formDigest").filter(digest::equals).isPresent()
        && Stored.text(f, "name").filter(name::equals).isPresent();
  }

  private Optional<byte[]> bytes(RecordId file) {
    if (new AttachedFiles(station, audit).open(file, "file")
        instanceof AttachedContent.Opening.Opened o) {
      try (AttachedContent content = o.content()) {
        return Optional.of(content.first(MOST_BYTES));
      } catch (IOException e) {
        // Spoiled: what is missing is named, and the catalogue before it stays in force.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}

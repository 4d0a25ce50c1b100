package org.sala.casework.protection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Taking;
import org.sala.domain.AttachedFile;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** The directory of services: agencies that have no account here, and how they are reached. */
public final class Services {
  private static final int MOST_BYTES = 256 << 10;

  private final Station station;
  private final Ledger ledger;

  private final Catalogues catalogues;

  public Services(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.catalogues = new Catalogues(station, audit);
  }

  /**
   * What is known of an agency.
   *
   * @param languages codes of ISO 639
   * @param hours as it is said; may be empty
   */
  public record Agency(
      String name,
      Set<Referral.Service> services,
      Set<String> languages,
      String hours,
      String contact) {
    public Agency {
      services = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(services));
      languages = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(languages));
      if (name.isBlank() || services.isEmpty() || contact.isBlank()) {
        throw new IllegalArgumentException("an agency has a name, a service and a contact");
      }
    }
  }

  /**
   * One entry.
   *
   * @param version of the file that it came with; 0 where it was typed here
   * @param signed whether headquarters sent it; then it is not struck out here
   */
  public record Entry(RecordId id, Agency agency, long version, boolean signed) {}

  /** What came of a file. */
  public sealed interface Taken {
    /** The file is the directory now. */
    record Directory(long version, int agencies) implements Taken {}

    /** Nothing was taken; everything that is wrong, each with its line. */
    record Refused(List<String> problems) implements Taken {
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /** Headquarters sends the directory here: a file that nobody signed is not taken beside it. */
    record Signed(long version) implements Taken {}

    /** One as new or newer is here. */
    record NotNewer(long version) implements Taken {}
  }

  /** The version of the directory that headquarters has sent; 0 where there is none. */
  public long signedVersion() {
    return catalogues.directory().map(Catalogues.Directory::version).orElse(0L);
  }

  /**
   * The agencies that are not struck out, by name: those that were typed here, and those of
   * headquarters' directory, or where there is none those of a file that was taken in here.
   */
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    Optional<Catalogues.Directory> signed = catalogues.directory();
    signed.ifPresent(d -> all.addAll(entries(d)));
    here().stream().filter(e -> signed.isEmpty() || e.version() == 0).forEach(all::add);
    all.sort(Comparator.comparing(e -> e.agency().name()));
    return all;
  }

  /** An entry is known by its directory and its name, on every laptop alike. */
  private static List<Entry> entries(Catalogues.Directory d) {
    return ServiceFile.read(d.bytes()).agencies().stream()
        .map(
            a ->
                new Entry(
                    new RecordId(
                        UUID.nameUUIDFromBytes(
                            ("services " + a.name()).getBytes(StandardCharsets.UTF_8))),
                    a,
                    d.version(),
                    true))
        .toList();
  }

  /** What was written down at this station. */
  private List<Entry> here() {
    List<Entry> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind("agency")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (!f.containsKey("ended")) {
        read(row.id(), f).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Returns the agencies that offer a service, those that speak the person's language first. */
  public List<Entry> doing(Referral.Service service, Set<String> languages) {
    return all().stream()
        .filter(e -> e.agency().services().contains(service))
        .sorted(
            Comparator.comparing(
                e -> e.agency().languages().stream().noneMatch(languages::contains)))
        .toList();
  }

  /** Writes one down by hand. */
  public RecordId add(Agency agency) {
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.AGENCY, station.scope(), fields(agency, 0)));
    return id;
  }

  /** An agency does not help any more; referrals to it keep what they say. */
  public Saved strike(RecordId entry, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    return ledger.write(
        new Act()
            .edit(entry, Kinds.AGENCY, Map.of("ended", station.now().toValue()))
            .because(reason));
  }

  /**
   * Takes a directory in: as one act it replaces what came from an older file; what was typed here
   * stays.
   */
  public Taken take(Path file) {
    byte[] bytes = bytes(file);
    ServiceFile.Read read = ServiceFile.read(bytes);
    if (!read.problems().isEmpty()) {
      return new Taken.Refused(read.problems());
    }
    if (station.state().flag("isHeadquarters")) {
      return sign(read, bytes);
    }
    if (signedVersion() > 0) {
      return new Taken.Signed(signedVersion());
    }
    List<Entry> known = here();
    long newest = known.stream().mapToLong(Entry::version).max().orElse(0);
    if (read.version() <= newest) {
      return new Taken.NotNewer(newest);
    }
    Act act = new Act();
    Map<String, Entry> before = new LinkedHashMap<>();
    known.stream().filter(e -> e.version() > 0).forEach(e -> before.put(e.agency().name(), e));
    for (Agency a : read.agencies()) {
      Entry old = before.remove(a.name());
      if (old == null) {
        act.make(station.ids().record(), Kinds.AGENCY, station.scope(), fields(a, read.version()));
      } else {
        act.edit(old.id(), Kinds.AGENCY, changed(old, a, read.version()));
      }
    }
    before
        .values()
        .forEach(e -> act.edit(e.id(), Kinds.AGENCY, Map.of("ended", station.now().toValue())));
    ledger.write(act);
    return new Taken.Directory(read.version(), read.agencies().size());
  }

  /**
   * Signs the directory at headquarters: it becomes a record, signed like every change, and goes to
   * every station.
   */
  private Taken sign(ServiceFile.Read read, byte[] bytes) {
    if (read.version() <= signedVersion()) {
      return new Taken.NotNewer(signedVersion());
    }
    Taking taking =
        new Attachments(station, ledger)
            .take(
                "services.txt",
                bytes,
                new Attachments.Place(station.scope(), Compartment.INVESTIGATION),
                f -> record(read.version(), f));
    return switch (taking) {
      case Taking.Taken t -> new Taken.Directory(read.version(), read.agencies().size());
      case Taking.NoSpace n -> throw new CaseworkFault(CaseworkFault.Code.DISK_FULL);
      default -> throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    };
  }

  private RecordId record(long version, AttachedFile file) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("form", Value.text(Catalogues.DIRECTORY));
    fields.put("formVersion", Value.text(String.valueOf(version)));
    fields.put("formDigest", Value.text(file.digest()));
    fields.put("name", Value.text(file.name()));
    fields.put("at", station.now().toValue());
    fields.put("file", file.toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, CatalogueKinds.CATALOGUE, station.scope(), fields));
    return id;
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  private static Map<String, Value> changed(Entry old, Agency now, long version) {
    Map<String, Value> fields = new LinkedHashMap<>();
    old.agency().services().forEach(s -> fields.put("service/" + s.name(), Value.Nothing.HERE));
    old.agency().languages().forEach(l -> fields.put("language/" + l, Value.Nothing.HERE));
    fields.put("hours", Value.Nothing.HERE);
    fields.putAll(fields(now, version));
    return fields;
  }

  private static Map<String, Value> fields(Agency a, long version) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(a.name().strip()));
    a.services().forEach(s -> fields.put("service/" + s.name(), Value.flag(true)));
    a.languages().forEach(l -> fields.put("language/" + l, Value.flag(true)));
    Stored.put(fields, "hours", a.hours());
    fields.put("contact", Value.text(a.contact().strip()));
    fields.put("version", Value.whole(version));
    return fields;
  }

  private static Optional<Entry> read(RecordId id, Map<String, FieldState> f) {
    Set<Referral.Service> services = new LinkedHashSet<>();
    elements(f, "service/").forEach(s -> Referral.Service.of(s).ifPresent(services::add));
    String name = Stored.text(f, "name").orElse("");
    String contact = Stored.text(f, "contact").orElse("");
    if (name.isBlank() || contact.isBlank() || services.isEmpty()) {
      return Optional.empty();
    }
    FieldState version = f.get("version");
    return Optional.of(
        new Entry(
            id,
            new Agency(
                name,
                services,
                elements(f, "language/"),
                Stored.text(f, "hours").orElse(""),
                contact),
            version != null && version.value() instanceof Value.Whole w ? w.number() : 0,
            false));
  }

  private static Set<String> elements(Map<String, FieldState> f, String family) {
    Set<String> all = new TreeSet<>();
    f.keySet().stream()
        .filter(k -> k.startsWith(family))
        .forEach(k -> all.add(k.substring(family.length())));
    return all;
  }
}

package org.sala.casework.protection;

import java.io.IOException;
import java.io.InputStream;
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
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
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

  public Services(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
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
   */
  public record Entry(RecordId id, Agency agency, long version) {}

  /** What came of a file. */
  public sealed interface Taken {
    /** It is the directory now. */
    record Directory(long version, int agencies) implements Taken {}

    /** Nothing was taken; everything that is wrong, each with its line. */
    record Refused(List<String> problems) implements Taken {
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /** One as new or newer is here. */
    record NotNewer(long version) implements Taken {}
  }

  /** The agencies that are not struck out, by name. */
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind("agency")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (!f.containsKey("ended")) {
        read(row.id(), f).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparing(e -> e.agency().name()));
    return all;
  }

  /** Those that do something, those that speak the person's language first. */
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
    ServiceFile.Read read = ServiceFile.read(bytes(file));
    if (!read.problems().isEmpty()) {
      return new Taken.Refused(read.problems());
    }
    List<Entry> known = all();
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

  /** One entry, also one that was struck out since. */
  static Optional<Entry> entry(Station station, RecordId id) {
    return read(id, station.view().records().fields(id));
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
            version != null && version.value() instanceof Value.Whole w ? w.number() : 0));
  }

  private static Set<String> elements(Map<String, FieldState> f, String family) {
    Set<String> all = new TreeSet<>();
    f.keySet().stream()
        .filter(k -> k.startsWith(family))
        .forEach(k -> all.add(k.substring(family.length())));
    return all;
  }
}

package org.sala.casework.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/** Who is still inside, put together by site and building: what a rescue is planned on. */
public final class InsideSites {
  private static final String NO_NUMBER = "–";

  private final Station station;

  private final AuditTrail audit;

  public InsideSites(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** Whether acting does not endanger those inside; the worst that anybody said counts. */
  public enum Safe {
    NO,
    UNKNOWN,
    YES
  }

  /**
   * Somebody inside, as heard.
   *
   * @param saidBy the number of who told it
   * @param now the number that they have here by now; empty while nobody has said who it is
   * @param elsewhere the number that another station alone says they have
   * @param endDisputed whether somebody has written that they are out or dead, which stands beside
   *     what was said until it is decided
   * @param differing the fields of which versions differ, with all values
   */
  public record Heard(
      RecordId id,
      String name,
      String relation,
      String status,
      String lastSeen,
      Safe safe,
      String saidBy,
      String now,
      String elsewhere,
      boolean endDisputed,
      List<Cases.Shown> differing) {
    public Heard {
      differing = List.copyOf(differing);
    }

    @Override
    public String toString() {
      return "Heard";
    }
  }

  /**
   * One building of one site. One who was named by two people is counted twice: names as heard are
   * no proof of who is the same.
   *
   * @param site as it was called the first time; empty where nobody named it
   * @param inside named as inside
   * @param moved named as moved away
   * @param unknown of whom nobody knows which
   * @param toldBy by how many people
   * @param lastSeen as it was said the last time
   * @param differing of how many versions differ, or whether they are still inside
   */
  public record Building(
      String site,
      String building,
      int inside,
      int moved,
      int unknown,
      int toldBy,
      String lastSeen,
      Safe safe,
      int differing,
      List<Heard> heard) {
    public Building {
      heard = List.copyOf(heard);
    }

    @Override
    public String toString() {
      return "Building[" + inside + "]";
    }
  }

  /**
   * One site, whichever building and whoever told of it.
   *
   * @param key what its name comes to; other spellings have the same
   * @param name as it was called the first time; empty where nobody named it
   * @param buildings how many were named, one that was not named among them
   * @param toldBy by how many people
   * @param stations at how many stations they were asked
   * @param lastSeen as it was said the last time
   * @param differing of how many versions differ, or whether they are still inside
   */
  public record Site(
      String key,
      String name,
      int buildings,
      int inside,
      int moved,
      int unknown,
      int toldBy,
      int stations,
      String lastSeen,
      Safe safe,
      int differing) {
    @Override
    public String toString() {
      return "Site[" + inside + "]";
    }
  }

  /**
   * Somebody who came out of there and told of others.
   *
   * @param named how many
   */
  public record Teller(RecordId id, String number, int named) {}

  /** A case that somebody who told of a site has a part in. */
  public record LinkedCase(RecordId id, String number, String title) {
    @Override
    public String toString() {
      return "LinkedCase[" + id + "]";
    }
  }

  /**
   * Everything that is known of a site, by numbers.
   *
   * @param firstMillis when somebody told of it first
   * @param lastMillis when somebody told of it last
   */
  public record Page(
      Site site,
      long firstMillis,
      long lastMillis,
      List<Building> buildings,
      List<Teller> tellers,
      List<LinkedCase> cases) {
    public Page {
      buildings = List.copyOf(buildings);
      tellers = List.copyOf(tellers);
      cases = List.copyOf(cases);
    }
  }

  private record Said(
      RecordId id,
      RecordId by,
      Map<String, FieldState> fields,
      long millis,
      StationId station,
      Optional<PersonRows.Row> out,
      Optional<PersonRows.Row> elsewhere) {
    /** Where versions differ somebody may be at each: a rescue is planned on all of them. */
    List<String> sites() {
      return SiteName.all(fields, "site");
    }

    List<String> places() {
      return SiteName.all(fields, "place");
    }
  }

  /**
   * Every site that anybody named.
   *
   * @param sites the most people inside first
   * @param inside named as inside at any of them: whose versions name two sites stands under each
   */
  public record Everywhere(List<Site> sites, int inside) {
    public Everywhere {
      sites = List.copyOf(sites);
    }
  }

  /** Every building that anybody named, the most people inside first. */
  public List<Building> all() {
    return buildings(said(), Optional.empty());
  }

  /** Every site that anybody named, the most people inside first. */
  public List<Site> sites() {
    return everywhere().sites();
  }

  /** Every site that anybody named, and how many are inside. */
  public Everywhere everywhere() {
    List<Said> said = said();
    Map<RecordId, String> numbers = numbers(said);
    List<Site> sites = new ArrayList<>();
    grouped(said, Said::sites).forEach((key, g) -> sites.add(site(key, g, numbers)));
    sites.sort(Comparator.comparingInt((Site x) -> -x.inside()).thenComparing(Site::name));
    return new Everywhere(sites, building("", "", said, numbers).inside());
  }

  /** Returns the page of one site; empty where nobody has told of it. */
  public Optional<Page> page(String key) {
    List<Said> said = said().stream().filter(x -> x.sites().contains(key)).toList();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Map<RecordId, Integer> named = new LinkedHashMap<>();
    said.forEach(x -> named.merge(x.by(), 1, Integer::sum));
    List<Teller> tellers =
        station.view().people().some(named.keySet()).stream()
            .map(p -> new Teller(p.id(), p.wristband(), named.getOrDefault(p.id(), 0)))
            .toList();
    List<LinkedCase> cases =
        station.view().cases().ofPeople(named.keySet()).stream()
            .map(c -> new LinkedCase(c.id(), c.number(), c.title()))
            .toList();
    return Optional.of(
        new Page(
            site(key, said, numbers(said)),
            said.stream().mapToLong(Said::millis).min().orElse(0),
            said.stream().mapToLong(Said::millis).max().orElse(0),
            buildings(said, Optional.of(key)),
            tellers,
            cases));
  }

  /** Writes down that the names of a site were looked at, before they are shown. */
  public void namesShown(Page page) {
    long names =
        page.buildings().stream()
            .flatMap(b -> b.heard().stream())
            .map(Heard::id)
            .distinct()
            .count();
    audit.note(AuditEntry.Act.VIEWED, "names inside " + names);
  }

  /** Whoever was named, the first who was told of first. */
  private List<Said> said() {
    List<Records.Begun> rows = station.view().records().begun("inside");
    Map<RecordId, Map<String, FieldState>> fields = station.view().records().fieldsOfKind("inside");
    OutSince since = new OutSince(station);
    Map<RecordId, PersonRows.Row> out = since.of(fields.keySet());
    Map<RecordId, PersonRows.Row> elsewhere = since.elsewhere(fields.keySet());
    List<Said> said = new ArrayList<>();
    for (Records.Begun row : rows) {
      Map<String, FieldState> f = fields.getOrDefault(row.id(), Map.of());
      Optional.ofNullable(f.get("saidBy"))
          .map(FieldState::value)
          .flatMap(Value::asRef)
          .ifPresent(
              by ->
                  said.add(
                      new Said(
                          row.id(),
                          by,
                          f,
                          row.millis(),
                          row.station(),
                          Optional.ofNullable(out.get(row.id())),
                          Optional.ofNullable(elsewhere.get(row.id())))));
    }
    return said;
  }

  private static <K> Map<K, List<Said>> grouped(List<Said> said, Function<Said, List<K>> by) {
    Map<K, List<Said>> groups = new LinkedHashMap<>();
    said.forEach(
        x ->
            by.apply(x).forEach(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(x)));
    return groups;
  }

  /** What whoever told is known by; a dash for one without a number. */
  private Map<RecordId, String> numbers(List<Said> said) {
    Map<RecordId, String> numbers = new LinkedHashMap<>();
    station
        .view()
        .people()
        .some(said.stream().map(Said::by).distinct().toList())
        .forEach(p -> numbers.put(p.id(), p.wristband().isEmpty() ? NO_NUMBER : p.wristband()));
    return numbers;
  }

  private record Where(String site, String place) {}

  /**
   * @param site the only one whose buildings are wanted; empty for those of all
   */
  private List<Building> buildings(List<Said> said, Optional<String> site) {
    Map<RecordId, String> numbers = numbers(said);
    List<Building> buildings = new ArrayList<>();
    grouped(said, x -> where(x, site))
        .forEach((where, g) -> buildings.add(building(where.site(), where.place(), g, numbers)));
    buildings.sort(
        Comparator.comparingInt((Building b) -> -b.inside())
            .thenComparing(Building::site)
            .thenComparing(Building::building));
    return buildings;
  }

  private static List<Where> where(Said said, Optional<String> site) {
    return site.map(List::of).orElseGet(said::sites).stream()
        .flatMap(s -> said.places().stream().map(p -> new Where(s, p)))
        .toList();
  }

  private Site site(String key, List<Said> said, Map<RecordId, String> numbers) {
    List<String> places = said.stream().flatMap(x -> x.places().stream()).distinct().toList();
    Building all = building(key, places.getFirst(), said, numbers);
    return new Site(
        key,
        all.site(),
        places.size(),
        all.inside(),
        all.moved(),
        all.unknown(),
        all.toldBy(),
        (int) said.stream().map(Said::station).distinct().count(),
        all.lastSeen(),
        all.safe(),
        all.differing());
  }

  /**
   * @param site and building as they are folded: as they were typed is what the first to name them
   *     said
   */
  private Building building(
      String site, String place, List<Said> said, Map<RecordId, String> numbers) {
    Set<RecordId> by = new LinkedHashSet<>();
    List<Heard> heard = new ArrayList<>();
    Safe worst = Safe.YES;
    String lastSeen = "";
    for (Said s : said) {
      by.add(s.by());
      Heard h = heard(s, numbers);
      heard.add(h);
      worst = h.safe().compareTo(worst) < 0 ? h.safe() : worst;
      lastSeen = h.lastSeen().isEmpty() ? lastSeen : h.lastSeen();
    }
    return new Building(
        typed(said, "site", site),
        typed(said, "place", place),
        count(heard, "inside"),
        count(heard, "moved"),
        (int)
            heard.stream()
                .map(Heard::status)
                .filter(c -> !c.equals("inside") && !c.equals("moved"))
                .filter(c -> !OutSince.NO_MORE.contains(c))
                .count(),
        by.size(),
        lastSeen,
        worst,
        (int) heard.stream().filter(h -> h.endDisputed() || !h.differing().isEmpty()).count(),
        heard);
  }

  private static String typed(List<Said> said, String key, String folded) {
    return said.stream()
        .map(s -> SiteName.typed(s.fields(), key, folded))
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static int count(List<Heard> heard, String status) {
    return (int) heard.stream().filter(h -> h.status().equals(status)).count();
  }

  private Heard heard(Said s, Map<RecordId, String> numbers) {
    Map<String, FieldState> f = s.fields();
    return new Heard(
        s.id(),
        Stored.text(f, "name").orElse(""),
        Stored.text(f, "relation").orElse(""),
        s.out().isPresent() ? "out" : status(f),
        Stored.text(f, "lastSeen").orElse(""),
        safe(Optional.ofNullable(f.get("safe"))),
        numbers.getOrDefault(s.by(), NO_NUMBER),
        s.out().map(InsideSites::number).orElse(""),
        s.elsewhere().map(InsideSites::number).orElse(""),
        s.out().isEmpty() && OutSince.endDisputed(f),
        Cases.differing(f));
  }

  private static String number(PersonRows.Row p) {
    return p.wristband().isEmpty() ? NO_NUMBER : p.wristband();
  }

  private static String status(Map<String, FieldState> f) {
    String status = OutSince.status(f);
    return status.isEmpty() ? "unknown" : status;
  }

  /** Where two laptops differ, the worse of them counts; nothing said is unknown. */
  private static Safe safe(Optional<FieldState> said) {
    return said.map(
            f ->
                f.values().stream()
                    .map(
                        v ->
                            switch (v.asText().orElse("")) {
                              case "yes" -> Safe.YES;
                              case "no" -> Safe.NO;
                              default -> Safe.UNKNOWN;
                            })
                    .min(Comparator.naturalOrder())
                    .orElse(Safe.UNKNOWN))
        .orElse(Safe.UNKNOWN);
  }
}

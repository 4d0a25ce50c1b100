package org.sala.casework.headquarters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People;
import org.sala.casework.people.SiteName;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Sha256;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.store.NewsRows;

/**
 * What came since this officer last looked: of which people, cases and sites, from whom. It is new
 * until the officer says that it was seen; looking alone changes nothing.
 */
public final class News {
  /** How many lines of a kind are listed at most; where there are more, the page says so. */
  public static final int MOST = 200;

  private final Station station;
  private final People people;
  private final SeenMark mark;

  public News(Station station, People people, Preferences preferences) {
    this.station = station;
    this.people = people;
    this.mark = new SeenMark(station, preferences);
  }

  /** What a line is about. */
  public enum Of {
    PERSON,
    CASE,
    SITE
  }

  /**
   * Something that was written of, elsewhere.
   *
   * @param key by which it is marked as seen
   * @param id of the person or case; empty for a site
   * @param site the key of a site; empty for a person or case
   * @param number of a person or case
   * @param words a person's name, a case's title, what a site was called
   * @param kinds how many records of each kind
   * @param stations who wrote, by name
   * @param lastMillis when something was last written
   * @param sequence the last place in the journal where it was written of
   */
  public record Line(
      Of of,
      String key,
      Optional<RecordId> id,
      String site,
      String number,
      String words,
      Map<String, Integer> kinds,
      List<String> stations,
      long lastMillis,
      long sequence) {
    public Line {
      stations = List.copyOf(stations);
    }

    @Override
    public String toString() {
      return "Line[" + of + "]";
    }
  }

  /**
   * All that is new.
   *
   * @param upTo the last place in the journal that was looked at for it
   * @param more whether there is more than is listed
   * @param seen when the officer last said that everything was seen
   */
  public record Page(
      List<Line> people,
      List<Line> cases,
      List<Line> sites,
      boolean more,
      long upTo,
      Optional<Moment> seen) {
    public Page {
      people = List.copyOf(people);
      cases = List.copyOf(cases);
      sites = List.copyOf(sites);
    }

    public int size() {
      return people.size() + cases.size() + sites.size();
    }
  }

  /** What is new to this officer. */
  public Page unseen() {
    long upTo = last();
    return page(
        new NewsRows.Since(mark.upTo(), station.identity().station(), Optional.empty()),
        upTo,
        mark.at());
  }

  /** Everything that ever came of one station, seen or not. */
  public Page of(StationId from) {
    return page(
        new NewsRows.Since(0, station.identity().station(), Optional.of(from)),
        last(),
        Optional.empty());
  }

  /** The officer has seen everything of a page, and nothing that came after it. */
  public void allSeen(Page page) {
    mark.all(page.upTo());
  }

  /** The officer has seen one of them as it stands there. */
  public void seen(Line line) {
    mark.one(line.key(), line.sequence());
  }

  private long last() {
    return station.view().changes().last().map(r -> r.sequence()).orElse(0L);
  }

  private Page page(NewsRows.Since since, long upTo, Optional<Moment> seen) {
    boolean all = since.from().isPresent();
    List<NewsRows.About> who = station.view().news().about("person", since, MOST + 1);
    List<NewsRows.About> cases = station.view().news().about("case", since, MOST + 1);
    List<Line> sites = sites(since);
    boolean more = who.size() > MOST || cases.size() > MOST;
    return new Page(
        unseen(lines(Of.PERSON, "person", since, who), all),
        unseen(lines(Of.CASE, "case", since, cases), all),
        unseen(sites, all),
        more,
        upTo,
        seen);
  }

  private List<Line> unseen(List<Line> lines, boolean all) {
    return all ? lines : lines.stream().filter(l -> !mark.seen(l.key(), l.sequence())).toList();
  }

  private List<Line> lines(Of of, String kind, NewsRows.Since since, List<NewsRows.About> about) {
    List<NewsRows.About> shown = about.subList(0, Math.min(MOST, about.size()));
    List<RecordId> ids = shown.stream().map(NewsRows.About::id).toList();
    Map<RecordId, Map<String, Integer>> kinds = new LinkedHashMap<>();
    Map<RecordId, Set<String>> stations = new LinkedHashMap<>();
    for (NewsRows.Part p : station.view().news().parts(kind, since, ids)) {
      kinds
          .computeIfAbsent(p.about(), a -> new LinkedHashMap<>())
          .merge(p.kind(), p.records(), Integer::sum);
      stations.computeIfAbsent(p.about(), a -> new LinkedHashSet<>()).add(name(p.station()));
    }
    List<Line> lines = new ArrayList<>();
    for (NewsRows.About a : shown) {
      Optional<Title> title = of == Of.PERSON ? person(a.id()) : ofCase(a.id());
      title.ifPresent(
          t ->
              lines.add(
                  new Line(
                      of,
                      of + " " + a.id(),
                      Optional.of(a.id()),
                      "",
                      t.number(),
                      t.words(),
                      kinds.getOrDefault(a.id(), Map.of()),
                      List.copyOf(stations.getOrDefault(a.id(), Set.of())),
                      a.millis(),
                      a.sequence())));
    }
    return lines;
  }

  private record Title(String number, String words) {
    @Override
    public String toString() {
      return "Title";
    }
  }

  private Optional<Title> person(RecordId id) {
    return people
        .find(id)
        .map(p -> new Title(p.wristband(), p.name().isEmpty() ? p.roman() : p.name()));
  }

  private Optional<Title> ofCase(RecordId id) {
    return station.view().cases().find(id).map(c -> new Title(c.number(), c.title()));
  }

  private List<Line> sites(NewsRows.Since since) {
    List<NewsRows.Written> rows =
        station.view().news().records(Kinds.INSIDE.key(), since, MOST * 10);
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(rows.stream().map(NewsRows.Written::id).toList());
    Map<String, List<NewsRows.Written>> bySite = new LinkedHashMap<>();
    rows.forEach(
        r ->
            bySite
                .computeIfAbsent(
                    SiteName.folded(fields.getOrDefault(r.id(), Map.of()), "site"),
                    s -> new ArrayList<>())
                .add(r));
    List<Line> lines = new ArrayList<>();
    bySite.forEach(
        (site, records) -> {
          NewsRows.Written first = records.getFirst();
          lines.add(
              new Line(
                  Of.SITE,
                  Of.SITE + " " + Sha256.hex(site.getBytes(StandardCharsets.UTF_8)),
                  Optional.empty(),
                  site,
                  "",
                  Stored.text(fields.getOrDefault(first.id(), Map.of()), "site").orElse(""),
                  Map.of(
                      Kinds.INSIDE.key(),
                      (int) records.stream().map(NewsRows.Written::id).distinct().count()),
                  records.stream().map(r -> name(r.station())).distinct().toList(),
                  records.stream().mapToLong(NewsRows.Written::millis).max().orElse(0),
                  first.sequence()));
        });
    return lines;
  }

  /** Returns a station's name; empty for a station that is not known here. */
  private String name(StationId id) {
    return new Roster(station.state()).nameOf(id.toString());
  }
}

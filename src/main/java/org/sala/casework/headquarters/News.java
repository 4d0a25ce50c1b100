package org.sala.casework.headquarters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sala.casework.people.People;
import org.sala.casework.people.SiteName;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
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
  /**
   * How many lines of a kind are listed; where there are more, the page says so. As many more are
   * listed as stand at one place of the journal.
   */
  public static final int MOST = 200;

  /** Records of people who are still inside, of which several are of one site. */
  private static final int RECORDS_A_SITE = 10;

  private final Station station;
  private final People people;
  private final SeenMark mark;
  private final int most;

  public News(Station station, People people, Preferences preferences) {
    this(station, people, preferences, MOST);
  }

  News(Station station, People people, Preferences preferences, int most) {
    this.station = station;
    this.people = people;
    this.most = most;
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
   * @param upTo the last place in the journal up to which all that is new is listed
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

    /** What is new of a kind. */
    public List<Line> of(Of of) {
      return switch (of) {
        case PERSON -> people;
        case CASE -> cases;
        case SITE -> sites;
      };
    }
  }

  /** What is new to this officer; where there is too much of it, what came first. */
  public Page unseen() {
    Page page = unseen(mark.upTo());
    while (page.size() == 0 && page.more()) {
      // All of it was seen line by line: what comes after it is listed.
      page = unseen(page.upTo());
    }
    return page;
  }

  private Page unseen(long after) {
    // What others bring on at once comes in any order: behind here something may still be missing.
    long end = station.view().applied();
    NewsRows.Since since =
        new NewsRows.Since(after, end, station.identity().station(), Optional.empty());
    NewsRows rows = station.view().news();
    NewsRows.Wanted first = NewsRows.Wanted.FIRST;
    Listed<NewsRows.About> who =
        Listed.first(
            rows.about("person", since, first, most + 1), NewsRows.About::sequence, most, end);
    Listed<NewsRows.About> cases =
        Listed.first(
            rows.about("case", since, first, most + 1), NewsRows.About::sequence, most, end);
    int records = most * RECORDS_A_SITE;
    Listed<NewsRows.Written> inside =
        Listed.first(
            rows.records(Kinds.INSIDE.key(), since, first, records + 1),
            NewsRows.Written::sequence,
            records,
            end);
    return new Page(
        unseen(lines(Of.PERSON, "person", since, who.rows())),
        unseen(lines(Of.CASE, "case", since, cases.rows())),
        unseen(sites(inside.rows())),
        who.more() || cases.more() || inside.more(),
        Math.min(Math.min(who.upTo(), cases.upTo()), inside.upTo()),
        mark.at());
  }

  /**
   * Everything that ever came of one station, seen or not; where there is too much of it, the last.
   */
  public Page of(StationId from) {
    long end = station.view().applied();
    NewsRows.Since since =
        new NewsRows.Since(0, end, station.identity().station(), Optional.of(from));
    NewsRows rows = station.view().news();
    NewsRows.Wanted last = NewsRows.Wanted.LAST;
    int records = most * RECORDS_A_SITE;
    Listed<NewsRows.About> who = Listed.last(rows.about("person", since, last, most + 1), most);
    Listed<NewsRows.About> cases = Listed.last(rows.about("case", since, last, most + 1), most);
    Listed<NewsRows.Written> inside =
        Listed.last(rows.records(Kinds.INSIDE.key(), since, last, records + 1), records);
    return new Page(
        lines(Of.PERSON, "person", since, who.rows()),
        lines(Of.CASE, "case", since, cases.rows()),
        sites(inside.rows()),
        who.more() || cases.more() || inside.more(),
        end,
        Optional.empty());
  }

  /**
   * The officer has seen everything of a kind on a page, and nothing that came after it or was not
   * listed. What else is on the page stays new: nobody has looked at it.
   */
  public void allSeen(Page page, Of of) {
    List<Line> seen = page.of(of);
    if (seen.size() < page.size()) {
      Map<String, Long> lines = new LinkedHashMap<>();
      seen.forEach(l -> lines.put(l.key(), l.sequence()));
      mark.some(lines);
    } else {
      allSeen(page);
    }
  }

  /** The officer has seen everything of a page. */
  void allSeen(Page page) {
    Map<String, Long> behind = new LinkedHashMap<>();
    Stream.of(page.people(), page.cases(), page.sites())
        .flatMap(List::stream)
        .filter(l -> l.sequence() > page.upTo())
        .forEach(l -> behind.put(l.key(), l.sequence()));
    mark.all(page.upTo(), behind);
  }

  /** The officer has seen one of them as it stands there. */
  public void seen(Line line) {
    mark.some(Map.of(line.key(), line.sequence()));
  }

  /**
   * What is listed of a kind, the last to come first.
   *
   * @param more whether there is more
   * @param upTo the last place in the journal up to which nothing is left out
   */
  private record Listed<T>(List<T> rows, boolean more, long upTo) {
    /**
     * The first of what was asked for, whole places of the journal, and at least one.
     *
     * @param asked in the order of the journal; more than {@code most} where there is more
     * @param end the last place that was asked for
     */
    static <T> Listed<T> first(List<T> asked, ToLongFunction<T> place, int most, long end) {
      if (asked.size() <= most) {
        return new Listed<>(asked.reversed(), false, end);
      }
      long last = place.applyAsLong(asked.getLast());
      List<T> before = asked.stream().filter(r -> place.applyAsLong(r) < last).toList();
      return before.isEmpty()
          ? new Listed<>(asked.reversed(), true, last)
          : new Listed<>(before.reversed(), true, last - 1);
    }

    /**
     * @param asked against the order of the journal
     */
    static <T> Listed<T> last(List<T> asked, int most) {
      return new Listed<>(
          asked.subList(0, Math.min(most, asked.size())), asked.size() > most, Long.MAX_VALUE);
    }
  }

  private List<Line> unseen(List<Line> lines) {
    return lines.stream().filter(l -> !mark.seen(l.key(), l.sequence())).toList();
  }

  private List<Line> lines(Of of, String kind, NewsRows.Since since, List<NewsRows.About> shown) {
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

  private List<Line> sites(List<NewsRows.Written> rows) {
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(rows.stream().map(NewsRows.Written::id).toList());
    Map<String, List<NewsRows.Written>> bySite = new LinkedHashMap<>();
    rows.forEach(
        r ->
            SiteName.all(fields.getOrDefault(r.id(), Map.of()), "site")
                .forEach(s -> bySite.computeIfAbsent(s, k -> new ArrayList<>()).add(r)));
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
                  SiteName.typed(fields.getOrDefault(first.id(), Map.of()), "site", site),
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

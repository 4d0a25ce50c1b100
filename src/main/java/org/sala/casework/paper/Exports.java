package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Separate;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.report.Htcds;
import org.sala.report.StatisticsTable;

/**
 * Tables for others: people in the terms of the Human Trafficking Case Data Standard, without
 * names, and how many people of each kind there are, with what would tell of a few hidden.
 */
public final class Exports {
  /** Fewer people than this are not shown in a table, unless a larger number is asked for. */
  public static final int FEW = 5;

  private static final int AT_ONCE = 10_000;

  /** Stands for a language that nobody knows. */
  public static final String NOT_KNOWN = "not-known";

  /** Stands for no finding, or one that does not count yet. */
  public static final String NO_FINDING = "no-finding";

  /** Stands for all languages that fewer than {@link #FEW} people speak. */
  public static final String OTHERS = StatisticsTable.OTHERS;

  /** Stands for a number that would tell of a few. */
  public static final String HIDDEN = StatisticsTable.HIDDEN;

  private static final List<String> COLUMNS =
      Stream.concat(
              Arrays.stream(Findings.Finding.values()).map(Findings.Finding::code),
              Stream.of(NO_FINDING))
          .toList();

  private final Station station;
  private final AuditTrail audit;
  private final People people;
  private final Screenings screenings;
  private final Consents consents;
  private final Fears fears;

  public Exports(
      Station station,
      AuditTrail audit,
      People people,
      Screenings screenings,
      Consents consents,
      Fears fears) {
    this.station = station;
    this.audit = audit;
    this.people = people;
    this.screenings = screenings;
    this.consents = consents;
    this.fears = fears;
  }

  /**
   * What came of an export.
   *
   * @param rows people in it
   * @param leftOut people who are here and not in it
   */
  public record Came(Printed printed, int rows, int leftOut) {}

  /**
   * Writes who has said yes to headquarters for investigation and protection, has not refused to be
   * counted, and fears no country, one row each, by number and without a name; what the yes leaves
   * out stays empty.
   *
   * @throws org.sala.casework.station.CaseworkFault {@code NOT_ALL_SEEN} where this login does not
   *     see everything: who is missing would be told by another's table; {@code MADE_ANEW} where a
   *     server's view does not show everything again yet
   */
  public Came htcds(Path to, Progress progress) {
    station.mustSeeAll();
    List<People.PersonLine> all = all();
    List<Htcds.Row> rows = new ArrayList<>();
    Set<RecordId> afraid = fears.everybody();
    Consents said = consents.ofMany();
    for (int i = 0; i < all.size(); i++) {
      if (progress.stopped()) {
        return new Came(new Printed.Stopped(), 0, all.size());
      }
      if (!afraid.contains(all.get(i).id()) && may(all.get(i).id(), said)) {
        Set<String> without =
            said.without(all.get(i).id(), Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS);
        rows.add(row(all.get(i), without));
      }
      progress.done(i + 1, all.size());
    }
    station.mustSeeAll();
    Printed printed =
        new PlainFile(station)
            .write(
                to,
                Htcds.csv(rows),
                () -> audit.note(AuditEntry.Act.EXPORTED, "htcds rows " + rows.size()));
    return new Came(printed, rows.size(), all.size() - rows.size());
  }

  private static boolean may(RecordId person, Consents said) {
    return !said.refuses(person, Separate.NUMBERS)
        && said.lastWord(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
            .filter(w -> w.lets() && w.answer().equals(Consents.Answer.YES.name()))
            .isPresent();
  }

  private Htcds.Row row(People.PersonLine p, Set<String> without) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    values.put("x_sala_Number", Set.of(p.wristband()));
    if (!without.contains("age")) {
      values.put("x_sala_AgeGroup", Set.of(p.ageDoubted() ? "unknown" : p.age().code()));
    }
    values.put("con_Consent", Set.of("true"));
    values.put(
        "prs_Gender",
        Set.of(
            switch (p.sex()) {
              case "female" -> "Feminine";
              case "male" -> "Masculine";
              default -> "NonSpecifiedUnknown";
            }));
    String[] languages = p.languages().split(" ", -1);
    language(languages[0], "prs_PrimaryLanguage", values);
    if (languages.length > 1) {
      language(languages[1], "prs_SecondaryLanguage", values);
    }
    // A finding presumes; who is a victim is decided by the authority that the law names.
    if (p.finding().startsWith("presumed_victim")) {
      values.put("vic_TraffickingStatus", Set.of("PossibleVictimOfTrafficking"));
    }
    if (!without.contains("account")) {
      told(p, values);
    }
    return new Htcds.Row(values);
  }

  /** What happened, as the person told it. */
  private void told(People.PersonLine p, Map<String, Set<String>> values) {
    if (!p.forced().isEmpty()) {
      add(values, "vic_TypeOfExploitation", "Other");
      add(values, "x_sala_TypeOfExploitationOther", "ForcedCriminality");
    }
    for (Screenings.Line line : screenings.of(p.id())) {
      heard(screenings.page(line.id()), values);
    }
  }

  private static void language(String code, String column, Map<String, Set<String>> values) {
    if (code.matches("[a-z]{2,3}")) {
      values.put(column, Set.of(Locale.of(code).getISO3Language()));
    }
  }

  /** Only a yes says something; what stays on this laptop stays out. */
  private static void heard(ScreeningPage page, Map<String, Set<String>> values) {
    if (page.catalogue().isEmpty()) {
      return;
    }
    Catalogue catalogue = page.catalogue().get();
    for (Htcds.Meaning m : Htcds.meanings()) {
      if (m.catalogue().equals(catalogue.id())) {
        catalogue
            .indicator(m.indicator())
            .filter(i -> !i.staysHere() && page.saysYes(i))
            .ifPresent(i -> add(values, m.field(), m.code()));
      }
    }
  }

  private static void add(Map<String, Set<String>> values, String column, String code) {
    values.computeIfAbsent(column, c -> new LinkedHashSet<>()).add(code);
  }

  /**
   * Writes how many people speak which language first and what was found of them; whoever said no
   * to being counted is not in it. Nobody chooses how few are too few: tables with two such numbers
   * can be subtracted.
   *
   * @throws org.sala.casework.station.CaseworkFault {@code NOT_ALL_SEEN} where this login does not
   *     see everything: what is missing could be subtracted from a table that has it; {@code
   *     MADE_ANEW} where a server's view does not show everything again yet
   */
  public Came statistics(Words words, Path to) {
    station.mustSeeAll();
    Map<String, String> names = new HashMap<>();
    COLUMNS.forEach(c -> names.put(c, words.code("finding", c)));
    names.put(NO_FINDING, words.t("paper.table.nofinding"));
    names.put(NOT_KNOWN, words.t("paper.table.nolanguage"));
    names.put(OTHERS, words.t("paper.table.others"));
    CountedPeople.All all = counted().all();
    List<StatisticsTable.Counted> counted = all.cells();
    counted.forEach(c -> names.putIfAbsent(c.row(), words.code("lang", c.row())));
    byte[] csv =
        new StatisticsTable(counted, COLUMNS, FEW)
            .csv(
                names,
                words.t("paper.table.total"),
                words.t("paper.table.below"),
                all.apart() ? Optional.of(words.t("paper.table.apart")) : Optional.empty());
    // A server can have lost its view while this was counted.
    station.mustSeeAll();
    Printed printed =
        new PlainFile(station)
            .write(to, csv, () -> audit.note(AuditEntry.Act.EXPORTED, "statistics k " + FEW));
    return new Came(printed, counted.stream().mapToInt(StatisticsTable.Counted::people).sum(), 0);
  }

  /**
   * The table of languages and findings on the screen.
   *
   * @param findings codes of the columns; the last is that of no finding
   * @param rows by language, the totals last
   * @param apart whether records that are too many to be one person's are counted each by itself
   */
  public record Shown(List<String> findings, List<ShownRow> rows, boolean apart) {
    public Shown {
      findings = List.copyOf(findings);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One line of the table.
   *
   * @param language {@link #NOT_KNOWN} where nobody knows it; {@link #OTHERS} for all of few
   *     people; empty for the line of totals
   * @param cells numbers or {@link #HIDDEN}, the total last
   */
  public record ShownRow(String language, List<String> cells) {
    public ShownRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * How many people speak which language first and what was found, small numbers hidden; empty for
   * a login that does not see everything, and while a server shows not everything again yet.
   */
  public Optional<Shown> statistics() {
    if (!station.showsAll()) {
      return Optional.empty();
    }
    CountedPeople.All all = counted().all();
    List<ShownRow> rows =
        new StatisticsTable(all.cells(), COLUMNS, FEW)
            .shown().stream().map(r -> new ShownRow(r.row(), r.cells())).toList();
    return Optional.of(new Shown(COLUMNS, rows, all.apart()));
  }

  private CountedPeople counted() {
    return new CountedPeople(station, people, consents);
  }

  private List<People.PersonLine> all() {
    List<People.PersonLine> all = new ArrayList<>();
    List<People.PersonLine> some;
    do {
      some = people.page(new ListQuery("", "wristband", false, all.size(), AT_ONCE)).rows();
      all.addAll(some);
    } while (some.size() == AT_ONCE);
    return all;
  }
}

package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.house.House;
import org.sala.casework.people.People;
import org.sala.casework.people.Wristbands;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.domain.ListQuery;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.merge.FieldState;
import org.sala.report.Paper;
import org.sala.report.TriageSheets;

/**
 * What is printed: PDF files at a place that the officer chose, outside of the workspace, readable
 * by anyone. Each is made in memory, and the audit has it before it stands there.
 */
public final class Papers {
  /** How many sheets are printed at once at most. */
  public static final int MOST_SHEETS = 200;

  /** Nobody is read beyond this; the list of a night is shorter. */
  private static final int MOST_PEOPLE = 2_000;

  private final Station station;
  private final Ledger ledger;
  private final Printing printing;
  private final People people;

  public Papers(Station station, Ledger ledger, Printing printing, People people) {
    this.station = station;
    this.ledger = ledger;
    this.printing = printing;
    this.people = people;
  }

  /** The languages in which a triage sheet can help an interpreter; English stands on all. */
  public static List<String> sheetLanguages() {
    return TriageSheets.languages();
  }

  /**
   * Blank triage sheets, each with a number of its own that nobody else gets from now on.
   *
   * @param many 1 to {@link #MOST_SHEETS}
   * @param language whose wording stands beside the English one, for the interpreter; may be empty
   */
  public Printed triageSheets(int many, String language, Words words, Path to, Progress progress) {
    if (many < 1 || many > MOST_SHEETS) {
      throw new IllegalArgumentException("so many sheets are not printed");
    }
    List<String> numbers = new Wristbands(station, ledger).take(many);
    List<Paper> papers = new TriageSheets(words, language, printing.foot(words)).all(numbers);
    return printing.save(
        papers,
        "triage sheets " + numbers.getFirst() + " to " + numbers.getLast(),
        new Printing.To(words, to, progress));
  }

  /**
   * Everybody who was taken in, by number.
   *
   * @param names whether names stand on it, for a purpose that needs them
   */
  public Printed nightList(boolean names, Words words, Path to, Progress progress) {
    List<People.PersonLine> all =
        people.page(new ListQuery("", "wristband", false, 0, MOST_PEOPLE)).rows();
    Paper paper = new NightPaper(words, station.now(), printing.foot(words)).of(all, names);
    return printing.save(
        List.of(paper),
        names ? "night list with names" : "night list",
        new Printing.To(words, to, progress));
  }

  /** The board of a house as it is shown, by number. */
  public Printed houseBoard(House.Board board, Words words, Path to, Progress progress) {
    Set<String> names = new HashSet<>();
    for (House.Line l : board.lines()) {
      names.add(l.person().name());
      names.add(l.person().roman());
      Map<String, FieldState> fields =
          new HashMap<>(station.view().records().fields(l.person().id()));
      fields.putAll(new ProtectedPart(station).fields(l.person().id()));
      fields.forEach(
          (key, state) -> {
            if (key.startsWith("name/") || key.startsWith("alias/")) {
              state.values().forEach(v -> names.addAll(written(v)));
            }
          });
    }
    Paper paper =
        new BoardPaper(words, station.now(), printing.foot(words)).of(board, new NamesIn(names));
    return printing.save(List.of(paper), "house board", new Printing.To(words, to, progress));
  }

  /** Returns a name in its own script and in Latin letters. */
  private static List<String> written(Value name) {
    return name instanceof Value.Parts p
        ? List.of(p.text("text").orElse(""), p.text("roman").orElse(""))
        : List.of();
  }
}

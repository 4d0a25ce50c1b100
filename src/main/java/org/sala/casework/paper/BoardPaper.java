package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.List;
import org.sala.casework.house.House;
import org.sala.casework.house.Stay;
import org.sala.casework.people.Cases;
import org.sala.domain.Moment;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/**
 * The board of a house on paper, by number and without a name. Who is kept apart from whom is not
 * on it, for both may read it; a next step in whose words a name stands is only named as one.
 */
final class BoardPaper {
  private final Words words;
  private final Moment now;
  private final String foot;

  BoardPaper(Words words, Moment now, String foot) {
    this.words = words;
    this.now = now;
    this.foot = foot;
  }

  /**
   * The board.
   *
   * @param names of whoever stands on it, all that is known of each
   */
  Paper of(House.Board board, NamesIn names) {
    NightPaper night = new NightPaper(words, now, foot);
    List<List<String>> rows = new ArrayList<>();
    for (House.Line l : board.lines()) {
      String urgent = night.urgent(l.person());
      String alarm = l.alarms().isEmpty() ? "" : words.t("paper.night.see");
      rows.add(
          List.of(
              l.person().wristband(),
              bed(l.stay()) + differing(l.stay()),
              night.languages(l.person()),
              urgent.equals(alarm) || alarm.isEmpty()
                  ? urgent
                  : urgent.isEmpty() ? alarm : urgent + ", " + alarm,
              next(l.stay(), names)));
    }
    return new Paper(
        "",
        words.t("house.title"),
        foot,
        List.of(
            new Block.Words(
                words.t("paper.night.below", board.lines().size(), words.date(now)), Look.BODY),
            new Block.Space(8),
            new Block.Grid(
                List.of(3, 5, 4, 5, 8),
                List.of(
                    words.t("people.number"),
                    words.t("house.bed"),
                    words.t("people.language"),
                    words.t("paper.night.urgent"),
                    words.t("paper.night.next")),
                rows)));
  }

  /** That versions of the stay differ, on a line of its own; empty where it is settled. */
  private String differing(Stay stay) {
    List<Cases.Shown> all = stay.fields().values().stream().filter(Cases.Shown::disputed).toList();
    return Differing.words(all, words).map(line -> "\n" + line).orElse("");
  }

  private String bed(Stay stay) {
    String place = stay.living().map(l -> place(l.placing())).orElse("");
    if (stay.state() == Stay.State.HERE) {
      return place;
    }
    String state = words.code("stayState", stay.state().name());
    return place.isEmpty() ? state : place + " · " + state;
  }

  private String place(Stay.Placing p) {
    if (p.room().isEmpty()) {
      return p.bed().isEmpty() ? words.t("house.nobed") : p.bed();
    }
    return p.bed().isEmpty()
        ? words.t("house.room.only", p.room())
        : words.t("house.roombed", p.room(), p.bed());
  }

  private String next(Stay stay, NamesIn names) {
    return stay.step()
        .map(
            s -> {
              boolean named = names.in(s.words() + "\n" + s.by());
              String what = s.words().isEmpty() || named ? words.t("paper.night.see") : s.words();
              String due = s.due().map(words::date).orElseGet(() -> words.t("house.step.nodate"));
              return what + "\n" + (named ? due : words.t("house.step.by", due, s.by()));
            })
        .orElseGet(() -> words.t("house.step.none"));
  }
}

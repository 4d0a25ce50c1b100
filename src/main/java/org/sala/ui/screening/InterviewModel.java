package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Indicator;
import org.sala.form.Section;

/**
 * Where an interview stands: in each part first listening, then asking only what is still open. It
 * knows no scene; answers come in with the page.
 */
final class InterviewModel {

  /** What is being done in a part. */
  enum Stage {
    LISTEN,
    ASK
  }

  private ScreeningPage page;
  private int section;
  private Stage stage = Stage.LISTEN;
  private List<Indicator> walk = List.of();
  private int at;
  private final Map<String, Given> sent = new HashMap<>();

  InterviewModel(ScreeningPage page) {
    this.page = page;
    // Where nobody has kept the place, the first part in which something is still open.
    while (section < sections().size() - 1
        && page.begun(section())
        && page.open(section()).isEmpty()) {
      section++;
    }
    if (!page.place().isEmpty()) {
      at(page.place());
    }
  }

  /** Goes to a path of the form, where it was left; one of another form moves nothing. */
  private void at(String path) {
    for (Section s : sections()) {
      if (path.equals(ScreeningPage.opening(s))) {
        go(s);
      }
      for (Indicator i : page.catalogue().orElseThrow().of(s)) {
        if (path.equals(page.catalogue().orElseThrow().path(i)) && page.question(i).isPresent()) {
          go(s);
          ask(i);
        }
      }
    }
  }

  /** Takes what is saved now; the place stays the same. */
  void show(ScreeningPage now) {
    page = now;
  }

  /**
   * Takes what is saved now; the place stays the same.
   *
   * @param held what had been sent before this was asked for: the page shows it
   */
  void show(ScreeningPage now, Map<String, Given> held) {
    page = now;
    held.forEach(sent::remove);
  }

  /**
   * What stands at a path: what was sent to be saved stands before what the page shows, for whoever
   * goes on faster than the disk would otherwise write over it.
   */
  Given stands(String path) {
    return sent.getOrDefault(path, page.at(path));
  }

  /** An answer was sent to be saved, and no page shows it yet. */
  void sent(String path, Given given) {
    sent.put(path, given);
  }

  /** What was sent could not be saved. */
  void refused(String path, Given given) {
    sent.remove(path, given);
  }

  /** Returns what was sent so far and is not shown yet, by path. */
  Map<String, Given> sent() {
    return Map.copyOf(sent);
  }

  ScreeningPage page() {
    return page;
  }

  List<Section> sections() {
    return page.catalogue().orElseThrow().sections();
  }

  Section section() {
    return sections().get(section);
  }

  Stage stage() {
    return stage;
  }

  /** The question on the screen; empty while listening. */
  Optional<Indicator> asking() {
    return stage == Stage.ASK ? Optional.of(walk.get(at)) : Optional.empty();
  }

  /** Where the words on the screen are kept. */
  String path() {
    return asking()
        .map(i -> page.catalogue().orElseThrow().path(i))
        .orElseGet(() -> ScreeningPage.opening(section()));
  }

  /** Returns which of the open questions this is, from 1. */
  int number() {
    return at + 1;
  }

  /** How many questions were open when asking began. */
  int count() {
    return walk.size();
  }

  /** Goes to a part, to listen. */
  void go(Section to) {
    section = sections().indexOf(to);
    stage = Stage.LISTEN;
    walk = List.of();
    at = 0;
  }

  /** Goes to one question of this part, asked again or for the first time. */
  void ask(Indicator indicator) {
    List<Indicator> open = new ArrayList<>(page.open(section()));
    if (!open.contains(indicator)) {
      open.addFirst(indicator);
    }
    walk = List.copyOf(open);
    at = walk.indexOf(indicator);
    stage = Stage.ASK;
  }

  /** Goes on: to the next open question, else to the next part; false at the very end. */
  boolean next() {
    if (stage == Stage.LISTEN) {
      walk = page.open(section());
      at = 0;
      if (!walk.isEmpty()) {
        stage = Stage.ASK;
        return true;
      }
    } else if (at < walk.size() - 1) {
      at++;
      return true;
    }
    if (section == sections().size() - 1) {
      return false;
    }
    go(sections().get(section + 1));
    return true;
  }

  /** Goes back by one; false at the very beginning. */
  boolean back() {
    if (stage == Stage.ASK && at > 0) {
      at--;
      return true;
    }
    if (stage == Stage.ASK) {
      stage = Stage.LISTEN;
      return true;
    }
    if (section == 0) {
      return false;
    }
    go(sections().get(section - 1));
    return true;
  }
}

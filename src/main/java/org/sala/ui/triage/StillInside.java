package org.sala.ui.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Saved;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * People of whom somebody says that they are still inside: the one who is being typed, and those
 * who are written down. What is typed stays until it is written, whichever question is open.
 */
final class StillInside {
  /** Which question asks for them. */
  static final String QUESTION = "q5";

  private final Here here;
  private final Work.Line line;
  private final Function<Triages.Inside, Saved> write;
  private final Runnable said;
  private final List<Triages.Inside> written;
  private Map<String, String> typed = InsidePart.NOBODY;
  private @Nullable InsidePart part;
  private @Nullable Map<String, String> asked;
  private Work.@Nullable Gesture writing;
  private Runnable afterwards = () -> {};
  private Runnable told = () -> {};

  /**
   * @param written who is written down already
   * @param said runs when somebody is being written down
   */
  StillInside(
      Here here,
      Work.Line line,
      List<Triages.Inside> written,
      Function<Triages.Inside, Saved> write,
      Runnable said) {
    this.here = here;
    this.line = line;
    this.written = new ArrayList<>(written);
    this.write = write;
    this.said = said;
  }

  /** The part that is typed into, as it stands. */
  InsidePart open() {
    InsidePart opened = new InsidePart(here, written, () -> add(() -> {}));
    opened.put(typed);
    opened.changed(
        () -> {
          typed = opened.typed();
          told.run();
        });
    part = opened;
    return opened;
  }

  void close() {
    part = null;
  }

  /** The part, while its question is open. */
  Optional<InsidePart> part() {
    return Optional.ofNullable(part);
  }

  /** Whether nothing is typed that would be lost. */
  boolean blank() {
    return InsidePart.blank(typed);
  }

  /**
   * Writes down who is typed, if anybody is. The words stay until that is done, and where it fails.
   *
   * @param then runs once it is done
   * @return false, and says so, where it is not said yet of whom
   */
  boolean add(Runnable then) {
    if (blank()) {
      return true;
    }
    if (!InsidePart.sayable(typed)) {
      here.dialogs().notice(here.t("triage.inside.needed"));
      part().ifPresent(InsidePart::begin);
      return false;
    }
    afterwards = then;
    if (asked == null) {
      Map<String, String> now = typed;
      Triages.Inside one = InsidePart.inside(now);
      asked = now;
      part().ifPresent(InsidePart::begin);
      said.run();
      writing =
          here.work()
              .gesture(
                  () -> line.act(() -> write.apply(one), saved -> done(one, now), this::failed));
    }
    return true;
  }

  private void done(Triages.Inside one, Map<String, String> now) {
    asked = null;
    written.add(one);
    Map<String, String> rest = rest(now);
    typed = rest;
    part()
        .ifPresent(
            p -> {
              p.put(rest);
              p.said(one);
            });
    told.run();
    Runnable then = afterwards;
    afterwards = () -> {};
    then.run();
  }

  /** Whoever types faster than the disk writes has begun the next one behind the last. */
  private Map<String, String> rest(Map<String, String> now) {
    Map<String, String> rest = new LinkedHashMap<>(InsidePart.NOBODY);
    typed.forEach(
        (field, is) -> {
          String was = now.getOrDefault(field, "");
          String more = is.startsWith(was) ? is.substring(was.length()) : is;
          if (!more.isEmpty()) {
            rest.put(field, more);
          }
        });
    return rest;
  }

  private void failed(Exception e) {
    asked = null;
    afterwards = () -> {};
    here.work().failed(e);
  }

  /**
   * Returns whether somebody is typed who is not written down: known on the lane, behind what was
   * asked of it before.
   */
  BooleanSupplier unwritten() {
    Work.Gesture begun = writing;
    if (blank()) {
      return () -> false;
    }
    return begun != null && typed.equals(asked) ? begun::failed : () -> true;
  }

  /** What is typed and not written down yet, by field. */
  Map<String, String> typed() {
    return typed;
  }

  /**
   * Puts back what was kept of somebody.
   *
   * @return whether there was anybody
   */
  boolean put(Map<String, String> kept) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.replaceAll((field, was) -> kept.getOrDefault(field, was));
    typed = all;
    return !blank();
  }

  void changed(Runnable hears) {
    told = hears;
  }
}

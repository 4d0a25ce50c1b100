package org.sala.casework.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * What comes before the first question: whether the person finds the interpreter and the officer
 * all right, answered by pointing, and what the person was told. Hearing it is no consent.
 *
 * @param heard when purpose, readers, limits and rights were told
 * @param in the language that they were told in
 * @param through the interpreter's number; empty where none was needed
 * @param consents when it was done asking what is asked each by itself; empty before
 * @param pointed every answer, in the order of time
 */
public record Opening(
    Optional<Moment> heard,
    String in,
    String through,
    Optional<Moment> consents,
    List<Pointed> pointed) {

  public Opening {
    pointed = List.copyOf(pointed);
  }

  /** Whom a silent question is about. */
  public enum About {
    INTERPRETER,
    OFFICER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One silent answer.
   *
   * @param who the interpreter's number, or the officer's key
   * @param answer {@code yes}, {@code no}, {@code unknown} or {@code declined}
   */
  public record Pointed(About about, String who, String answer, Moment at) {
    public Value toValue() {
      return new Value.Parts(
          Map.of(
              "about", Value.text(about.code()),
              "who", Value.text(who),
              "answer", Value.text(answer),
              "at", at.toValue()));
    }

    static Optional<Pointed> of(Value value) {
      if (!(value instanceof Value.Parts p)) {
        return Optional.empty();
      }
      String about = p.text("about").orElse("");
      Optional<Moment> at = Optional.ofNullable(p.parts().get("at")).flatMap(Moment::of);
      String answer = p.text("answer").filter(ANSWERS::contains).orElse("");
      return java.util.Arrays.stream(About.values())
          .filter(a -> a.code().equals(about) && at.isPresent() && !answer.isEmpty())
          .findFirst()
          .map(a -> new Pointed(a, p.text("who").orElse(""), answer, at.get()));
    }

    @Override
    public String toString() {
      return "Pointed[" + about + "]";
    }
  }

  /** What can be pointed at. */
  public static final List<String> ANSWERS = List.of("yes", "no", "unknown", "declined");

  /** What has to be done next, before anything is asked. */
  public enum Step {
    /** The person has not pointed yet whether the interpreter is all right. */
    INTERPRETER,
    /** The person said no: another interpreter is found, and nobody asks why. */
    OTHER_INTERPRETER,
    OFFICER,
    /** The person said no: another officer goes on, and nobody asks why. */
    OTHER_OFFICER,
    /** Purpose and rights have to be told. */
    STATEMENT,
    /** What is asked each by itself, before a rested screening. */
    CONSENTS,
    DONE
  }

  /**
   * What comes next, what is asked each by itself apart: that stands in the ledger of consents.
   *
   * @param interpreter the number of the one who is there; empty where none is needed
   * @param officer the key of the one who is there
   */
  public Step next(String interpreter, String officer) {
    Optional<String> ofInterpreter = last(About.INTERPRETER, interpreter);
    Optional<String> ofOfficer = last(About.OFFICER, officer);
    if (!interpreter.isEmpty() && ofInterpreter.isEmpty()) {
      return Step.INTERPRETER;
    }
    if (!interpreter.isEmpty() && ofInterpreter.get().equals("no")) {
      return Step.OTHER_INTERPRETER;
    }
    if (ofOfficer.isEmpty()) {
      return Step.OFFICER;
    }
    if (ofOfficer.get().equals("no")) {
      return Step.OTHER_OFFICER;
    }
    return heard.isEmpty() ? Step.STATEMENT : Step.DONE;
  }

  /** The last answer about somebody; a no stands until that person says otherwise. */
  public Optional<String> last(About about, String who) {
    return lastOf(about, who).map(Pointed::answer);
  }

  /** {@link #last}, with when it was. */
  public Optional<Pointed> lastOf(About about, String who) {
    return pointed.stream()
        .filter(p -> p.about() == about && p.who().equals(who))
        .max(Comparator.comparing(p -> p.at().instant()));
  }

  /** What was pointed at in several screenings, and nothing else of them. */
  public static Opening pointedAt(List<Pointed> all) {
    return new Opening(Optional.empty(), "", "", Optional.empty(), all);
  }

  /**
   * Reads an opening from a screening.
   *
   * @param all the open fields and those that this officer may open
   */
  public static Opening of(Map<String, FieldState> all) {
    List<Pointed> pointed = new ArrayList<>();
    all.forEach(
        (key, state) -> {
          if (key.startsWith("silent/")) {
            Pointed.of(state.value()).ifPresent(pointed::add);
          }
        });
    pointed.sort(Comparator.comparing(p -> p.at().instant()));
    return new Opening(
        Optional.ofNullable(all.get("rightsHeard")).map(FieldState::value).flatMap(Moment::of),
        Stored.text(all, "rightsIn").orElse(""),
        Stored.text(all, "rightsThrough").orElse(""),
        Optional.ofNullable(all.get("consentsAsked")).map(FieldState::value).flatMap(Moment::of),
        pointed);
  }
}

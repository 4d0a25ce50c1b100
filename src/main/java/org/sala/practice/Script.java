package org.sala.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.AgeGroup;
import org.sala.form.Reading;
import org.sala.form.Wording;

/**
 * An invented person to practise with, and what that person says; format in {@code
 * docs/formats/script.md}.
 *
 * @param catalogue the screening that it is for
 * @param years how old the person is
 * @param sex as the register of people has it: f, m or x
 * @param language the person's, ISO 639-1
 * @param about who it is and what was seen on arrival, for the officer
 * @param invited what is told when a part is opened with its invitation, by the part's node
 * @param asked what is answered to the neutral question, by indicator
 * @param leading a question that puts an answer into the mouth, by indicator
 */
public record Script(
    String id,
    String version,
    String catalogue,
    int years,
    String sex,
    String language,
    Wording name,
    Wording about,
    Map<String, Invited> invited,
    Map<String, Asked> asked,
    Map<String, Leading> leading) {

  public Script {
    invited = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(invited));
    asked = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    leading = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(leading));
  }

  /**
   * What is told freely.
   *
   * @param shows the indicators that somebody who listens hears in it
   */
  public record Invited(Wording words, Wording manner, Set<String> shows) {
    public Invited {
      shows = Set.copyOf(shows);
    }
  }

  /**
   * What is answered to a neutral question.
   *
   * @param truth what it says of the indicator
   * @param manner how it is said: what an officer would see, and what it may not mean
   */
  public record Asked(Reading truth, Wording words, Wording manner) {}

  /**
   * A question that nobody should ask: it names the answer. Whoever is led says what is expected,
   * whether it was so or not.
   */
  public record Leading(Wording question, Wording words) {}

  /** Whether the rules for children apply. */
  public AgeGroup age() {
    return years < 18 ? AgeGroup.CHILD : AgeGroup.ADULT;
  }

  /** What holds of an indicator in this story; empty where the story says nothing of it. */
  public Optional<Reading> truth(String code) {
    return Optional.ofNullable(asked.get(code))
        .map(Asked::truth)
        .or(
            () ->
                invited.values().stream().anyMatch(i -> i.shows().contains(code))
                    ? Optional.of(Reading.YES)
                    : Optional.empty());
  }
}

package org.sala.casework.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.casework.people.Cases;
import org.sala.domain.Words;

/**
 * The line by which a paper says that versions differ of what is printed on it. It names the fields
 * and not their values: what a paper may say of a person was chosen, and another version was not.
 */
final class Differing {
  private Differing() {}

  /** The line; empty where everything is settled. */
  static Optional<String> words(List<Cases.Shown> fields, Words words) {
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.t(
                "paper.differing",
                fields.stream()
                    .map(s -> words.code("field", s.key().replaceFirst("/.*", "")))
                    .distinct()
                    .collect(Collectors.joining(", "))));
  }
}

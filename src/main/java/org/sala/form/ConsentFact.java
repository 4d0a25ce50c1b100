package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that a person is asked to agree to before a rested screening, by itself: no other is
 * inferred from it, and no help depends on it. Which seven there are is fixed, since each has what
 * it opens and closes below the screen; how they are said stands in the catalogue.
 *
 * @param code one of {@link #CODES}
 * @param text as it is asked
 */
public record ConsentFact(String code, Wording text) {
  /** The seven, in the order in which they are asked. */
  public static final List<String> CODES =
      List.of("interview", "record", "help", "services", "authorities", "copies", "numbers");

  private static final String FIRST_LINE = "sala-consents 1";
  private static final Pattern HEAD = Pattern.compile("consent [a-z]{1,20}");

  /**
   * Reads the file of the consents.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong, each with its line
   */
  static List<ConsentFact> read(String file, byte[] bytes) {
    WordedParts read =
        WordedParts.read(file, bytes, FIRST_LINE, line -> HEAD.matcher(line).matches());
    List<ConsentFact> facts = new ArrayList<>();
    read.parts()
        .forEach(
            (head, words) -> {
              String code = head.substring("consent ".length());
              if (!CODES.contains(code)) {
                read.wrong(head + " is none of " + String.join(", ", CODES));
              }
              if (!words.containsKey("en")) {
                read.wrong(head + " needs words in English");
              }
              facts.add(new ConsentFact(code, new Wording(words)));
            });
    CODES.stream()
        .filter(c -> facts.stream().noneMatch(f -> f.code().equals(c)))
        .forEach(c -> read.wrong("consent " + c + " is missing"));
    read.check();
    return List.copyOf(facts);
  }

  static List<Wording> wordings(List<ConsentFact> facts) {
    return facts.stream().map(ConsentFact::text).toList();
  }
}

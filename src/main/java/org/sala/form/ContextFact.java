package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that no form asks and no rule counts: it is written down when a person volunteers it or
 * a document shows it, stands beside the result, and takes nothing away from it. Consent given
 * under a means proves nothing, coercion can begin later, and people are promoted under threat.
 *
 * @param code names it in records, and so never changes
 */
public record ContextFact(String code, Wording text) {
  private static final String FIRST_LINE = "sala-facts 1";
  private static final Pattern HEAD = Pattern.compile("fact [A-Z][0-9]{1,2}");
  private static final int MOST = 60;

  /**
   * Reads the file of the facts.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong, each with its line
   */
  static List<ContextFact> read(String file, byte[] bytes) {
    WordedParts read =
        WordedParts.read(file, bytes, FIRST_LINE, line -> HEAD.matcher(line).matches());
    List<ContextFact> facts = new ArrayList<>();
    read.parts()
        .forEach(
            (head, words) -> {
              if (!words.containsKey("en")) {
                read.wrong(head + " needs words in English");
              }
              facts.add(new ContextFact(head.substring("fact ".length()), new Wording(words)));
            });
    if (facts.isEmpty() || facts.size() > MOST) {
      read.wrong("1 to " + MOST + " facts");
    }
    read.check();
    return List.copyOf(facts);
  }
}

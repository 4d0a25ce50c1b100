package org.sala.casework.packages.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far each earlier run of a workspace goes, as a restored laptop writes it to headquarters: a
 * run and its last number, with a colon between, several with a space between. The sender signed it
 * and may write anything: it is read before it is kept, and what is longer is none.
 */
public final class HowFar {
  /** No laptop is brought back more often. */
  public static final int MOST = 33;

  private static final String ONE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,18}";

  /** A run, a colon, a number and a space. */
  private static final int LONGEST = MOST * (36 + 1 + 18 + 1);

  private static final Pattern ALL = Pattern.compile(ONE + "(?: " + ONE + ")*");

  private HowFar() {}

  /** The last number of each run, in the order they stand; empty for any other text. */
  public static Optional<Map<String, Long>> read(String note) {
    if (note.length() > LONGEST || !ALL.matcher(note).matches()) {
      return Optional.empty();
    }
    Map<String, Long> upTo = new LinkedHashMap<>();
    for (String one : note.split(" ")) {
      int colon = one.indexOf(':');
      upTo.put(one.substring(0, colon), Long.parseLong(one.substring(colon + 1)));
    }
    return upTo.size() <= MOST ? Optional.of(upTo) : Optional.empty();
  }

  /** Of more runs than anybody reads the last ones. */
  static String text(List<String> all) {
    return all.stream().skip(Math.max(0, all.size() - MOST)).collect(Collectors.joining(" "));
  }
}

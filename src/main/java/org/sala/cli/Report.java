package org.sala.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.domain.Value;
import org.sala.domain.Words;

/** A check as lines for people and as JSON for scripts. */
final class Report {
  /** The one finding that the clock decides. */
  private static final String OUT_OF_TIME = "SIGNER_OUT_OF_TIME";

  private Report() {}

  static Map<String, Value> parts(PackageCheck c) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("genuine", Value.flag(c.genuine()));
    parts.put("verdict", Value.text(c.kind()));
    parts.put("findings", Value.texts(c.findings()));
    parts.put("revocationChecked", Value.flag(c.revocationChecked()));
    c.signer().ifPresent(s -> parts.put("signer", Value.text(s)));
    c.agency().ifPresent(a -> parts.put("agency", Value.text(a)));
    c.station().ifPresent(s -> parts.put("station", Value.text(s.toString())));
    c.purpose().ifPresent(p -> parts.put("purpose", Value.text(p)));
    c.sequence().ifPresent(s -> parts.put("sequence", Value.whole(s)));
    c.created().ifPresent(m -> parts.put("created", Value.text(OffsetTime.of(m))));
    c.changes().ifPresent(n -> parts.put("changes", Value.whole(n)));
    c.before()
        .ifPresent(
            b -> {
              Map<String, Value> before = new LinkedHashMap<>();
              before.put("at", Value.text(OffsetTime.of(b.at())));
              before.put("state", Value.text(b.state().name()));
              before.put("decides", Value.flag(b.decides()));
              before.put("since", Value.texts(b.since()));
              parts.put("cameBefore", new Value.Parts(before));
            });
    parts.put("sha256", Value.text(c.digest()));
    parts.put("size", Value.whole(c.size()));
    return parts;
  }

  static List<String> lines(PackageCheck c, Words words) {
    return lines(c, words, Optional.empty());
  }

  /**
   * Returns what was found, for people.
   *
   * @param given the time that it was judged by, where that is not the clock's
   */
  static List<String> lines(PackageCheck c, Words words, Optional<Instant> given) {
    List<String> lines = new java.util.ArrayList<>();
    lines.add(c.kind());
    c.signer().ifPresent(s -> lines.add("signed by " + s + ", " + c.agency().orElse("")));
    c.changes()
        .ifPresent(n -> lines.add(Counted.changes(n) + ", sequence " + c.sequence().orElse(0L)));
    if (c.genuine() && !c.revocationChecked()) {
      lines.add("revocation not checked");
    }
    given.ifPresent(t -> lines.add("judged by the time that was given, " + t));
    c.findings().forEach(f -> lines.add("finding: " + inWords(f, words, given.isPresent())));
    c.before()
        .ifPresent(
            b -> {
              lines.add(
                  "came here on "
                      + OffsetTime.of(b.at())
                      + ": "
                      + became(b.state())
                      + (b.decides() ? "; judged by that day" : ""));
              b.since().forEach(f -> lines.add("only since then: " + inWords(f, words, false)));
            });
    lines.add("sha256 " + c.digest());
    return lines;
  }

  /** The code and its detail, which can be looked up and told, and what they mean. */
  private static String inWords(String finding, Words words, boolean timeGiven) {
    String code = finding.split(" ", 2)[0];
    boolean byTime = timeGiven && code.equals(OUT_OF_TIME);
    return finding + ": " + words.code("flaw", byTime ? code + "_THEN" : code);
  }

  private static String became(PackageState state) {
    return switch (state) {
      case HELD -> "it waits for two officers";
      case REJECTED -> "it was kept out by an officer";
      case PARTLY -> "taken in but for some changes";
      default -> "taken in";
    };
  }
}

package org.sala.ui.transit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.ui.route.Here;

/** What was found in a package, in words; a code that has no words is shown as it is. */
public final class FoundWords {
  private static final int MOST = 8;

  private FoundWords() {}

  /** The verdict, whose it is, and each finding once, the most telling first. */
  public static List<String> lines(PackageCheck checked, Here here) {
    List<String> lines = new ArrayList<>();
    lines.add(here.t("verdict." + checked.kind()));
    checked
        .signer()
        .ifPresent(s -> lines.add(here.t("verdict.signer", s, checked.agency().orElse(""))));
    if (checked.genuine() && !checked.revocationChecked()) {
      lines.add(here.t("verdict.unchecked"));
    }
    lines.addAll(findings(checked.findings(), here));
    checked.before().ifPresent(b -> lines.addAll(before(b, here)));
    return lines;
  }

  /** What was taken in is judged by the day that it came; what is found since is told apart. */
  private static List<String> before(PackageCheck.Before before, Here here) {
    List<String> lines = new ArrayList<>();
    lines.add(
        here.t(
            before.decides() ? "verdict.before.decides" : "verdict.before",
            here.texts().date(before.at())));
    findings(before.since(), here).forEach(f -> lines.add(here.t("verdict.since", f)));
    return lines;
  }

  /** Findings as {@code CODE detail}, in words. */
  public static List<String> findings(List<String> findings, Here here) {
    Set<String> words = new LinkedHashSet<>();
    for (String finding : findings) {
      String[] parts = finding.split(" ", 2);
      String said = here.texts().code("flaw", parts[0]);
      boolean named = parts.length == 2 && parts[0].startsWith("ENTRY_");
      words.add(named ? said + " (" + parts[1] + ")" : said);
    }
    List<String> lines = new ArrayList<>(words).subList(0, Math.min(MOST, words.size()));
    return words.size() > MOST ? with(lines, here.t("flaw.more", words.size() - MOST)) : lines;
  }

  private static List<String> with(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }

  /** What the sender of a refused package does now: what was found says whether sealing helps. */
  public static String advice(List<Doubt> doubts, Here here) {
    return doubts.isEmpty()
        ? here.t("refused.again")
        : here.texts().code("refusedDo", doubts.getFirst().name());
  }

  /**
   * Whether sealing once more by the same officer can be taken: never after a taking back. From a
   * workspace that was given up for its backup it can: what was written there since lies nowhere
   * else, and two officers may admit it.
   */
  public static boolean helpsToSeal(List<Doubt> doubts) {
    return !doubts.contains(Doubt.SIGNER_REVOKED)
        && !doubts.contains(Doubt.CHANGE_AUTHOR_REVOKED)
        && !doubts.contains(Doubt.OTHER_STATION);
  }

  /** Why people have to decide, in words. */
  public static List<String> doubts(List<Doubt> doubts, Here here) {
    return doubts.stream().map(d -> here.t("doubt." + d)).toList();
  }
}

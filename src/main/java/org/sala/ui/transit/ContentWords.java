package org.sala.ui.transit;

import java.util.ArrayList;
import java.util.List;
import org.sala.casework.packages.register.PackageContents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.ui.route.Here;

/** What is in a package, in a few words; what is not in it is not said. */
public final class ContentWords {
  private ContentWords() {}

  public static String of(PackageLine p, Here here) {
    if (p.purpose().isEmpty()) {
      return here.t("packages.unknown");
    }
    if (p.purpose().equals("field") && !p.outgoing()) {
      return here.t("purpose.field.in");
    }
    if (!p.purpose().equals("report")) {
      return here.texts().code("purpose", p.purpose());
    }
    String[] counts = p.contents().split(" ", -1);
    if (counts.length != 4) {
      return here.t("purpose.report");
    }
    String words =
        of(number(counts[0]), number(counts[1]), number(counts[2]), number(counts[3]), here);
    return words.isEmpty() ? here.t("purpose.report") : words;
  }

  /** What a package that came is about; empty where it is about none of that. */
  public static String of(PackageContents contents, Here here) {
    return of(contents.people(), contents.cases(), contents.statements(), contents.files(), here);
  }

  /** Counts in words; empty where there is none of any. */
  public static String of(int people, int cases, int statements, int files, Here here) {
    List<String> parts = new ArrayList<>();
    if (people > 0) {
      parts.add(here.t("contents.people", people));
    }
    if (cases > 0) {
      parts.add(here.t("contents.cases", cases));
    }
    if (statements > 0) {
      parts.add(here.t("contents.statements", statements));
    }
    if (files > 0) {
      parts.add(here.t("contents.files", files));
    }
    return String.join(", ", parts);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}

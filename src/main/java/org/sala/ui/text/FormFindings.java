package org.sala.ui.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a form from elsewhere from being run, in the officer's language. What has no words of
 * ours, such as a complaint of the library that reads forms, stays as it was said.
 */
public final class FormFindings {
  private static final String FAMILY = "formFound";
  private static final Pattern SAID =
      Pattern.compile("(?<what>.+?)(?: at (?<place>.+?)(?:, line (?<line>\\d+))?)?");

  /** What is named along with the kind of finding. */
  private static final Pattern NAMED = Pattern.compile("(?<kind>action|function) (?<name>\\S+)");

  private FormFindings() {}

  /** One finding, without what could break a line. */
  public static String of(String finding, Texts texts) {
    String said = finding.replaceAll("\\p{Cntrl}", " ");
    Matcher parts = SAID.matcher(said);
    if (!parts.matches()) {
      return said;
    }
    Matcher named = NAMED.matcher(parts.group("what"));
    boolean more = named.matches();
    String key = key(more ? named.group("kind") : parts.group("what"));
    String words = texts.code(FAMILY, key);
    if (words.equals(key)) {
      return said;
    }
    String what = more ? words + " " + named.group("name") : words;
    if (parts.group("place") == null) {
      return what;
    }
    return parts.group("line") == null
        ? texts.t("forms.found.at", what, parts.group("place"))
        : texts.t("forms.found.line", what, parts.group("place"), parts.group("line"));
  }

  static String key(String what) {
    return what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}

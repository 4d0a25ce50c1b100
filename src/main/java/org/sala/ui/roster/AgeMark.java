package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import org.sala.casework.people.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.text.Texts;

/**
 * The mark of somebody to whom the rules for children apply: a child, or one whose age is in doubt.
 * In doubt they apply, so in every list the doubt is as plain to see as the certainty.
 */
public final class AgeMark {
  private AgeMark() {}

  /** Returns the badge; empty for an adult, and where nothing at all was said of the age. */
  public static Optional<Badge> of(People.PersonLine p, Texts texts) {
    return words(p, texts).map(w -> new Badge(Badge.Kind.DANGER, w));
  }

  /**
   * Returns the badge where there is little room: that the rules apply, not from where that is
   * known.
   */
  public static Optional<Badge> brief(People.PersonLine p, Texts texts) {
    return briefWords(p, texts).map(w -> new Badge(Badge.Kind.DANGER, w));
  }

  /** Returns the words alone where there is little room. */
  public static Optional<String> briefWords(People.PersonLine p, Texts texts) {
    return p.childElsewhere() && !p.certainlyChild()
        ? Optional.of(texts.t("people.agedoubt"))
        : words(p, texts);
  }

  /** Returns the badge's words alone. */
  public static Optional<String> words(People.PersonLine p, Texts texts) {
    if (p.certainlyChild()) {
      return Optional.of(texts.t("people.child"));
    }
    if (p.childElsewhere()) {
      return Optional.of(texts.t("people.childelsewhere"));
    }
    boolean doubted = p.possiblyChild() || List.of(p.urgency().split(" ", -1)).contains("child");
    return doubted ? Optional.of(texts.t("people.agedoubt")) : Optional.empty();
  }
}

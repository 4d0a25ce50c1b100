package org.sala.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came after the last finding on a person.
 *
 * @param told whether the person was told of it
 * @param lookMillis since when a second look is asked for
 * @param lookAuthor who looked; null while nobody has
 */
record AfterFinding(
    boolean told, Look look, @Nullable Long lookMillis, @Nullable String lookAuthor) {

  /** How far a second look is. */
  enum Look {
    NONE,
    OPEN,
    STANDS,
    OVERTURNED
  }

  /**
   * Reads it. A look by the officer who made the finding, or who confirmed it, is none.
   *
   * @param author who wrote a record's first revision
   */
  static AfterFinding of(
      Slice slice,
      List<PersonProjection.Related> related,
      PersonProjection.Finding finding,
      Function<UUID, String> author) {
    if (finding.id() == null) {
      return new AfterFinding(false, Look.NONE, null, null);
    }
    String id = finding.id().toString();
    boolean told = false;
    AfterFinding look = new AfterFinding(false, Look.NONE, null, null);
    for (PersonProjection.Related r : related) {
      Shown s = new Shown(slice.fields(r.id()));
      if (r.kind().equals("outcome")) {
        told |= s.text("finding", 36).equals(id);
      } else if (r.kind().equals("secondlook") && s.text("finding", 36).equals(id)) {
        // Of several that were asked for, one that is open outweighs those that were answered.
        AfterFinding one = answered(slice, related, r, s, finding, author);
        look = look.look() == Look.OPEN ? look : one;
      }
    }
    return new AfterFinding(told, look.look(), look.lookMillis(), look.lookAuthor());
  }

  private static AfterFinding answered(
      Slice slice,
      List<PersonProjection.Related> related,
      PersonProjection.Related asked,
      Shown shown,
      PersonProjection.Finding finding,
      Function<UUID, String> author) {
    @Nullable Long since = shown.millis("at").orElse(null);
    AfterFinding answer = new AfterFinding(false, Look.OPEN, since, null);
    for (PersonProjection.Related r : related) {
      Shown s = new Shown(slice.fields(r.id()));
      if (r.kind().equals("looked") && s.text("look", 36).equals(asked.id().toString())) {
        String by = author.apply(r.id().value());
        // Where two looked and one says that it does not stand, it does not.
        if (!by.equals(finding.author())
            && !by.equals(finding.second())
            && answer.look() != Look.OVERTURNED) {
          answer =
              new AfterFinding(false, s.flag("stands") ? Look.STANDS : Look.OVERTURNED, since, by);
        }
      }
    }
    return answer;
  }
}

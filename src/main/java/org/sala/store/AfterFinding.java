package org.sala.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /** How far a second look is; of several on one finding the last of these is what counts. */
  enum Look {
    NONE,
    STANDS,
    OVERTURNED,
    OPEN
  }

  private static final Comparator<AfterFinding> PROTECTING_MORE =
      Comparator.comparing(AfterFinding::look)
          // The same for everybody, in whatever order they came.
          .thenComparing(AfterFinding::lookMillis, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              AfterFinding::lookAuthor, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * Reads what came after a finding. A look by the officer who made the finding, or who confirmed
   * it, is none.
   *
   * @param authors who wrote each record's first revision
   */
  static AfterFinding of(
      Slice slice,
      List<Around.Related> related,
      PersonProjection.Finding finding,
      Map<UUID, String> authors) {
    if (finding.id() == null) {
      return new AfterFinding(false, Look.NONE, null, null);
    }
    String id = finding.id().toString();
    boolean told = false;
    AfterFinding look = new AfterFinding(false, Look.NONE, null, null);
    for (Around.Related r : related) {
      if (!r.kind().equals("outcome") && !r.kind().equals("secondlook")) {
        continue;
      }
      Shown s = new Shown(slice.fields(r.id()));
      if (!s.text("finding", 36).equals(id)) {
        continue;
      }
      if (r.kind().equals("outcome")) {
        told = true;
      } else {
        look = more(look, answered(slice, related, r, s, finding, authors));
      }
    }
    return new AfterFinding(told, look.look(), look.lookMillis(), look.lookAuthor());
  }

  private static AfterFinding answered(
      Slice slice,
      List<Around.Related> related,
      Around.Related asked,
      Shown shown,
      PersonProjection.Finding finding,
      Map<UUID, String> authors) {
    @Nullable Long since = shown.millis("at").orElse(null);
    AfterFinding answer = new AfterFinding(false, Look.NONE, since, null);
    for (Around.Related r : related) {
      if (!r.kind().equals("looked")) {
        continue;
      }
      Shown s = new Shown(slice.fields(r.id()));
      if (s.text("look", 36).equals(asked.id().toString())) {
        String by = authors.getOrDefault(r.id().value(), "");
        // Where two looked and one says that it does not stand, it does not.
        if (!by.equals(finding.author()) && !by.equals(finding.second())) {
          Look found = s.flag("stands") ? Look.STANDS : Look.OVERTURNED;
          answer = more(answer, new AfterFinding(false, found, since, by));
        }
      }
    }
    return answer.look() == Look.NONE ? new AfterFinding(false, Look.OPEN, since, null) : answer;
  }

  private static AfterFinding more(AfterFinding one, AfterFinding other) {
    return PROTECTING_MORE.compare(one, other) >= 0 ? one : other;
  }
}

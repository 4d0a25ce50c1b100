package org.sala.casework.packages.register;

import java.util.HashSet;
import java.util.Set;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.ScopeType;

/**
 * How much of what a package that came is about, counted while it is verified: whoever decides on
 * one in quarantine has to know what it is before anything of it becomes visible.
 */
public record PackageContents(int changes, int people, int cases, int statements, int files) {
  private static final int PARTS = 6;

  /** Returns the contents as they are written down; the number of changes stands first. */
  public String text() {
    return changes + " changes " + people + " " + cases + " " + statements + " " + files;
  }

  /** What {@link #text} wrote; of packages that came before it was counted the changes alone. */
  public static PackageContents read(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == PARTS
        ? new PackageContents(
            number(parts[0]),
            number(parts[2]),
            number(parts[3]),
            number(parts[4]),
            number(parts[5]))
        : new PackageContents(number(parts[0]), 0, 0, 0, 0);
  }

  /** Counts while a package is read; a set of ids is all that it keeps. */
  public static final class Counting {
    private final Set<ScopeId> people = new HashSet<>();
    private final Set<RecordId> cases = new HashSet<>();
    private final Set<RecordId> statements = new HashSet<>();

    /** Somebody of whom there is only a triage in it is somebody in it. */
    public void tells(Revision r) {
      if (r.kind().equals(Kinds.CASE.key())) {
        cases.add(r.record());
      } else if (r.kind().equals(Kinds.STATEMENT.key())) {
        statements.add(r.record());
      } else if (!r.kind().equals(Kinds.INSIDE.key())
          && Kinds.find(r.kind()).map(Kind::scope).filter(ScopeType.PERSON::equals).isPresent()) {
        people.add(r.scope());
      }
    }

    /** Returns what was counted, with as many changes and files. */
    public PackageContents contents(int changes, int files) {
      return new PackageContents(changes, people.size(), cases.size(), statements.size(), files);
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}

package org.sala.ui.route;

import java.util.Optional;
import org.sala.casework.packages.register.Reception.Which;
import org.sala.casework.partner.CopyRequest;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** Where one can be in the program; back and forward replay places. */
public sealed interface Place {
  record Today() implements Place {}

  record PeopleHere() implements Place {}

  /** Everyone who is here, by number: beds, and what must not be. */
  record House() implements Place {}

  record OnePerson(RecordId id) implements Place {}

  record Intake() implements Place {}

  record Triage(RecordId person) implements Place {}

  record OneStatement(RecordId id) implements Place {}

  /** Who waits for a screening, and which are not closed. */
  record Screenings() implements Place {}

  record Interview(RecordId screening) implements Place {}

  /**
   * What the answers of a screening show.
   *
   * @param signing a second officer reads it, signs or declines, and does nothing else there
   */
  record Review(RecordId screening, boolean signing) implements Place {
    public Review(RecordId screening) {
      this(screening, false);
    }
  }

  /** In a practice workspace: invented people, and what was practised with them. */
  record Practice() implements Place {}

  /** The score of one practised interview. */
  record PracticeScore(RecordId screening) implements Place {}

  /** A form that is filled in with a person. */
  record Filling(RecordId form) implements Place {}

  /** Two screenings of one person, question by question. */
  record TwoScreenings(RecordId first, RecordId second) implements Place {}

  record Cases() implements Place {}

  record OneCase(RecordId id, String tab) implements Place {}

  record Exhibits() implements Place {}

  record OneExhibit(RecordId id) implements Place {}

  /**
   * Packages; with a case it asks at once whether that case is to be sealed.
   *
   * @param first whether it begins with what leaves or with what came; empty for what there is most
   *     of
   * @param chosen the one that is looked for
   */
  record Packages(Optional<RecordId> sealing, Optional<Leaving> first, Optional<RecordId> chosen)
      implements Place {
    /** Which way packages go. */
    public enum Leaving {
      OUT,
      IN
    }

    public Packages() {
      this(Optional.empty());
    }

    public Packages(Optional<RecordId> sealing) {
      this(sealing, Optional.empty(), Optional.empty());
    }

    /** What waits to be carried away. */
    public static Packages thatLeave() {
      return new Packages(Optional.empty(), Optional.of(Leaving.OUT), Optional.empty());
    }

    /** One of them. */
    public static Packages at(RecordId id, boolean outgoing) {
      return new Packages(
          Optional.empty(), Optional.of(outgoing ? Leaving.OUT : Leaving.IN), Optional.of(id));
    }
  }

  /** At headquarters: what came, what is missing, what is undecided. */
  record Overview() implements Place {}

  /** What came since one last looked; with a station everything that ever came of it. */
  record News(Optional<StationId> from) implements Place {
    public News() {
      this(Optional.empty());
    }
  }

  /**
   * At headquarters: what came; of one station alone, or only what somebody has to see to.
   *
   * @param chosen the one that is looked for
   */
  record Arrivals(Optional<StationId> from, Which which, Optional<RecordId> chosen)
      implements Place {
    public Arrivals() {
      this(Optional.empty(), Which.ALL);
    }

    public Arrivals(Optional<StationId> from, Which which) {
      this(from, which, Optional.empty());
    }
  }

  /**
   * At headquarters: what two laptops wrote differently, as a list; with a record that one.
   *
   * @param from the only station of whose versions there is a list; empty for all
   */
  record Deciding(Optional<RecordId> record, Optional<StationId> from) implements Place {
    public Deciding() {
      this(Optional.empty());
    }

    public Deciding(Optional<RecordId> record) {
      this(record, Optional.empty());
    }
  }

  /** At headquarters: versions that differ only in how they are written. */
  record ObviousVersions() implements Place {}

  /** Records that may be one person's; with a person those of that one. */
  record SamePerson(Optional<RecordId> person) implements Place {
    public SamePerson() {
      this(Optional.empty());
    }
  }

  /** What speaks for not punishing a victim. */
  record OneDossier(RecordId person) implements Place {}

  /** Agencies without accounts. */
  record Directory() implements Place {}

  /** Who is still inside, by site. */
  record StillInside() implements Place {}

  /** One site: who told of it, its buildings, how many are inside. */
  record OneSite(String key) implements Place {
    @Override
    public String toString() {
      return "OneSite";
    }
  }

  /** At headquarters: stations and officers; with a station it begins there. */
  record Stations(Optional<StationId> chosen) implements Place {
    public Stations() {
      this(Optional.empty());
    }
  }

  /** Other agencies, and what they have sent. */
  record Partners() implements Place {}

  /** A copy that another agency sent. */
  record ReceivedCopy(RecordId copy) implements Place {}

  /** A copy for another agency, before it is sealed. */
  record CopyFor(CopyRequest.Scope scope) implements Place {}

  /** Where this workspace may become headquarters. */
  record Founding() implements Place {}

  record Settings() implements Place {}
}

package org.sala.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Revision;
import org.sala.journal.Committed;
import org.sala.journal.Follower;
import org.sala.journal.Position;
import org.sala.store.file.FileHealth;

/**
 * The view over one journal: follows it on the write lane, answers on the read lane. When its file
 * turns out to be damaged while it is in use, it is made anew from the journal and goes on.
 */
public final class View implements Follower, AutoCloseable {
  private final Backing from;
  private final Optional<Remaking> remaking;
  private volatile Inside inside;
  private volatile Runnable asked = () -> {};
  private final Reading reading =
      new Reading() {
        @Override
        public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) {
          return read(sql, reader, values);
        }

        @Override
        public Dialect dialect() {
          return now().reading().dialect();
        }
      };

  /** What a view works with; which one, not what it holds, tells whether it was made anew. */
  private static final class Inside {
    private final ViewDatabase file;
    private final Sql writing;
    private final Sql reading;
    private final Following following;

    Inside(ViewDatabase file, Backing from) {
      this(file, file.sql(), file.sql(), from);
    }

    private Inside(ViewDatabase file, Sql writing, Sql reading, Backing from) {
      this.file = file;
      this.writing = writing;
      this.reading = reading;
      this.following = new Following(writing, from, file.follows());
    }

    /** Empties the file, and returns it as new. */
    Inside cleared(Backing from) {
      file.clear();
      return new Inside(file, writing, reading, from);
    }

    ViewDatabase file() {
      return file;
    }

    Sql reading() {
      return reading;
    }

    Following following() {
      return following;
    }

    boolean isDamaged() {
      return file.trouble().equals(Optional.of(FileHealth.Trouble.DAMAGED));
    }

    boolean isDiskTrouble() {
      return file.trouble().equals(Optional.of(FileHealth.Trouble.DISK));
    }

    /** Closes it; one that closed itself before is left to the next opening. */
    void close() {
      try {
        reading.close();
        writing.close();
      } catch (StoreFault e) {
        if (file.trouble().isEmpty()) {
          throw e;
        }
      } finally {
        file.close();
      }
    }
  }

  /** How a view is made anew while work goes on. */
  public interface Remaking {
    /** An empty file under a new key, in the place of the one that is damaged. */
    ViewDatabase fresh();

    /** Everything that the journal holds. */
    void replay(Consumer<List<Committed>> to);

    /** Runs something while the journal stands still. */
    void quietly(Runnable work);

    /** Whether there is room for another try after the disk was full. */
    boolean isRoom();
  }

  /**
   * A view that is not made anew by itself.
   *
   * @param bodies reads a revision back from the journal; needed where versions have to be joined
   */
  public View(ViewDatabase file, Function<Position, Optional<Revision>> bodies) {
    this(file, Backing.of(bodies), Optional.empty());
  }

  /**
   * @param remaking how it is made anew when its file gets into trouble
   */
  public View(ViewDatabase file, Backing from, Optional<Remaking> remaking) {
    this.from = from;
    this.remaking = remaking;
    this.inside = inside(file);
  }

  /** Has somebody hear of each question, before it is asked and on the thread that asks it. */
  void watch(Runnable hears) {
    asked = hears;
  }

  private Inside inside(ViewDatabase file) {
    return new Inside(file, from);
  }

  /**
   * Reads what is there now. A read that comes upon the damage makes the view anew and is asked
   * once more, so that whoever looked hears nothing of it; also where somebody else has made it
   * anew before this one came to know.
   */
  // Which of the two it is counts, not what is in it.
  @SuppressWarnings("ReferenceEquality")
  private <T> List<T> read(String sql, Reading.Row<T> reader, @Nullable Object... values) {
    asked.run();
    Inside seen = now();
    try {
      return seen.reading().list(sql, reader, values);
    } catch (StoreFault e) {
      if (remaking.isEmpty() || inside == seen && !isWorthRemaking(seen)) {
        throw e;
      }
      return now().reading().list(sql, reader, values);
    }
  }

  /** Returns what the view works with now; made anew first where that is needed and can be done. */
  private Inside now() {
    Inside seen = inside;
    if (remaking.isPresent() && isWorthRemaking(seen)) {
      // The journal's lock first, as everybody takes them who reads the view during a replay.
      remaking.get().quietly(() -> remake(seen, remaking.get()));
    }
    return inside;
  }

  private boolean isWorthRemaking(Inside seen) {
    return seen.isDamaged() || seen.isDiskTrouble() && remaking.map(Remaking::isRoom).orElse(false);
  }

  // Which of the two it is counts, not what is in it.
  @SuppressWarnings("ReferenceEquality")
  private synchronized void remake(Inside seen, Remaking how) {
    if (inside != seen) {
      return;
    }
    seen.close();
    Inside made = inside(how.fresh());
    try {
      how.replay(made.following()::takeWhole);
      inside = made;
    } finally {
      if (inside != made) {
        made.close();
      }
    }
  }

  /**
   * Empties it, as if nothing had been followed: for a view in memory, between two histories.
   * Nobody may be working with it.
   */
  public synchronized void clear() {
    inside = inside.cleared(from);
  }

  @Override
  public long applied() {
    return now().following().applied();
  }

  /**
   * How many changes are in the journal of which not all can be shown, because another program
   * wrote them. Asks nothing of the database.
   */
  public long unshown() {
    return inside.following().unshown();
  }

  /**
   * Whether it shows, as far as it was asked how far it is, all that was in the journal when it was
   * made: one on a server that is being made anew is worked with meanwhile. Asks nothing.
   */
  public boolean isWhole() {
    return inside.following().isWhole();
  }

  /** Digest over the ids of all changes that were followed, in their order. */
  public String digest() {
    return now().following().digest();
  }

  /**
   * Follows in slices, each whole or not at all: {@link #applied()} says how far. A run that comes
   * while earlier ones are still being followed is shown at once; {@code applied} passes it when
   * all before it is there.
   */
  @Override
  public void follow(List<Committed> run) {
    if (run.isEmpty()) {
      return;
    }
    Inside seen = now();
    if (seen.following().has(run)) {
      // It was made anew a moment ago, from a journal that had this run already.
      return;
    }
    try {
      seen.following().take(run);
    } catch (StoreFault e) {
      if (remaking.isEmpty() || !isWorthRemaking(seen)) {
        throw e;
      }
      // The journal has the run: a view made from it has followed it.
      remaking.get().quietly(() -> remake(seen, remaking.get()));
    }
  }

  /** Follows what the journal has already, before anybody works here: in larger pieces. */
  public void catchUp(List<Committed> run) {
    now().following().takeWhole(run);
  }

  /** How long this program has waited for its turn to follow at most. */
  public Duration longestWait() {
    return inside.following().longestWait();
  }

  /** A run cut into what is taken in at once. */
  public static List<List<Committed>> slices(List<Committed> run) {
    return Following.slices(run);
  }

  public Records records() {
    return new Records(reading);
  }

  public Changes changes() {
    return new Changes(reading);
  }

  public CaseRows cases() {
    return new CaseRows(reading);
  }

  /** Packages as lists and carriers ask for them. */
  public ParcelRows parcels() {
    return new ParcelRows(reading);
  }

  /** What headquarters owes its stations. */
  public OwedRows owed() {
    return new OwedRows(reading);
  }

  public SentRows sent() {
    return new SentRows(reading);
  }

  /** What differs. */
  public DisputeRows disputes() {
    return new DisputeRows(reading);
  }

  /** Packages of which something was told. */
  public ReceiptRows receipts() {
    return new ReceiptRows(reading);
  }

  /** How far what stands on top of records has come. */
  public ReachRows reach() {
    return new ReachRows(reading);
  }

  /** What came from whom, counted. */
  public ArrivalRows arrivals() {
    return new ArrivalRows(reading);
  }

  /** What was written elsewhere and came after a place in the journal. */
  public NewsRows news() {
    return new NewsRows(reading);
  }

  public PersonRows people() {
    return new PersonRows(reading);
  }

  public ExhibitRows exhibits() {
    return new ExhibitRows(reading);
  }

  public ScreeningRows screenings() {
    return new ScreeningRows(reading);
  }

  public ConsentRows consents() {
    return new ConsentRows(reading);
  }

  /** Returns what is known of records that may tell of the same person. */
  public SamePersonRows samePeople() {
    return new SamePersonRows(reading);
  }

  /** What headquarters asks. */
  public QuestionRows questions() {
    return new QuestionRows(reading);
  }

  /** Who stays in a house. */
  public HouseRows house() {
    return new HouseRows(reading);
  }

  /** Forms that were filled in with people. */
  public FilledRows filled() {
    return new FilledRows(reading);
  }

  public ReferralRows referrals() {
    return new ReferralRows(reading);
  }

  /** Where it lies now. */
  ViewDatabase database() {
    return inside.file();
  }

  /** Whether the view closed itself because the disk is full or fails. */
  public boolean isDiskTrouble() {
    return inside.isDiskTrouble();
  }

  /** Whether its file does its work. */
  public boolean isSound() {
    return inside.file().trouble().isEmpty();
  }

  @Override
  public synchronized void close() {
    inside.close();
  }
}

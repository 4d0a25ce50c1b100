package org.sala.casework.todo;

import java.util.List;
import java.util.Optional;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.hall.Alarm;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.joining.Question;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/**
 * One thing that has to be done, by an officer here or by somebody else.
 *
 * @param person empty for a package
 * @param parcel empty for a person
 * @param officer the name, where it is another officer's
 * @param fields families of the fields whose versions differ, why something was decided, the state
 *     of an interview, or the number of a statement
 * @param about what else there is to know
 */
public record ToDo(
    What what,
    Optional<People.PersonLine> person,
    Optional<PackageLine> parcel,
    Whose whose,
    String officer,
    long sinceMillis,
    List<String> fields,
    About about) {
  /** What has to be done, the most urgent first. */
  public enum What {
    DANGER("danger"),
    STAY("stay"),
    MEDICAL("hurt"),
    SEPARATE("separate"),
    DETAINED(""),
    CHILD("child"),
    /** Money that was sent may still be called back, and nobody was told. */
    RECALL(""),
    INTERPRETER("interpreter"),
    REFERRAL(""),
    CONFIRM(""),
    /** An adult's age over a child's waits for a second officer. */
    AGE(""),
    /** So many records are linked as one person's that nothing protected of them leaves. */
    LINKED(""),
    /** The person asks that another officer looks at a finding again. */
    SECOND_LOOK(""),
    /** An interview that was begun here and has not been ended. */
    INTERVIEW(""),
    /** A statement that was begun here and has not been closed. */
    STATEMENT(""),
    /** Headquarters has taken an officer back who can still unlock this laptop. */
    OLD_KEY(""),
    /** Headquarters tells all its stations something that nobody here has read. */
    BULLETIN(""),
    /** At headquarters: packages that are in doubt, until two officers have decided. */
    HELD(""),
    /** At headquarters: stations have not been sent what waits for them. */
    UNSENT(""),
    /** Headquarters asks something that this station may know. */
    QUESTION(""),
    VERSIONS(""),
    /** At headquarters: a station has answered. */
    ANSWERED(""),
    /** The person has not been told of the finding. */
    OUTCOME(""),
    /** A protected part was let go without a yes, and no supervisor has signed for it. */
    OVERRIDDEN(""),
    REFUSED(""),
    /** The package was carried days ago and nothing says that it arrived. */
    UNANSWERED(""),
    /** At headquarters: nothing tells that a station has heard what was decided. */
    UNHEARD(""),
    /** At headquarters: a station has erased what still stands here. */
    ERASED_THERE(""),
    /** One officer took a certificate back; a second confirms it. */
    UNCONFIRMED("");

    private final String urgency;

    What(String urgency) {
      this.urgency = urgency;
    }

    /** The code of urgency of which somebody has to be told; empty for all else. */
    public String urgency() {
      return urgency;
    }
  }

  /** Who has to see to something that is to be done. */
  public enum Whose {
    ME,
    OTHER,
    NOBODY,
    SUPERVISOR,
    HEADQUARTERS
  }

  /** What a thing to do is about, besides a person or a package. */
  public sealed interface About {
    /** Only a person or a package. */
    enum Nothing implements About {
      ELSE
    }

    /**
     * Money that may still be called back.
     *
     * @param form the defrauded person's form
     * @param untilMillis when it will be too late, as far as is known
     */
    record Recall(RecordId form, long untilMillis) implements About {}

    /** What headquarters asks, or was answered. */
    record Asked(Question question) implements About {}

    /** What headquarters tells all its stations. */
    record Told(Bulletin bulletin) implements About {}

    /** A danger that every laptop of the hall knows of. */
    record Hall(Alarm alarm) implements About {}

    /**
     * How many things there are to do: records of no one person that differ, or that are linked as
     * one person's, packages that wait, stations that were not sent something, changes of a package
     * that were refused and do not go again by themselves.
     */
    record Several(int n) implements About {}

    /**
     * So many more people of whom the same has to be done than are listed. None is left out without
     * a word.
     */
    record More(int people) implements About {}

    /** Who has not said for long that what headquarters decided has come. */
    record Unheard(DecisionDelivery.Unheard station) implements About {}

    /** An interview or a statement that goes on. */
    record Begun(RecordId record) implements About {}

    /**
     * An officer whom headquarters has taken back.
     *
     * @param surely whether the slot is known; otherwise there may be one
     */
    record Former(String name, boolean surely) implements About {
      @Override
      public String toString() {
        return "Former";
      }
    }

    /** An adult's age over a child's. */
    record Age(Ages.Waiting waiting) implements About {}

    /** What a station has erased and what still stands at headquarters. */
    record ErasedThere(Elsewhere.One one) implements About {}
  }

  /** Something about a person or a package alone. */
  ToDo(
      What what,
      Optional<People.PersonLine> person,
      Optional<PackageLine> parcel,
      Whose whose,
      String officer,
      long sinceMillis,
      List<String> fields) {
    this(what, person, parcel, whose, officer, sinceMillis, fields, About.Nothing.ELSE);
  }

  /** Returns this line as one to which somebody else has to see. */
  ToDo by(Whose whose) {
    return new ToDo(what, person, parcel, whose, "", sinceMillis, fields, about);
  }

  /** The form that tells of money, where it has to be called back. */
  public Optional<About.Recall> recall() {
    return about instanceof About.Recall r ? Optional.of(r) : Optional.empty();
  }

  /** What headquarters asks, or was answered. */
  public Optional<Question> question() {
    return about instanceof About.Asked a ? Optional.of(a.question()) : Optional.empty();
  }

  /** What headquarters tells. */
  public Optional<Bulletin> bulletin() {
    return about instanceof About.Told t ? Optional.of(t.bulletin()) : Optional.empty();
  }

  /** What the hall knows of a danger. */
  public Optional<Alarm> alarm() {
    return about instanceof About.Hall h ? Optional.of(h.alarm()) : Optional.empty();
  }

  /** How many there are, where one line stands for several. */
  public Optional<Integer> several() {
    return about instanceof About.Several s ? Optional.of(s.n()) : Optional.empty();
  }

  /** How many more people there are than are listed. */
  public Optional<Integer> more() {
    return about instanceof About.More m ? Optional.of(m.people()) : Optional.empty();
  }

  /** Who has to be told again. */
  public Optional<DecisionDelivery.Unheard> unheard() {
    return about instanceof About.Unheard u ? Optional.of(u.station()) : Optional.empty();
  }

  /** What a station has erased. */
  public Optional<Elsewhere.One> erasedThere() {
    return about instanceof About.ErasedThere e ? Optional.of(e.one()) : Optional.empty();
  }

  /** The age that waits for a second officer. */
  public Optional<Ages.Waiting> age() {
    return about instanceof About.Age a ? Optional.of(a.waiting()) : Optional.empty();
  }

  /** The officer who was taken back. */
  public Optional<About.Former> former() {
    return about instanceof About.Former f ? Optional.of(f) : Optional.empty();
  }

  /** The interview or statement that goes on. */
  public Optional<RecordId> begun() {
    return about instanceof About.Begun b ? Optional.of(b.record()) : Optional.empty();
  }

  public ToDo {
    fields = List.copyOf(fields);
  }

  @Override
  public String toString() {
    return "ToDo[" + what + "]";
  }
}

package org.sala.casework.partner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.keys.Partner;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * What a copy for another agency would hold: what goes of each record, what does not and why, and
 * whom it is not about. Nothing is written.
 *
 * @param rests on which word of the people it is
 * @param staying by kind and field what stays of every such record, and why, whether there is any
 * @param stamp changes with anything in it, so that nobody seals what nobody has looked at
 * @param asked people in the scope, and whether what they said lets the copy be about them
 */
public record Redaction(
    Partner partner,
    CopyRequest request,
    String about,
    Rests rests,
    List<Item> items,
    List<Kept> kept,
    List<Asked> asked,
    Map<String, Map<String, Why>> staying,
    String stamp) {
  public Redaction {
    items = List.copyOf(items);
    kept = List.copyOf(kept);
    asked = List.copyOf(asked);
    staying = Collections.unmodifiableMap(new LinkedHashMap<>(staying));
  }

  /**
   * Names of the files that go, as they are called here; they go as they are, whatever is in them.
   */
  public List<String> files() {
    return Given.files(items);
  }

  /** What a reader of one record is told that stays: of its kind, but for what was added. */
  Map<String, Why> staying(Item item) {
    Map<String, Why> stays = new LinkedHashMap<>(staying.getOrDefault(item.kind(), Map.of()));
    item.going().forEach(l -> stays.remove(l.field()));
    return stays;
  }

  /** The purpose and recipient whose yes lets the copy be about somebody. */
  public record Rests(String purpose, String recipient) {}

  /** Why something of a record does not go. */
  public enum Why {
    /** An officer took the part out. */
    OFFICER,
    /** The part serves somebody's safety: needs, health, where to reach them safely. */
    PROTECTED,
    /** Free words may name anybody. */
    FREE_TEXT,
    /** A picture or a recording shows more than what is asked for. */
    FILE,
    /** Two laptops wrote different things, and nobody has decided. */
    DISPUTED,
    /** The part points to somebody or something that is not in the copy. */
    OTHERS,
    /** The person has said yes and left it out. */
    LEFT_OUT,
    /** The referral does not tell the part. */
    NOT_TOLD,
    /** The other agency has no key for what is protected. */
    NO_KEY;

    /** Whether an officer may add it all the same, for a reason, where consent covers it. */
    public boolean mayBeAdded() {
      return this == PROTECTED || this == FREE_TEXT || this == FILE;
    }
  }

  /**
   * One field of a record, all its elements together.
   *
   * @param values by the keys under which the record has them
   * @param why empty where it goes
   * @param added the reason for which an officer lets it go; empty otherwise
   * @param addable whether an officer may add it
   */
  public record Line(
      String field, Map<String, Value> values, Optional<Why> why, String added, boolean addable) {
    public Line {
      values = Map.copyOf(values);
    }

    public boolean goes() {
      return why.isEmpty();
    }

    @Override
    public String toString() {
      return "Line[" + field + "]";
    }
  }

  /**
   * One record of which something goes.
   *
   * @param number what people know it by; a dash where it has none
   * @param person whom it is about
   */
  public record Item(
      RecordId record, String kind, String number, Optional<RecordId> person, List<Line> lines) {
    public Item {
      lines = List.copyOf(lines);
    }

    /** Returns the lines that go into the copy. */
    public List<Line> going() {
      return lines.stream().filter(Line::goes).toList();
    }

    @Override
    public String toString() {
      return "Item[" + kind + "]";
    }
  }

  /** Why a whole record does not go. */
  public enum WhyKept {
    OFFICER,
    /** Records of this kind stay with whoever made them. */
    STAYS,
    /** Nobody in the copy is who it is about. */
    OTHERS,
    /** The part takes protection away from somebody. */
    LOWERS
  }

  /** Records of one kind that do not go. */
  public record Kept(String kind, WhyKept why, int count) {}

  /** What somebody's word lets happen. */
  public enum Word {
    YES,
    /** Without a yes: danger to life, a child's protection, or a supervisor's decision. */
    OVERRIDDEN,
    NOT_ASKED,
    NO,
    /** Versions of the answer differ, which is no yes. */
    DISPUTED,
    /** The person fears that country, or one that was not named: nobody decides otherwise. */
    FEARS;

    public boolean lets() {
      return this == YES || this == OVERRIDDEN;
    }
  }

  /**
   * A person in the scope, by number.
   *
   * @param elsewhere the number of another record of the same person, where it is that one's word
   */
  public record Asked(RecordId person, String number, Word word, Optional<String> elsewhere) {
    @Override
    public String toString() {
      return "Asked[" + word + "]";
    }
  }

  /** Whether anything goes. */
  public boolean empty() {
    return items.stream().allMatch(i -> i.going().isEmpty());
  }

  /** Whether anything that is protected goes. */
  public boolean protection() {
    return items.stream()
        .flatMap(i -> i.going().stream().map(l -> RedactionRules.isProtected(i.kind(), l.field())))
        .anyMatch(p -> p);
  }

  /** Returns the people whom the copy is about. */
  public List<RecordId> people() {
    return asked.stream()
        .filter(a -> a.word().lets())
        .map(Asked::person)
        .filter(p -> items.stream().anyMatch(i -> i.person().filter(p::equals).isPresent()))
        .toList();
  }

  @Override
  public String toString() {
    return "Redaction[" + items.size() + "]";
  }
}

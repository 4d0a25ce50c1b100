package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.people.Linked;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.store.Records;
import org.sala.store.SamePersonRows;

/**
 * Records that may be of the same person, at one station or at several. Somebody looks at both and
 * says that they are, or that they are not; either is a record of its own that names two ids, and
 * can be taken back. Nothing is ever copied from one person to the other.
 */
public final class SamePeople {
  /** A revision names no more than 4,096 that it builds on. */
  private static final int MOST_NAMED = 1_000;

  /** What a record of this kind says; anything else says nothing. */
  private enum Word {
    SAME,
    DIFFERENT,
    OPEN
  }

  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final People people;
  private final Linked linked;

  public SamePeople(Station station, Ledger ledger, Officers officers, People people) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.people = people;
    this.linked = new Linked(station);
  }

  Optional<Candidate.Side> side(RecordId id) {
    return people
        .find(id)
        .map(
            p ->
                new Candidate.Side(
                    id,
                    p.wristband(),
                    p.name(),
                    p.roman(),
                    linked.stationName(id),
                    linked.origin(id).filter(station.identity().station()::equals).isPresent(),
                    p.possiblyChild()));
  }

  /** Everything that was said and holds, the last first. */
  public List<Candidate.Said> said() {
    return words(station.view().samePeople().said(Set.of()));
  }

  /** What was said of one person. */
  public List<Candidate.Said> said(RecordId person) {
    return words(station.view().samePeople().said(Set.of(person)));
  }

  List<Candidate.Said> said(SamePersonRows.Pair pair) {
    return words(of(pair));
  }

  /** The links through other records that make one person of two who were said to be two. */
  List<Candidate.Said> chain(SamePersonRows.Pair pair) {
    List<SamePersonRows.Said> said = of(pair);
    return said.stream().anyMatch(SamePersonRows.Said::different)
            && said.stream().noneMatch(SamePersonRows.Said::same)
        ? words(OnePerson.asNow(station).chain(pair.one(), pair.other()))
        : List.of();
  }

  private List<SamePersonRows.Said> of(SamePersonRows.Pair pair) {
    return station.view().samePeople().said(Set.of(pair.one())).stream()
        .filter(s -> s.pair().equals(pair))
        .toList();
  }

  private List<Candidate.Said> words(List<SamePersonRows.Said> said) {
    Map<Fingerprint, String> names = officers.names();
    Provenance provenance = new Provenance(station);
    List<Candidate.Said> all = new ArrayList<>();
    for (SamePersonRows.Said s : said) {
      Records.RevisionRow last = station.view().records().revisions(s.id()).getLast();
      Optional<String> reason = station.journal().revision(last.at()).flatMap(Revision::reason);
      String officer = names.getOrDefault(last.author(), provenance.officer(last.author()));
      side(s.one())
          .ifPresent(
              one ->
                  side(s.other())
                      .ifPresent(
                          other ->
                              all.add(
                                  new Candidate.Said(
                                      one,
                                      other,
                                      s.same(),
                                      reason,
                                      officer,
                                      last.time(),
                                      s.same() && protects(s.pair())))));
    }
    return all;
  }

  /**
   * Says that both records are of one person, and why. It counts at once and can be taken back.
   *
   * @throws CaseworkFault {@code SAID_DIFFERENT} where that would make one person of two of whom
   *     somebody said that they are definitely two: that has to be taken back first
   */
  public void same(RecordId one, RecordId other, String reason) {
    SamePersonRows.Pair pair = new SamePersonRows.Pair(one, other);
    if (joinsDifferent(pair)) {
      throw new CaseworkFault(CaseworkFault.Code.SAID_DIFFERENT);
    }
    write(pair, Word.SAME, reason);
  }

  /** Whether a link would tie two others that were said to be of two people. */
  private boolean joinsDifferent(SamePersonRows.Pair pair) {
    OnePerson now = new OnePerson(station);
    Set<RecordId> mine = now.group(pair.one()).records();
    if (mine.contains(pair.other())) {
      return false;
    }
    Set<RecordId> others = now.group(pair.other()).records();
    Set<RecordId> all = new LinkedHashSet<>(mine);
    all.addAll(others);
    // Two who are in one group already are tied by what was linked before, and not by this.
    return station.view().samePeople().said(all).stream()
        .filter(s -> s.different() && !s.pair().equals(pair))
        .anyMatch(
            s ->
                mine.contains(s.one()) && others.contains(s.other())
                    || others.contains(s.one()) && mine.contains(s.other()));
  }

  /**
   * Says that two records are of two people, and why. Remembered: the pair is not offered again.
   *
   * @throws CaseworkFault {@code PROTECTS} where it takes a child's rules away from one of them, or
   *     a no or a fear that holds for it: see {@link #byTwo}
   */
  public void different(RecordId one, RecordId other, String reason) {
    SamePersonRows.Pair pair = new SamePersonRows.Pair(one, other);
    refuseAlone(pair);
    write(pair, Word.DIFFERENT, reason);
  }

  /**
   * What was said of two records does not hold any more, and why. Both are as they were before it
   * was said, with what was written to them since.
   *
   * @throws CaseworkFault as {@link #different}
   */
  public void takeBack(RecordId one, RecordId other, String reason) {
    SamePersonRows.Pair pair = new SamePersonRows.Pair(one, other);
    refuseAlone(pair);
    write(pair, Word.OPEN, reason);
  }

  private void refuseAlone(SamePersonRows.Pair pair) {
    if (protects(pair)) {
      throw new CaseworkFault(CaseworkFault.Code.PROTECTS);
    }
  }

  private void write(SamePersonRows.Pair pair, Word word, String reason) {
    ledger.write(act(pair, word, reason));
  }

  /**
   * Takes back that two records are one person's where that takes protection away, or says that
   * they are two people's: signed by a second officer with the own key, opened at this moment and
   * forgotten.
   *
   * @param different whether they are two people; else it is open again
   */
  public Disagreements.Decided byTwo(
      RecordId one,
      RecordId other,
      boolean different,
      String reason,
      String handle,
      char[] passphrase) {
    Word word = different ? Word.DIFFERENT : Word.OPEN;
    return signed(
        handle,
        passphrase,
        second -> ledger.write(act(new SamePersonRows.Pair(one, other), word, reason), second));
  }

  /** Has something written that a second officer signs, where that one may. */
  Disagreements.Decided signed(String handle, char[] passphrase, Consumer<SigningKey> write) {
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Disagreements.Decided.WRONG_PASSPHRASE;
    }
    Fingerprint key = new Fingerprint(second.get().verifying().fingerprint());
    if (key.equals(station.me())) {
      return Disagreements.Decided.SAME_OFFICER;
    }
    if (!new Seconds(station, officers).counts(key)) {
      return Disagreements.Decided.NOT_CERTIFIED;
    }
    write.accept(second.get());
    return Disagreements.Decided.DONE;
  }

  /**
   * Returns the act that writes the same word on everything that was said of the two, or a first
   * word.
   */
  private Act act(SamePersonRows.Pair pair, Word word, String reason) {
    if (reason.isBlank() || pair.one().equals(pair.other())) {
      throw new IllegalArgumentException("two records, and a reason");
    }
    for (RecordId id : List.of(pair.one(), pair.other())) {
      if (!isKnown(id)) {
        throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
      }
    }
    Map<String, Value> fields = fields(word);
    List<SamePersonRows.Said> before = of(pair);
    Act act = new Act().because(reason.strip());
    if (before.isEmpty()) {
      if (word == Word.OPEN) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
      fields.put("one", Value.ref(pair.one()));
      fields.put("other", Value.ref(pair.other()));
      return act.make(station.ids().record(), Kinds.SAME_PERSON, station.scope(), fields);
    }
    before.forEach(s -> restate(act, s, fields));
    return act;
  }

  private Map<String, Value> fields(Word word) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("word", Value.text(word.name()));
    fields.put("proposer", Value.text(station.me().hex()));
    fields.put("at", station.now().toValue());
    return fields;
  }

  private void restate(Act act, SamePersonRows.Said s, Map<String, Value> fields) {
    // A station to which the word goes may lack what others have said in between.
    Map<String, Value> whole = new LinkedHashMap<>(fields);
    whole.put("one", Value.ref(s.one()));
    whole.put("other", Value.ref(s.other()));
    act.restate(s.id(), Kinds.SAME_PERSON, whole, revisions(s.id()));
  }

  /** Returns the act by which what was said of some pairs does not hold any more. */
  Act opening(List<SamePersonRows.Said> said, String reason) {
    Act act = new Act().because(reason.strip());
    said.forEach(s -> restate(act, s, fields(Word.OPEN)));
    return act;
  }

  /** What was said of a link; of one that somebody has filled up what stands last. */
  private List<RevisionId> revisions(RecordId link) {
    Records records = station.view().records();
    List<RevisionId> all = records.revisions(link).stream().map(Records.RevisionRow::id).toList();
    return all.size() <= MOST_NAMED ? all : records.heads(link, Compartment.INVESTIGATION);
  }

  /** A person, or somebody who was only told of. */
  private boolean isKnown(RecordId id) {
    return people.find(id).isPresent()
        || station
            .view()
            .records()
            .find(id)
            .map(Records.Row::kind)
            .filter(Kinds.INSIDE.key()::equals)
            .isPresent();
  }

  /**
   * Whether one of the two is treated as a child, or kept from others, only for what it is held to
   * be the same as.
   */
  private boolean protects(SamePersonRows.Pair pair) {
    Set<RecordId> links = new LinkedHashSet<>();
    of(pair).stream().filter(SamePersonRows.Said::same).forEach(s -> links.add(s.id()));
    return !links.isEmpty()
        && new Losing(station, ledger, people).byParting(List.of(pair.one(), pair.other()), links);
  }
}

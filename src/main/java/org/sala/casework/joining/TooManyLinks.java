package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Station;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.store.SamePersonRows;

/**
 * More records held to be one person's than anybody has. Until they are parted nothing protected of
 * them leaves; whoever made the links made many, so all of one officer's are parted at one go.
 */
public final class TooManyLinks {
  /** So many links are parted in one act; each can be said again. */
  private static final int IN_ONE_ACT = 200;

  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final People people;
  private final SamePeople samePeople;

  public TooManyLinks(
      Station station, Ledger ledger, Officers officers, People people, SamePeople samePeople) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.people = people;
    this.samePeople = samePeople;
  }

  /**
   * Records that are linked.
   *
   * @param person one of them that is known here
   * @param records how many they are
   * @param sinceMillis when the last link was made or changed
   */
  public record Tied(RecordId person, int records, long sinceMillis) {}

  /** All of them that somebody has to part. */
  public List<Tied> all() {
    // So few links tie nobody to too many; most stations never get further.
    if (station.view().samePeople().links() < OnePerson.MOST) {
      return List.of();
    }
    OnePerson now = OnePerson.asNow(station);
    Set<RecordId> seen = new HashSet<>();
    List<Tied> all = new ArrayList<>();
    for (SamePersonRows.Said link : station.view().samePeople().said(Set.of())) {
      OnePerson.Group group = now.group(link.one());
      if (link.same() && group.tooMany() && !seen.contains(link.one())) {
        seen.addAll(group.records());
        group.records().stream()
            .filter(r -> station.view().people().find(r).isPresent())
            .findFirst()
            .ifPresent(p -> all.add(new Tied(p, group.records().size(), link.millis())));
      }
    }
    return all;
  }

  /**
   * Who made the links.
   *
   * @param officer the name, or the number on the certificate; empty where neither is known
   * @param links how many of them hold
   */
  public record By(Fingerprint key, String officer, int links) {}

  /** Whose links hold the records of a person together; nobody's where they are not too many. */
  public List<By> by(RecordId person) {
    if (!new OnePerson(station).group(person).tooMany()) {
      return List.of();
    }
    Map<Fingerprint, String> names = officers.names();
    Provenance provenance = new Provenance(station);
    Map<Fingerprint, Integer> counted = new LinkedHashMap<>();
    links(person).forEach((link, by) -> counted.merge(by, 1, Integer::sum));
    return counted.entrySet().stream()
        .map(
            e ->
                new By(
                    e.getKey(),
                    names.getOrDefault(e.getKey(), provenance.officer(e.getKey())),
                    e.getValue()))
        .sorted((a, b) -> b.links() - a.links())
        .toList();
  }

  private Map<SamePersonRows.Said, Fingerprint> links(RecordId person) {
    Set<RecordId> records = new OnePerson(station).records(person);
    Map<SamePersonRows.Said, Fingerprint> links = new LinkedHashMap<>();
    for (SamePersonRows.Said s : station.view().samePeople().said(Set.of())) {
      if (s.same() && records.contains(s.one())) {
        Begun.by(station, s.id()).ifPresent(by -> links.put(s, by));
      }
    }
    return links;
  }

  private List<SamePersonRows.Said> links(RecordId person, Fingerprint by) {
    return links(person).entrySet().stream()
        .filter(e -> e.getValue().equals(by))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Whether parting all links of an officer lifts a no, a fear or a child's rules from any of the
   * records: then two officers part them.
   */
  public boolean protects(RecordId person, Fingerprint by) {
    return protects(person, links(person, by));
  }

  private boolean protects(RecordId person, List<SamePersonRows.Said> links) {
    Set<RecordId> without = new HashSet<>();
    links.forEach(s -> without.add(s.id()));
    OnePerson now = OnePerson.asNow(station);
    Set<RecordId> all = now.records(person);
    Set<RecordId> seen = new HashSet<>();
    Map<RecordId, Integer> parts = new HashMap<>();
    for (RecordId r : all) {
      if (!seen.contains(r)) {
        Set<RecordId> part = now.records(r, without);
        seen.addAll(part);
        part.forEach(p -> parts.put(p, part.size()));
      }
    }
    Consents consents = new Consents(station, ledger).ofMany();
    Fears fears = new Fears(station, ledger);
    // What one of them says is lost to all that are in another part afterwards.
    return all.stream()
        .filter(r -> parts.getOrDefault(r, 0) < all.size())
        .anyMatch(r -> consents.keepsAnything(r) || !fears.of(r).isEmpty() || isPossiblyChild(r));
  }

  private boolean isPossiblyChild(RecordId record) {
    return station.view().people().find(record).filter(people::alonePossiblyChild).isPresent();
  }

  /**
   * Parts all links of one officer between the records of a person, and says why. Each stays on
   * record and can be said again.
   *
   * @throws CaseworkFault {@code PROTECTS} where that takes two: see {@link #byTwo}
   */
  public void part(RecordId person, Fingerprint by, String reason) {
    List<SamePersonRows.Said> links = links(person, by);
    if (protects(person, links)) {
      throw new CaseworkFault(CaseworkFault.Code.PROTECTS);
    }
    acts(links, reason).forEach(ledger::write);
  }

  /** Parts all links of one officer, signed by a second officer with the own key. */
  public Disagreements.Decided byTwo(
      RecordId person, Fingerprint by, String reason, String handle, char[] passphrase) {
    List<Act> acts = acts(links(person, by), reason);
    return samePeople.signed(
        handle, passphrase, second -> acts.forEach(act -> ledger.write(act, second)));
  }

  private List<Act> acts(List<SamePersonRows.Said> links, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("links are parted for a reason");
    }
    List<Act> acts = new ArrayList<>();
    for (int from = 0; from < links.size(); from += IN_ONE_ACT) {
      acts.add(
          samePeople.opening(
              links.subList(from, Math.min(links.size(), from + IN_ONE_ACT)), reason));
    }
    return acts;
  }
}

package org.sala.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.DomainFault;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/**
 * What is known of one package: what leaves, under which consent, who can read it. People are
 * numbers here, never names.
 *
 * @param peer the station at the other end, by the name that is known of it
 * @param withConsent numbers of people whose protected part is in it
 * @param withoutConsent numbers of people of whom only the investigation part is in it
 * @param keptBack numbers of people whose protected part stayed here
 * @param recipients fingerprints of the keys that open it
 * @param accepted changes that headquarters has taken, by its receipt
 * @param disputed changes that it has joined with others that say something else
 * @param verdict what a refused file was found to be
 * @param setAside why it is not carried
 * @param leftOut numbers of exhibits that it goes without, because their files were lost or damaged
 */
public record PackageDetails(
    RecordId id,
    String parcel,
    String fileName,
    String digest,
    String peer,
    String signer,
    int people,
    int caseCount,
    int statements,
    List<String> cases,
    List<String> withConsent,
    List<String> withoutConsent,
    List<String> keptBack,
    List<String> recipients,
    Optional<Moment> carried,
    Optional<Moment> received,
    Optional<String> verdict,
    List<String> findings,
    int accepted,
    int disputed,
    int held,
    int refused,
    String setAside,
    List<String> leftOut) {
  public PackageDetails {
    cases = List.copyOf(cases);
    withConsent = List.copyOf(withConsent);
    withoutConsent = List.copyOf(withoutConsent);
    keptBack = List.copyOf(keptBack);
    recipients = List.copyOf(recipients);
    findings = List.copyOf(findings);
    leftOut = List.copyOf(leftOut);
  }

  static PackageDetails of(Station station, RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    if (f.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    List<String> outcomes = Receipts.outcomes(station, Officers.text(f, "digest").orElse("none"));
    String[] counts = Officers.text(f, "contents").orElse("").split(" ");
    return new PackageDetails(
        id,
        Officers.text(f, "parcel").orElse(""),
        Officers.text(f, "fileName").orElse(""),
        Officers.text(f, "digest").orElse(""),
        peer(station, Officers.text(f, "peer").orElse("")),
        Officers.text(f, "signer").orElse(""),
        count(counts, 0),
        count(counts, 1),
        count(counts, 2),
        numbers(station, f, "cases", "number"),
        numbers(station, f, "withConsent", "wristband"),
        numbers(station, f, "withoutConsent", "wristband"),
        numbers(station, f, "keptBack", "wristband"),
        words(f, "recipients", " "),
        Officers.text(f, "carried").map(Moment::of),
        Officers.text(f, "received").map(Moment::of),
        Officers.text(f, "verdict"),
        words(f, "findings", "\n"),
        Collections.frequency(outcomes, "accepted"),
        Collections.frequency(outcomes, "waiting"),
        words(f, "heldChanges", " ").size(),
        words(f, "refusedChanges", " ").size(),
        Officers.text(f, "setAside").orElse(""),
        words(f, "leftOut", " "));
  }

  private static String peer(Station station, String peer) {
    String id = peer.split(" ", -1)[0];
    if (station.state().text("headquarters").filter(id::equals).isPresent()) {
      return station.state().text("agency").orElse("");
    }
    return station.state().parts("station." + id).flatMap(p -> p.text("name")).orElse("");
  }

  private static int count(String[] counts, int at) {
    return counts.length > at && counts[at].matches("\\d{1,9}") ? Integer.parseInt(counts[at]) : 0;
  }

  private static List<String> words(Map<String, FieldState> f, String key, String between) {
    List<String> words = new ArrayList<>();
    for (String w : Officers.text(f, key).orElse("").split(between)) {
      if (!w.isBlank()) {
        words.add(w);
      }
    }
    return words;
  }

  static List<RecordId> records(Map<String, FieldState> f, String key) {
    List<RecordId> ids = new ArrayList<>();
    for (String w : words(f, key, " ")) {
      try {
        ids.add(RecordId.of(w));
      } catch (DomainFault e) {
        // Not an id: nothing that could be shown.
      }
    }
    return ids;
  }

  static List<String> numbers(
      Station station, Map<String, FieldState> f, String key, String field) {
    return records(f, key).stream().map(r -> number(station, r, field)).sorted().toList();
  }

  /** The number that people know a record by; a dash where it has none. */
  static String number(Station station, RecordId record, String field) {
    return Officers.text(station.view().records().fields(record), field).orElse("–");
  }
}

package org.sala.casework.packages.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
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
 * @param items what people's yes leaves out of it
 * @param recipients fingerprints of the keys that open it
 * @param accepted changes that headquarters has taken, by its receipt
 * @param joined changes that it has put together with what others wrote
 * @param disputed changes of which others wrote something else in the same field
 * @param verdict what a refused file was found to be
 * @param setAside why it is not carried
 * @param leftOut numbers of exhibits that it goes without, because their files were lost or damaged
 * @param original whether the file of a package that was taken in is kept as it came
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
    List<OmittedItems> items,
    List<String> recipients,
    Optional<Moment> carried,
    Optional<Moment> received,
    Optional<String> verdict,
    List<String> findings,
    int accepted,
    int joined,
    int disputed,
    int held,
    int refused,
    String setAside,
    List<String> leftOut,
    boolean original) {
  public PackageDetails {
    cases = List.copyOf(cases);
    withConsent = List.copyOf(withConsent);
    withoutConsent = List.copyOf(withoutConsent);
    keptBack = List.copyOf(keptBack);
    items = List.copyOf(items);
    recipients = List.copyOf(recipients);
    findings = List.copyOf(findings);
    leftOut = List.copyOf(leftOut);
  }

  /** Everything that is written down of one package. */
  public static PackageDetails of(Station station, RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    if (f.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Map<String, FieldState> answer =
        ChangeOutcomes.receipt(station, Stored.text(f, "digest").orElse("none"));
    String[] counts = Stored.text(f, "contents").orElse("").split(" ");
    return new PackageDetails(
        id,
        Stored.text(f, "parcel").orElse(""),
        Stored.text(f, "fileName").orElse(""),
        Stored.text(f, "digest").orElse(""),
        peer(station, f),
        Stored.text(f, "signer").orElse(""),
        count(counts, 0),
        count(counts, 1),
        count(counts, 2),
        Stored.numbers(station, f, "cases", "number"),
        Stored.numbers(station, f, "withConsent", "wristband"),
        Stored.numbers(station, f, "withoutConsent", "wristband"),
        Stored.numbers(station, f, "keptBack", "wristband"),
        OmittedItems.read(station, Stored.words(f, "items", "\n")),
        Stored.words(f, "recipients", " "),
        Stored.moment(f, "carried"),
        Stored.moment(f, "received"),
        Stored.text(f, "verdict"),
        Stored.words(f, "findings", "\n"),
        ChangeOutcomes.count(answer, ChangeOutcomes.ACCEPTED),
        ChangeOutcomes.count(answer, ChangeOutcomes.JOINED),
        ChangeOutcomes.count(answer, ChangeOutcomes.WAITING),
        Stored.words(f, "heldChanges", " ").size(),
        Stored.words(f, "refusedChanges", " ").size(),
        Stored.text(f, "setAside").orElse(""),
        Stored.words(f, "leftOut", " "),
        new PackageFiles(station).hasOriginal(f));
  }

  /** Whom a package is for, or whom it came from, as people know them. */
  public static String peer(Station station, Map<String, FieldState> f) {
    return Stored.text(f, "peerName")
        .orElseGet(() -> named(station, Stored.text(f, "peer").orElse("")));
  }

  private static String named(Station station, String peer) {
    String id = peer.split(" ", -1)[0];
    if (station.state().text("headquarters").filter(id::equals).isPresent()) {
      return station.state().text("agency").orElse("");
    }
    return new Roster(station.state()).nameOf(id);
  }

  private static int count(String[] counts, int at) {
    return counts.length > at && counts[at].matches("\\d{1,9}") ? Integer.parseInt(counts[at]) : 0;
  }
}

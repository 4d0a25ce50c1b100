package org.sala.casework.headquarters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.keys.AuthorityKey;
import org.sala.casework.keys.HeldList;
import org.sala.casework.keys.Issuing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** What only headquarters does: certify stations and officers, and take certificates back. */
public final class Headquarters {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Issuing issuing;
  private final Approvals approvals;

  public Headquarters(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.issuing = new Issuing(station);
    this.approvals = new Approvals(station, ledger, new Officers(station, ledger, audit));
  }

  /**
   * A station that headquarters has enrolled.
   *
   * @param lastContact when its last package came
   * @param lastNumber the number of its last package
   * @param missing packages of it that have not come although later ones have
   * @param waiting packages of it that wait for a decision
   * @param anew since when it sends under new numbers: it was restored, or two copies were seen
   * @param lists which list of whom to believe it says that it holds, where it says so
   */
  public record Known(
      StationId id,
      String name,
      String letter,
      String casePrefix,
      List<Certified> officers,
      Optional<Moment> lastContact,
      long lastNumber,
      long missing,
      int waiting,
      Optional<Moment> anew,
      Optional<HeldList> lists) {
    public Known {
      officers = List.copyOf(officers);
    }
  }

  /**
   * An officer's certificate, the last of several for the same key; a number, never a name.
   *
   * @param from since when it counts
   * @param due whether it ends soon, has ended, or does not count yet
   * @param early whether it does not count yet, for it was issued by a clock that was ahead
   */
  public record Certified(
      Fingerprint key,
      String number,
      String serial,
      Instant from,
      Instant until,
      boolean revoked,
      boolean due,
      boolean early,
      boolean supervisor) {}

  public boolean isHeadquarters() {
    return station.state().flag("isHeadquarters");
  }

  /**
   * What founding asks.
   *
   * @param country where headquarters is (ISO 3166-1), since a package to it is one to that country
   * @param authorityFolder where the authority's key goes, sealed: a stick that goes into a safe
   * @param authorityPassphrase its own passphrase, nobody's daily one; the caller wipes it
   */
  public record Founding(
      String agency,
      String name,
      String officerNumber,
      String country,
      Path authorityFolder,
      char[] authorityPassphrase) {
    public Founding {
      if (!country.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException("a country has two letters");
      }
    }

    /** Makes the founding of a headquarters in Thailand. */
    public Founding(
        String agency,
        String name,
        String officerNumber,
        Path authorityFolder,
        char[] authorityPassphrase) {
      this(agency, name, officerNumber, "TH", authorityFolder, authorityPassphrase);
    }

    @Override
    public String toString() {
      return "Founding";
    }
  }

  /**
   * Makes this workspace the agency's headquarters: authority, issuing key, this officer's own
   * certificate, and empty revocation lists. The authority's key is not kept here.
   */
  public void found(Founding founding) {
    // A station that trusts another authority does not become one beside it.
    if (isHeadquarters() || !station.state().texts("authorities").isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    SigningKey authority = SigningKey.generate(station.tools().random());
    new AuthorityKey(founding.authorityFolder(), station)
        .keep(authority, founding.authorityPassphrase());
    Map<String, Value> state =
        new LinkedHashMap<>(issuing.found(authority, founding.agency().strip()));
    state.put("isHeadquarters", Value.flag(true));
    state.put("stationName", Value.text(founding.name().strip()));
    state.put("letter", Value.text("H"));
    state.put("casePrefix", Value.text("HQ"));
    state.put("headquarters", Value.text(station.identity().station().toString()));
    state.put("hqCountry", Value.text(founding.country()));
    state.put("hqInvestigation", Value.text(receiving(Compartment.INVESTIGATION)));
    state.put("hqProtection", Value.text(receiving(Compartment.PROTECTION)));
    station
        .state()
        .change(
            () -> {
              // Another program may have founded it a moment ago.
              if (isHeadquarters()) {
                throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
              }
              return issuing.begun(
                  state, station.officer().signing().verifying(), founding.officerNumber().strip());
            });
    audit.trusted();
    audit.note(AuditEntry.Act.ENROLLED, "headquarters");
  }

  /** What needs the authority's key from the safe. */
  public AuthorityActs authority() {
    need();
    return new AuthorityActs(station, audit, issuing, approvals);
  }

  /**
   * Enrols a station: certifies its officers' keys, confirms what they adopt, and writes the
   * answer, encrypted to the station.
   *
   * @return the code to compare over the telephone
   * @throws CaseworkFault {@code SAME_OFFICER} while a second officer has not approved it, where
   *     there is one to ask
   */
  public String answer(
      Path requestFile, String stationName, String letter, String casePrefix, Path answerFile) {
    return answer(
        read(requestFile),
        new Answering.Called(stationName, letter, casePrefix, Set.of()),
        answerFile);
  }

  /**
   * Enrols a station by a request that somebody has looked at: its very bytes are answered,
   * whatever lies in that file by now.
   *
   * @param supervisors fingerprints of the keys of officers who supervise
   * @throws CaseworkFault {@code SAME_OFFICER} as the other; {@code NOT_PROVED} for a station that
   *     is enrolled where none of its keys signed the request and nobody {@link Asked#vouched()}
   */
  public String answer(
      Asked asked,
      String stationName,
      String letter,
      String casePrefix,
      Set<String> supervisors,
      Path answerFile) {
    return answer(
        asked, new Answering.Called(stationName, letter, casePrefix, supervisors), answerFile);
  }

  private String answer(Asked asked, Answering.Called called, Path answerFile) {
    need();
    approvals.needFor(
        Approvals.Of.ANSWER,
        asked.approved(called.supervisors()),
        asked.officers().stream()
            .map(a -> new Fingerprint(a.fingerprint()))
            .collect(Collectors.toSet()));
    return new Answering(station, audit, issuing)
        .answer(asked.request(), asked.proof() == Proof.VOUCHED, called, answerFile);
  }

  /** An officer who asks for a certificate; a number, never a name. */
  public record Asker(String number, String fingerprint) {}

  /**
   * A lost key for whose work the first officer stands.
   *
   * @param upTo no change above this number is meant
   */
  public record Adopted(String fingerprint, long upTo) {}

  /** Whether a request comes from the station that it names. */
  public enum Proof {
    /** Nobody is enrolled under that station's id. */
    NEW,
    /** A key that counts and was certified for the station has signed it. */
    OWN_KEY,
    /** The station is enrolled, and none of its keys has signed it: anybody may have written it. */
    MISSING,
    /** As MISSING, and an officer here says that the station asks all the same. */
    VOUCHED
  }

  /**
   * What a request says of itself, to be read before it is answered; no name is in it.
   *
   * @param proof whether it comes from the station that it names
   * @param takenBack whether a certificate of a key in it was taken back
   * @param request its bytes, of which all the rest was read
   */
  public record Asked(
      StationId station,
      List<Asker> officers,
      List<Adopted> adopts,
      Proof proof,
      boolean takenBack,
      byte[] request) {
    public Asked {
      officers = List.copyOf(officers);
      adopts = List.copyOf(adopts);
    }

    /** Whether the station is enrolled already. */
    public boolean known() {
      return proof != Proof.NEW;
    }

    /**
     * Returns the request with this officer's word that the station itself asks: its laptop was
     * lost with every key, and somebody there was called under a number that was known before.
     */
    public Asked vouched() {
      return proof == Proof.MISSING
          ? new Asked(station, officers, adopts, Proof.VOUCHED, takenBack, request)
          : this;
    }

    /** SHA-256 of its bytes: what a second officer approves where nobody of it supervises. */
    public String digest() {
      return Sha256.hex(request);
    }

    /**
     * What a second officer approves: the request, who of it is to supervise, and whether nothing
     * but a colleague's word says that the station itself asks.
     *
     * @param supervisors fingerprints of their keys
     */
    public String approved(Set<String> supervisors) {
      String what = digest();
      if (!supervisors.isEmpty()) {
        what = with(what, " supervised by " + String.join(" ", new TreeSet<>(supervisors)));
      }
      return proof == Proof.VOUCHED ? with(what, " vouched for") : what;
    }

    private static String with(String what, String more) {
      return Sha256.hex((what + more).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Reads a request; nothing is certified.
   *
   * @throws CaseworkFault {@code NOT_THEIR_STATION} where it names this headquarters or another
   *     agency as its station
   */
  public Asked read(Path requestFile) {
    need();
    return new Answering(station, audit, issuing).read(requestFile);
  }

  /** Certifies a colleague here at headquarters, so that the own word counts outside as well. */
  public void certify(Fingerprint colleague, String officerNumber) {
    need();
    approvals.needFor(Approvals.Of.CERTIFY, colleague.hex(), Set.of(colleague));
    VerifyingKey key =
        new Officers(station, ledger, audit)
            .publicKey(colleague)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Certificate issued = issuing.certify(key, officerNumber.strip(), "headquarters");
    new Roster(station.state()).add(station.identity().station(), issued);
    audit.note(AuditEntry.Act.ENROLLED, officerNumber.strip());
  }

  /**
   * A new certificate for the same key, before the old one ends: it goes out with whatever the
   * station is sent next.
   *
   * @throws CaseworkFault {@code NOT_FOUND} for a serial number that was never issued, or that was
   *     taken back: such an officer is enrolled anew; {@code ALREADY_DONE} for one that was renewed
   *     already, for its approval is used up
   */
  public void renew(String serial) {
    need();
    approvals.need(Approvals.Of.RENEW, serial);
    if (new Roster(station.state()).revoked().contains(serial)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Roster.Issued before =
        new Roster(station.state())
            .issued().stream()
                .filter(i -> i.certificate().serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Certificate c = before.certificate();
    if (new Roster(station.state())
        .issued().stream()
            .filter(i -> i.key().equals(before.key()))
            .anyMatch(i -> i.certificate().until().isAfter(c.until()))) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Certificate next = issuing.renewed(c);
    new Roster(station.state()).add(before.station(), next);
    audit.note(AuditEntry.Act.ENROLLED, "renewed " + c.number());
  }

  /** Officers of this headquarters who have a slot and no certificate, with their names. */
  public Map<Fingerprint, String> uncertified() {
    Officers officers = new Officers(station, ledger, audit);
    Map<Fingerprint, String> names = new LinkedHashMap<>(officers.ofThisStation());
    names.keySet().removeIf(key -> station.state().text("certificate." + key.hex()).isPresent());
    if (station.state().sharing().isEmpty()) {
      // Another machine of this headquarters has a key file of its own.
      officers.slots().left().forEach(l -> names.remove(l.key()));
    }
    return names;
  }

  /** The stations that are enrolled here. */
  public List<Known> stations() {
    return new KnownStations(station).all();
  }

  /** Numbers of a station's packages that have not come although later ones have. */
  public List<Gap> gaps(StationId of) {
    return new KnownStations(station).gaps(of);
  }

  /** The officers of this headquarters who have certificates. */
  public List<Certified> own() {
    return new KnownStations(station).certified(station.identity().station());
  }

  /**
   * Takes an officer's certificates back, all that were issued for the same key; the new list goes
   * out with every answer. What has come before stays; what comes from now on waits for two.
   */
  public void revoke(String serial, String reason) {
    need();
    new TakingBack(station, ledger, audit, issuing).revoke(serial, reason);
  }

  /** Takes back every certificate of a station: a laptop that was lost. */
  public void revoke(StationId lost, String reason) {
    need();
    new TakingBack(station, ledger, audit, issuing).revoke(lost, reason);
  }

  /**
   * Writes what an outsider needs to check packages: the authority's and issuers' certificates, the
   * revocation lists, the authorities of before with what leads from each to the next, and, where
   * asked, headquarters' receiving identities for a demonstration.
   */
  public void exportForChecking(Path folder, boolean withIdentities) {
    need();
    new ForChecking(station, audit).write(folder, withIdentities);
  }

  private String receiving(Compartment c) {
    return station.receiving(c).recipient().text();
  }

  private void need() {
    if (!isHeadquarters()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }
}

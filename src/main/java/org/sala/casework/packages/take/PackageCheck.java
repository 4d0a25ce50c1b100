package org.sala.casework.packages.take;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.packages.register.PackageState;
import org.sala.crypto.Certificate;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Verdict;

/**
 * What came of checking a package.
 *
 * @param kind the verdict in one word: GENUINE, UNKNOWN_SIGNER, ALTERED, REVOKED, IN_DOUBT,
 *     TOO_NEW, WRONG_RECIPIENT, UNREADABLE, NOT_FOR_US, TRAINING (from practice, where work is
 *     done), WORK (from work, where one practises), UNKNOWN_PARTNER, PARTNER_ENDED or
 *     STATION_OF_ANOTHER (an agency under the name of another one's station)
 * @param findings stable codes of everything that was found, with a detail where there is one
 * @param signer number of the signing officer's certificate
 * @param before when it came here before
 */
public record PackageCheck(
    boolean genuine,
    String kind,
    List<String> findings,
    Optional<String> signer,
    Optional<String> agency,
    boolean revocationChecked,
    Optional<StationId> station,
    Optional<StationId> addressee,
    Optional<String> purpose,
    Optional<Long> sequence,
    Optional<Moment> created,
    Optional<Long> changes,
    String digest,
    long size,
    Optional<Before> before) {
  private static final Set<Verdict.Kind> READABLE =
      EnumSet.of(
          Verdict.Kind.GENUINE,
          Verdict.Kind.UNKNOWN_SIGNER,
          Verdict.Kind.WRONG_RECIPIENT,
          Verdict.Kind.REVOKED,
          Verdict.Kind.IN_DOUBT);

  public PackageCheck {
    findings = List.copyOf(findings);
  }

  /**
   * An earlier arrival of the same file.
   *
   * @param state what became of it
   * @param decides whether the day that it came decides: it was taken in, and by nobody's word
   * @param since what is found by the lists of today and was not there when it came
   */
  public record Before(Moment at, PackageState state, boolean decides, List<String> since) {
    public Before {
      since = List.copyOf(since);
    }
  }

  /**
   * Returns this check for a file that came here before.
   *
   * @param decides whether it was taken in by nobody's word, so that the day it came decides
   * @param doubts codes of what was in doubt then
   */
  PackageCheck cameBefore(Moment at, PackageState state, boolean decides, Set<String> doubts) {
    if (genuine || !decides || !sound()) {
      return with(genuine, kind, findings, new Before(at, state, decides, List.of()));
    }
    List<String> then = findings.stream().filter(f -> doubts.contains(f.split(" ", 2)[0])).toList();
    List<String> since = findings.stream().filter(f -> !then.contains(f)).toList();
    String word = then.stream().anyMatch(f -> f.contains("_REVOKED")) ? "REVOKED" : "IN_DOUBT";
    return with(
        then.isEmpty(),
        then.isEmpty() ? "GENUINE" : word,
        then,
        new Before(at, state, true, since));
  }

  private PackageCheck with(boolean good, String word, List<String> found, Before earlier) {
    return new PackageCheck(
        good,
        word,
        found,
        signer,
        agency,
        revocationChecked,
        station,
        addressee,
        purpose,
        sequence,
        created,
        changes,
        digest,
        size,
        Optional.of(earlier));
  }

  /**
   * Returns whether the package is what its signer wrote, and only somebody's standing is in doubt.
   */
  public boolean sound() {
    return genuine || kind.equals("REVOKED") || kind.equals("IN_DOUBT");
  }

  /** Returns whether the package is for every station that can read it: somebody is in danger. */
  boolean forAll() {
    return purpose.filter(Purpose.DANGER.code()::equals).isPresent() && addressee.equals(station);
  }

  static PackageCheck of(Verdict v) {
    return of(v, v.genuine(), word(v));
  }

  /**
   * Checks what was only looked at: where practice and work would meet, that is the word for it.
   */
  static PackageCheck of(Verdict v, boolean practice) {
    return of(v, v.genuine() && !meet(v, practice), kind(v, practice).orElse(word(v)));
  }

  private static String word(Verdict v) {
    return v.bringsTooMuch() ? "NOT_FOR_US" : v.kind().name();
  }

  /** A package that is as it should be and yet is nothing that is taken here. */
  static PackageCheck notTaken(Verdict v, boolean practice) {
    String otherwise = v.genuine() ? "NOT_FOR_US" : word(v);
    return of(v, false, kind(v, practice).orElse(otherwise));
  }

  /** One that is not taken for a reason that no package can know of. */
  static PackageCheck named(Verdict v, String kind) {
    return of(v, false, kind);
  }

  private static Optional<String> kind(Verdict v, boolean practice) {
    return meet(v, practice) ? Optional.of(practice ? "WORK" : "TRAINING") : Optional.empty();
  }

  /** Whoever signed it: practice and work know each other's signers as little as anybody's. */
  private static boolean meet(Verdict v, boolean practice) {
    return READABLE.contains(v.kind())
        && v.header().filter(h -> (h.purpose() == Purpose.TRAINING) != practice).isPresent();
  }

  private static PackageCheck of(Verdict v, boolean genuine, String kind) {
    return new PackageCheck(
        genuine,
        kind,
        v.findings().stream()
            .map(f -> f.detail().isEmpty() ? f.code().name() : f.code() + " " + f.detail())
            .toList(),
        v.signer().map(Certificate::number),
        v.signer().map(Certificate::agency),
        v.revocationChecked(),
        v.header().map(ParcelHeader::station),
        v.header().map(ParcelHeader::addressee),
        v.header().map(h -> h.purpose().code()),
        v.header().map(ParcelHeader::sequence),
        v.header().map(ParcelHeader::created),
        v.header().map(ParcelHeader::changes),
        v.digest(),
        v.size(),
        Optional.empty());
  }
}

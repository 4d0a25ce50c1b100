package org.sala.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.packages.receipt.HeadquartersClock;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Reserve;
import org.sala.casework.station.Station;

/**
 * What still has to be done, or known, at this workspace, and stands above every screen until it
 * is.
 */
final class YellowLine {
  private final Station station;
  private final Set<Pending> atUnlock;
  private final Optional<Pending> clock;
  private final Optional<Others> others;

  /**
   * @param atUnlock what was found spoiled at the unlock
   * @param clock what was odd about the clock then
   */
  YellowLine(
      Station station, Set<Pending> atUnlock, Optional<Pending> clock, Optional<Others> others) {
    this.station = station;
    this.atUnlock = atUnlock;
    this.clock = clock;
    this.others = others;
  }

  /** Returns all that is pending, the first one first. */
  List<Pending> pending(
      Officers officers, Enrolment enrolment, Headquarters headquarters, Backups backups) {
    List<Pending> pending = new ArrayList<>();
    // Where one practises nothing is lost with a passphrase.
    if (!station.practice() && !officers.recoveryIsProved()) {
      pending.add(Pending.RECOVERY_SHEET);
    }
    if (!enrolment.enrolled()) {
      pending.add(headquarters.isHeadquarters() ? Pending.UNCERTIFIED : Pending.ENROLMENT);
    }
    if (enrolment.revoked()) {
      pending.add(Pending.CERTIFICATE_REVOKED);
    }
    if (enrolment.standing().filter(Enrolment.Standing::due).isPresent()) {
      pending.add(Pending.CERTIFICATE_ENDS);
    }
    if (headquarters.isHeadquarters() && isSecondMissed(headquarters.own())) {
      pending.add(Pending.COLLEAGUE_ENDS);
    }
    if (enrolment.trusted().filter(Enrolment.Trusted::old).isPresent()) {
      pending.add(Pending.TRUST_OLD);
    }
    if (headquarters.isHeadquarters() && headquarters.authority().listEndsSoon()) {
      pending.add(Pending.AUTHORITY_LIST_ENDS);
    }
    if (headquarters.isHeadquarters() && headquarters.authority().issuerIsOutOfTime()) {
      pending.add(Pending.ISSUER_OUT_OF_TIME);
    }
    backups.untold().map(b -> Pending.valueOf(b.why().name())).ifPresent(pending::add);
    if (station.state().flag("newIncarnationOrdered")) {
      pending.add(Pending.COPY_SEEN);
    }
    if (unshown() > 0) {
      pending.add(Pending.UNSHOWN);
    }
    if (new Reserve(station).isGiven()) {
      pending.add(Pending.RESERVE_GIVEN);
    }
    pending.addAll(atUnlock);
    if (officers.newcomers().isAny()) {
      pending.add(Pending.COLLEAGUE_ADDED);
    }
    if (officers.newcomers().isAnyGone()) {
      pending.add(Pending.COLLEAGUE_GONE);
    }
    new OlderFiles(station).seen().forEach(w -> pending.add(Pending.valueOf("OLDER_" + w)));
    clock
        .or(() -> new HeadquartersClock(station).stands().map(YellowLine::pending))
        .ifPresent(pending::add);
    pending.addAll(atServer());
    return pending;
  }

  /**
   * Whether of those who act by two here fewer than two go on, and it is not this officer alone.
   */
  private boolean isSecondMissed(List<Headquarters.Certified> own) {
    List<Headquarters.Certified> here = own.stream().filter(c -> !c.revoked()).toList();
    return here.size() > 1
        && here.stream().filter(c -> !c.due()).count() < 2
        && here.stream().anyMatch(c -> c.due() && !c.key().equals(station.me()));
  }

  /** How many changes cannot be shown. */
  long unshown() {
    return station.view().unshown();
  }

  private static Pending pending(HeadquartersClock.Stands stands) {
    return switch (stands) {
      case BEHIND -> Pending.BEHIND_HEADQUARTERS;
      case AHEAD -> Pending.AHEAD_OF_HEADQUARTERS;
    };
  }

  /** Returns what is pending at the server; asks nothing of it, and comes and goes. */
  List<Pending> atServer() {
    List<Pending> pending = new ArrayList<>();
    if (others.filter(Others::isDifferent).isPresent()) {
      pending.add(Pending.SERVER_DIFFERS);
    }
    if (others.filter(Others::isAway).isPresent()) {
      pending.add(Pending.SERVER_AWAY);
    }
    if (others.filter(Others::isLeft).isPresent()) {
      pending.add(Pending.NOT_FOLLOWED);
    }
    if (others.filter(Others::isAnew).isPresent()) {
      pending.add(Pending.MADE_ANEW);
    }
    return pending;
  }
}

package org.sala.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;

/** What headquarters does with two officers: taking back is confirmed, and a package admitted. */
final class ByTwo {
  private static final String SECOND = "nine";

  private final Desk hq;
  private final Path stick;

  ByTwo(Desk hq, Path stick) {
    this.hq = hq;
    this.stick = stick;
  }

  /** A second officer of headquarters, who is certified and confirms what the first took back. */
  Optional<String> joined(String serial) {
    Fingerprint second =
        hq.officers().add("Officer Nine Example", SECOND, WorkingNight.PASSPHRASE.toCharArray());
    hq.headquarters().certify(second, "EX-0009");
    boolean waited = hq.approvals().unconfirmed().size() == 1;
    boolean given =
        hq.approvals()
                .give(Approvals.Of.REVOKE, serial, SECOND, WorkingNight.PASSPHRASE.toCharArray())
            == Approvals.Word.GIVEN;
    return waited && given && hq.approvals().unconfirmed().isEmpty()
        ? Optional.empty()
        : Optional.of("a second officer confirms what the first took back");
  }

  /** A package that waits is admitted by both, and the station learns that it was received. */
  Optional<String> admit(RecordId parcel, Desk station, RecordId caseId) {
    hq.quarantine().propose(parcel, "the station was called and confirms it");
    int before = hq.people().count("");
    if (!(second(parcel, "zero") instanceof Quarantine.Decision.SameOfficer)
        || hq.people().count("") != before) {
      return Optional.of("nobody admits a package alone");
    }
    if (!(second(parcel, SECOND) instanceof Quarantine.Decision.Admitted admitted)
        || !hq.quarantine().waiting().isEmpty()
        || hq.people().count("") <= before) {
      return Optional.of("two officers admit a package, and what is in it is there");
    }
    Path answer = hq.packages().carry(admitted.imported().receipt().orElseThrow(), stick);
    return station.packages().take(answer) instanceof Importing.Outcome.Imported
            && station.packages().reached(caseId) == RecordStates.Reached.RECEIVED
        ? Optional.empty()
        : Optional.of("the station learns that what waited was received");
  }

  private Quarantine.Decision second(RecordId parcel, String handle) {
    return hq.quarantine()
        .admit(parcel, "agreed by telephone", handle, WorkingNight.PASSPHRASE.toCharArray());
  }
}

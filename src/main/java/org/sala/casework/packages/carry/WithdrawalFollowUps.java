package org.sala.casework.packages.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** What follows from a yes that was taken back after packages have left with it. */
public final class WithdrawalFollowUps {
  private final Station station;
  private final Consents consents;

  public WithdrawalFollowUps(Station station, Consents consents) {
    this.station = station;
    this.consents = consents;
  }

  /**
   * A yes that was taken back, and who must still act on it.
   *
   * @param packages sequence numbers of packages in which that recipient has had what they said yes
   *     to
   * @param reached how far the withdrawal itself has come; other recipients are told by people
   */
  public record ToAct(Consents.Said said, List<Long> packages, RecordStates.Reached reached) {
    public ToAct {
      packages = List.copyOf(packages);
    }
  }

  /** Withdrawals that somebody must still act on. */
  public List<ToAct> toAct(RecordId person) {
    List<ToAct> all = new ArrayList<>();
    for (Consents.Said s : consents.untold(person)) {
      boolean ours = Separate.of(s).filter(Separate::staysHere).isPresent();
      if (!ours) {
        List<Long> sent = sentWith(person, s.recipient());
        all.add(new ToAct(s, sent, RecordStates.of(station, s.id())));
      }
    }
    return all;
  }

  /**
   * Also with what another record of the same person held: it was of whoever takes the yes back.
   */
  private List<Long> sentWith(RecordId person, String recipient) {
    Set<Long> numbers = new TreeSet<>();
    for (RecordId record : new OnePerson(station).group(person).records()) {
      numbers.addAll(sentOf(record, recipient));
    }
    return List.copyOf(numbers);
  }

  private List<Long> sentOf(RecordId person, String recipient) {
    List<Long> numbers = new ArrayList<>();
    Records records = station.view().records();
    List<RecordId> naming = records.naming(Kinds.PARCEL.key(), "withConsent", person);
    for (Map<String, FieldState> f : records.fields(naming).values()) {
      boolean left =
          Stored.text(f, "state")
              .filter(s -> !s.equals(PackageState.SEALED.name()))
              .filter(s -> !s.equals(PackageState.SET_ASIDE.name()))
              .isPresent();
      boolean theirs =
          Stored.text(f, "consentTo").orElse(Sealing.TO_HEADQUARTERS).equals(recipient);
      if (left && theirs && Stored.records(f, "withConsent").contains(person)) {
        numbers.add(Stored.whole(f, "sequence"));
      }
    }
    return numbers;
  }
}

package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.casework.forms.FreezeRequest;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Referrals;
import org.sala.casework.screening.Endings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.report.Paper;

/**
 * What is given out on paper: the sheet of a referral, a request to a bank, a person's own card.
 */
public final class HandOuts {
  private final Station station;
  private final Printing printing;
  private final Referrals referrals;
  private final People people;

  public HandOuts(Station station, Printing printing, Referrals referrals, People people) {
    this.station = station;
    this.printing = printing;
    this.referrals = referrals;
    this.people = people;
  }

  /**
   * The sheet of a referral, with the slip that comes back. Only what was ticked to be told stands
   * on it.
   *
   * @throws CaseworkFault {@code CONSENT_WITHDRAWN} where the yes does not stand any more; {@code
   *     ITEM_KEPT} where it leaves out something that the sheet would tell; {@code FEARED} where it
   *     is for an embassy and the person fears a country; {@code NO_PROTECTION_KEY} where this
   *     officer may not read what it says; {@code CLOSED_FOR_GOOD} where it has ended
   */
  public Printed referralSheet(
      RecordId person, RecordId referral, Words words, Path to, Progress progress) {
    Referral r =
        referrals.of(person).stream()
            .filter(one -> one.id().equals(referral))
            .findFirst()
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    if (r.state().next().isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
    }
    Referral.Contents contents =
        r.contents().orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY));
    r.against()
        .ifPresent(
            code -> {
              throw new CaseworkFault(
                  code == CaseworkFault.Code.CONSENT_MISSING
                      ? CaseworkFault.Code.CONSENT_WITHDRAWN
                      : code);
            });
    People.PersonLine line =
        people.find(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    String from = station.state().text("stationName").orElse("");
    Paper paper = new ReferralPaper(words, r, contents).of(line, from, printing.foot(words));
    return printing.save(
        List.of(paper),
        "referral sheet",
        Optional.of(referral),
        new Printing.To(words, to, progress));
  }

  /** The card that a person takes along. Nothing on it, nor in the file, says what it is from. */
  public Printed card(
      RecordId screening, Endings.Card card, Words words, Path to, Progress progress) {
    return printing.save(
        List.of(CardPaper.of(card, words)),
        "card",
        Optional.of(screening),
        new Printing.To(words, to, progress));
  }

  /**
   * The request to hold money, in the words that it goes out in.
   *
   * @param form the form that it was put together from
   */
  public Printed freezeRequest(
      RecordId form,
      FreezeRequest request,
      FreezeRequest.Letter letter,
      Words words,
      Path to,
      Progress progress) {
    Paper paper = new FreezePaper(words, letter).of(request, printing.foot(words));
    return printing.save(
        List.of(paper),
        letter.named() ? "freeze request with a name" : "freeze request",
        Optional.of(form),
        new Printing.To(words, to, progress));
  }

  /** Returns whether a sheet can be printed of a referral now. */
  public static boolean hasSheet(Referral r) {
    return !r.state().next().isEmpty() && r.contents().isPresent() && r.against().isEmpty();
  }
}

package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two agencies of two countries, for tests. */
public final class Agencies {
  public static final String PURPOSE = "investigation-and-protection";

  private Agencies() {}

  public static Desk founded(Path folder, String agency, String country) {
    Desk desk = Desks.create(folder, "Officer Zero Example", "zero");
    desk.headquarters()
        .found(
            new Headquarters.Founding(
                agency,
                "Headquarters",
                "EX-0000",
                country,
                Desks.stick(folder.resolveSibling("authority of " + folder.getFileName())),
                Desks.AUTHORITY.toCharArray()));
    return desk;
  }

  /** One agency takes the other's card, the code read out. */
  public static RecordId introduce(Desk to, Desk whom) {
    PartnerCard card = whom.partners().own();
    Desks.approve(to, Approvals.Of.PARTNER, card.digest());
    return to.partners().confirm(to.partners().read(card.text()), card.code().toLowerCase());
  }

  public static RecordId aCase(Desk desk) {
    return desk.cases()
        .open(new Cases.NewCase("Hall of Example Compound", "rescue", "normal", "", ""));
  }

  /** Somebody who says something about the agency of that name. */
  public static RecordId person(
      Desk desk, RecordId caseId, String number, String agency, Consents.Answer answer) {
    RecordId id =
        desk.people()
            .add(
                caseId,
                new People.NewPerson(number, "", "Person " + number, "female", "17", "th"),
                "",
                "");
    desk.people().edit(id, Map.of("needs", Value.text("Insulin for " + number)), "");
    if (answer != Consents.Answer.NOT_ASKED) {
      desk.consents()
          .ask(
              id,
              PURPOSE,
              agency,
              answer,
              Set.of(),
              new Consents.How("th", "", "Guardian Example"));
    }
    assertThat(desk.people().find(id)).isPresent();
    return id;
  }
}

package org.sala.demo;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.packages.Importing;
import org.sala.casework.packages.Packages;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.partner.Redaction;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.text.Texts;

/**
 * An agency of another country gets a copy: cards are exchanged, one person agrees, and what is
 * protected, written in free words or about anybody else stays.
 */
final class SecondAgency {
  private static final String NAME = "Victim Desk of Elsewhere";
  private static final String PURPOSE = Consents.PURPOSES.getFirst();

  private final Path folder;
  private final Consumer<String> say;

  SecondAgency(Path folder, Consumer<String> say) {
    this.folder = folder;
    this.say = say;
  }

  /**
   * What went wrong; empty when nothing did.
   *
   * @param theirs a workspace that is nobody's yet
   */
  Optional<String> play(Desk hq, Desk theirs) {
    theirs
        .headquarters()
        .found(
            new Headquarters.Founding(
                NAME,
                "Desk of Elsewhere",
                "EL-0000",
                "PH",
                folder.resolve("authority-elsewhere"),
                WorkingNight.AUTHORITY_PASSPHRASE.toCharArray()));
    RecordId partner = introduce(hq, theirs, "card-elsewhere.json");
    introduce(theirs, hq, "card-examples.json");
    say.accept("Two agencies exchanged cards; each typed the code that the other read out");
    List<Cases.CaseLine> cases = hq.cases().list("", "number", false, 0, 1);
    if (cases.isEmpty()) {
      return Optional.of("there is a case to copy");
    }
    RecordId caseId = cases.getFirst().id();
    List<People.PersonLine> people = hq.people().inCase(caseId);
    hq.consents().ask(people.getFirst().id(), PURPOSE, NAME, Consents.Answer.YES, "my", "IN-04");
    Redaction copy =
        hq.copies().look(new CopyRequest(partner, PURPOSE, new CopyRequest.Scope.OneCase(caseId)));
    Packages.PackageLine sealed =
        hq.copies().seal(copy, Texts.in("en", ZoneId.of("Asia/Bangkok")), Progress.none());
    say.accept(
        "A copy for "
            + NAME
            + ": "
            + copy.people().size()
            + " of "
            + people.size()
            + " people is in it, and nothing protected");
    Path stick = folder.resolve("usb-elsewhere");
    if (!(theirs.packages().take(hq.packages().carry(sealed.id(), stick))
        instanceof Importing.Outcome.Imported taken)) {
      return Optional.of("the other agency takes the copy");
    }
    if (taken.receipt().isEmpty() || theirs.people().count("") > 0) {
      return Optional.of("the copy is answered, and nobody of theirs came of it");
    }
    hq.packages().take(theirs.packages().carry(taken.receipt().get(), stick));
    say.accept("Their receipt is back: the copy is received, and theirs under our name");
    return hq.packages().list().stream()
            .anyMatch(p -> p.id().equals(sealed.id()) && p.state() == Packages.State.RECEIVED)
        ? Optional.empty()
        : Optional.of("their receipt makes the copy received");
  }

  private RecordId introduce(Desk to, Desk whom, String file) {
    Path card = folder.resolve(file);
    whom.partners().write(card);
    PartnerCard own = whom.partners().own();
    return to.partners().confirm(to.partners().read(card), own.code());
  }
}

package org.sala.casework.exhibits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Taking;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.Records;

/** The photo of a person: kept like an exhibit's file, under the person's own keys. */
public final class Photos {
  static final String PHOTO = "photo";

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final AskedFiles asked;

  public Photos(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.asked = new AskedFiles(station, "photosAsked");
  }

  /**
   * Takes a picture in and makes it the person's photo; an earlier one stays in the history.
   *
   * @throws CaseworkFault {@code CONSENT_REFUSED} where the person has said no to being
   *     photographed
   */
  public Taking attach(RecordId person, Path from, Progress progress) {
    return attach(person, from, progress, seen(person));
  }

  /**
   * Takes a picture in as the person's photo, where the photo was looked at before: another that
   * came unseen stands beside it.
   */
  public Taking attach(RecordId person, Path from, Progress progress, Seen seen) {
    if (new Consents(station, ledger).refuses(person, Separate.COPIES)) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_REFUSED);
    }
    Attachments attachments = new Attachments(station, ledger);
    return attachments.take(
        from,
        attachments.placeOf(person, Kinds.PERSON),
        type -> AttachedContent.look(type) == AttachedContent.Look.PICTURE,
        progress,
        file -> {
          ledger.write(new Act().edit(person, Kinds.PERSON, Map.of(PHOTO, file.toValue()), seen));
          return person;
        });
  }

  /** Names files that are to be taken in, by whose photo they are; what was named before stays. */
  public void ask(Map<RecordId, Path> photos) {
    List<Value.Parts> files = new ArrayList<>();
    photos.forEach((person, file) -> files.add(AskedFiles.named(person, file, Map.of())));
    asked.ask(Map.of(), files);
  }

  /**
   * What this officer asked for and nobody was told of. Whoever has a photo by now, or is known
   * here no more, is over for good: a photo that is taken away later does not come back by itself.
   */
  public Map<RecordId, Path> left() {
    Records records = station.view().records();
    Map<RecordId, Path> left = new LinkedHashMap<>();
    asked
        .left(f -> records.find(f.id()).isEmpty() || records.fields(f.id()).containsKey(PHOTO))
        .forEach(f -> left.put(f.id(), f.file()));
    return left;
  }

  /** Somebody was told what came of the photos of these. */
  public void over(Set<RecordId> people) {
    asked.over(people);
  }

  /** Takes the photo away; it stays in the history, and undo brings it back. */
  public Saved remove(RecordId person, String reason) {
    return remove(person, reason, seen(person));
  }

  /** Takes away the photo that was looked at; another that came unseen stays. */
  public Saved remove(RecordId person, String reason, Seen seen) {
    return ledger.write(
        new Act()
            .edit(person, Kinds.PERSON, Map.of(PHOTO, Value.Nothing.HERE), seen)
            .because(reason));
  }

  private Seen seen(RecordId person) {
    return Cases.seen(Cases.shown(station.view().records().fields(person)));
  }

  /**
   * Opens the photo of a person; its bytes are read through the encrypted reader alone. Whoever
   * opens the person's page is in the audit already.
   */
  public AttachedContent.Opening photo(RecordId person) {
    return new AttachedFiles(station, audit).open(person, PHOTO);
  }
}

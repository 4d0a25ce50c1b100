package org.sala.casework.headquarters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.EnrolmentAnswer;
import org.sala.casework.keys.EnrolmentRequest;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.keys.PartnerBook;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Supervision;
import org.sala.crypto.Age;
import org.sala.crypto.Certificate;
import org.sala.disk.WholeFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Value;

/** How headquarters answers a station's request for enrolment, and what it remembers of it. */
final class Answering {
  private final Station station;
  private final AuditTrail audit;
  private final Issuing issuing;

  Answering(Station station, AuditTrail audit, Issuing issuing) {
    this.station = station;
    this.audit = audit;
    this.issuing = issuing;
  }

  /**
   * What a station is called from now on.
   *
   * @param supervisors fingerprints of the officers who supervise there
   */
  record Called(String name, String letter, String casePrefix, Set<String> supervisors) {}

  Headquarters.Asked read(Path requestFile) {
    EnrolmentRequest request = ours(EnrolmentRequest.read(requestFile));
    return new Headquarters.Asked(
        request.station(),
        request.officers().stream()
            .map(r -> new Headquarters.Asker(r.number(), r.key().fingerprint()))
            .toList(),
        request.adopts().stream()
            .map(
                a ->
                    new Headquarters.Adopted(
                        a.lost().fingerprint(),
                        a.upTo().values().stream().mapToLong(Long::longValue).max().orElse(0)))
            .toList(),
        proof(request),
        takenBack(request),
        request.bytes());
  }

  /**
   * Each request in it is signed by its own key: one key that was certified for the station proves
   * all of them. The ids of stations travel in every package and prove nothing.
   */
  private Headquarters.Proof proof(EnrolmentRequest request) {
    Roster roster = new Roster(station.state());
    Set<String> asked = keys(request);
    boolean own =
        roster.issued().stream()
            .filter(i -> i.station().equals(request.station()) && asked.contains(i.key().hex()))
            .anyMatch(i -> !roster.revoked().contains(i.certificate().serial()));
    if (own) {
      return Headquarters.Proof.OWN_KEY;
    }
    return roster.stationKnown(request.station())
        ? Headquarters.Proof.MISSING
        : Headquarters.Proof.NEW;
  }

  private static Set<String> keys(EnrolmentRequest request) {
    return request.officers().stream().map(r -> r.key().fingerprint()).collect(Collectors.toSet());
  }

  private boolean takenBack(EnrolmentRequest request) {
    Set<String> asked = keys(request);
    Roster roster = new Roster(station.state());
    return roster.issued().stream()
        .filter(i -> asked.contains(i.key().hex()))
        .anyMatch(i -> roster.revoked().contains(i.certificate().serial()));
  }

  /**
   * Each officer's own signature says whether it comes from practice; and nobody is certified for
   * headquarters by a file, or for a station whose word is another agency's.
   */
  private EnrolmentRequest ours(EnrolmentRequest request) {
    boolean taken =
        request.station().equals(station.identity().station())
            || new PartnerBook(station)
                .all().stream().anyMatch(p -> p.card().agency().equals(request.station()));
    if (taken) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_THEIR_STATION);
    }
    if (request.officers().stream().anyMatch(r -> r.practice() != station.practice())) {
      throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
    }
    return request;
  }

  /**
   * @param asked the bytes of the request that was looked at and approved
   * @param vouched whether an officer here says that it comes from the station that it names
   */
  String answer(byte[] asked, boolean vouched, Called called, Path answerFile) {
    EnrolmentRequest request = ours(EnrolmentRequest.read(asked));
    boolean unproved = proof(request) == Headquarters.Proof.MISSING;
    if (unproved && !vouched) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_PROVED);
    }
    List<Certificate> issued =
        request.officers().stream()
            .map(r -> issuing.certify(r.key(), r.number(), role(r.key().fingerprint(), called)))
            .toList();
    // Before the lists: what is taken back meanwhile is told once more.
    ListsSaid said = new ListsSaid(station);
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("issuers", Value.texts(station.state().texts("issuers")));
    content.put("revoked", Value.texts(station.state().texts("revoked")));
    content.put("trustNumber", Value.whole(station.state().whole("listNumber")));
    content.put("certificates", Value.texts(issued.stream().map(Certificate::pem).toList()));
    content.put("stationName", Value.text(called.name()));
    content.put("letter", Value.text(called.letter()));
    content.put("casePrefix", Value.text(called.casePrefix()));
    content.put("headquarters", Value.text(station.identity().station().toString()));
    for (String key : List.of("hqInvestigation", "hqCountry", "hqProtection")) {
      content.put(key, Value.text(station.state().text(key).orElse("")));
    }
    content.put("recovery", Value.text(station.state().text("ownRecovery").orElse("")));
    EnrolmentAnswer.Written written = issuing.answer(request, content);
    // Before anybody can carry it away: a certificate that is not known here cannot be revoked.
    remember(request, issued, called);
    said.answered(request.station());
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try {
      try (OutputStream out = Age.encrypt(List.of(request.investigation()), sealed)) {
        out.write(written.bytes());
      }
      WholeFile.write(answerFile, sealed.toByteArray());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    audit.note(AuditEntry.Act.ENROLLED, request.station() + (unproved ? " without proof" : ""));
    return written.code();
  }

  private static String role(String key, Called called) {
    return called.supervisors().contains(key) ? Supervision.SUPERVISOR : Supervision.FIELD;
  }

  private void remember(EnrolmentRequest request, List<Certificate> issued, Called called) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("name", Value.text(called.name()));
    one.put("letter", Value.text(called.letter()));
    one.put("casePrefix", Value.text(called.casePrefix()));
    one.put("investigation", Value.text(request.investigation().text()));
    one.put("protection", Value.text(request.protection().text()));
    station.state().set("station." + request.station(), new Value.Parts(one));
    issued.forEach(c -> new Roster(station.state()).add(request.station(), c));
    Adoptions.confirm(station.state(), request.station(), request.adopts());
    station
        .state()
        .change(
            () -> {
              Set<String> ids = new LinkedHashSet<>(station.state().texts("stations"));
              return ids.add(request.station().toString())
                  ? Map.of("stations", Value.texts(List.copyOf(ids)))
                  : Map.of();
            });
  }
}

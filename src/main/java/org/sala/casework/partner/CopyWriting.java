package org.sala.casework.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.Act;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;

/**
 * Writes a copy and its extracts: new records, signed by whoever seals, each in the scope of what
 * it was taken from, so that whatever erases the one erases the other.
 */
final class CopyWriting {
  private final Station station;
  private final Redaction redaction;
  private final RecordId copy;

  CopyWriting(Station station, Redaction redaction) {
    this.station = station;
    this.redaction = redaction;
    this.copy = station.ids().record();
  }

  RecordId copy() {
    return copy;
  }

  Act act() {
    Act act = new Act();
    act.make(copy, Kinds.COPY, scope(), about());
    for (Redaction.Item i : redaction.items()) {
      if (!i.going().isEmpty()) {
        act.make(station.ids().record(), Kinds.EXTRACT, station.scopeOf(i.record()), extract(i));
      }
    }
    return act;
  }

  private ScopeId scope() {
    return station.scopeOf(
        switch (redaction.request().scope()) {
          case CopyRequest.Scope.OneCase c -> c.id();
          case CopyRequest.Scope.OnePerson p -> p.id();
          case CopyRequest.Scope.OneReferral r -> r.person();
        });
  }

  /**
   * What is said of what is not in it: how many records of a kind, never of people. That somebody
   * said no, or fears the reader's country, is nothing that the reader is told.
   */
  private Map<String, Value> about() {
    Map<String, Value> f = new LinkedHashMap<>();
    f.put("partner", Value.text(redaction.partner().card().agency().toString()));
    f.put("partnerName", Value.text(redaction.partner().name()));
    f.put("agency", Value.text(station.state().text("agency").orElse("")));
    f.put("country", Value.text(station.state().text("hqCountry").orElse("")));
    f.put("purpose", Value.text(redaction.rests().purpose()));
    f.put("about", Value.text(redaction.about()));
    f.put("at", station.now().toValue());
    told(redaction).forEach((kind, n) -> f.put("left/" + kind, Value.whole(n)));
    return f;
  }

  /** Records whose absence says nothing of anybody: what an officer took out of the rest. */
  static Map<String, Long> told(Redaction redaction) {
    Map<String, Long> left = new LinkedHashMap<>();
    redaction.kept().stream()
        .filter(k -> k.why() == Redaction.WhyKept.OFFICER && !k.kind().equals("person"))
        .forEach(k -> left.merge(k.kind(), (long) k.count(), Long::sum));
    return left;
  }

  private Map<String, Value> extract(Redaction.Item i) {
    Map<String, Value> f = new LinkedHashMap<>();
    f.put("copy", Value.text(copy.toString()));
    f.put("kind", Value.text(i.kind()));
    f.put("of", Value.text(i.record().toString()));
    boolean safe = false;
    redaction.staying(i).forEach((field, why) -> f.put("removed/" + field, Value.text(why.name())));
    for (Redaction.Line l : i.going()) {
      boolean isProtected = RedactionRules.isProtected(i.kind(), l.field());
      safe |= isProtected;
      Given.values(l)
          .forEach(
              (key, value) ->
                  f.put(
                      (isProtected
                              ? "safe/"
                              : AttachedFile.of(value).isPresent() ? "file/" : "value/")
                          + key,
                      value));
    }
    f.put("revisions", Value.text(String.join(" ", revisions(i.record(), safe))));
    return f;
  }

  /**
   * Returns what an extract was taken from, by the ids of revisions: whoever has the originals can
   * compare.
   */
  private List<String> revisions(RecordId record, boolean safe) {
    List<RevisionId> heads =
        new ArrayList<>(station.view().records().heads(record, Compartment.INVESTIGATION));
    if (safe) {
      heads.addAll(station.view().records().heads(record, Compartment.PROTECTION));
    }
    return heads.stream().map(RevisionId::hex).sorted().toList();
  }
}

package org.sala.casework.packages.seal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Stored;
import org.sala.crypto.Certificate;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelWriter;
import org.sala.parcel.Purpose;

/** What is written down here of a package that was sealed. */
final class SealedRecord {
  private SealedRecord() {}

  /**
   * Returns the fields of its record.
   *
   * @param purpose what it is for; its header says of practice only that it is practice
   * @param answers digest of the package that this one answers, or nothing
   */
  static Map<String, Value> of(
      Purpose purpose,
      ParcelHeader header,
      Path file,
      ParcelWriter.Written written,
      SealPlan plan,
      String answers,
      Certificate signer) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("direction", Value.text("out"));
    fields.put("purpose", Value.text(purpose.code()));
    fields.put("peer", Value.text(header.addressee().toString()));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(file.getFileName().toString()));
    fields.put("digest", Value.text(written.digest()));
    fields.put("size", Value.whole(written.size()));
    fields.put(
        "changes",
        Value.text(String.join(" ", plan.changes().stream().map(ChangeId::toString).toList())));
    if (purpose == Purpose.REPORT || purpose == Purpose.FIELD) {
      Stored.put(fields, "withheld", WithheldRevisions.text(plan.withheld()));
    }
    fields.put("contents", Value.text(contents(plan)));
    fields.put("cases", ids(plan.about()));
    fields.put(
        "withConsent",
        ids(plan.protection() || purpose == Purpose.PARTNER ? plan.withConsent() : List.of()));
    fields.put("consentFor", Value.text(plan.consentFor()));
    fields.put("withoutConsent", ids(plan.withoutConsent()));
    fields.put("keptBack", ids(plan.keptBack()));
    Stored.put(fields, "items", items(plan));
    fields.put("apart", ids(plan.feared()));
    fields.put("recipients", Value.text(String.join(" ", header.recipients())));
    Stored.put(fields, "answers", answers);
    if (purpose != Purpose.PARTNER) {
      Stored.put(fields, ListsSaid.NAME, ListsSaid.broughtBy(header.notes()));
    }
    fields.put("signer", Value.text(signer.number()));
    fields.put("sealed", header.created().toValue());
    fields.put("state", Value.text(PackageState.SEALED.name()));
    return fields;
  }

  private static String contents(SealPlan plan) {
    return plan.people() + " " + plan.cases() + " " + plan.statements() + " " + plan.files().size();
  }

  /** What people's yes leaves out of it, a line each: the person, then the items. */
  private static String items(SealPlan plan) {
    return plan.items().entrySet().stream()
        .map(e -> e.getKey() + " " + String.join(" ", new TreeSet<>(e.getValue())))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Value ids(List<RecordId> records) {
    return Value.text(String.join(" ", records.stream().map(RecordId::toString).toList()));
  }
}

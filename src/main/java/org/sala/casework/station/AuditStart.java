package org.sala.casework.station;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.DomainFault;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** The start of the audit's keys on its way to headquarters, and what came back of it. */
@BehindTheDesk
public final class AuditStart {
  /** The encrypted start that a receipt has named. */
  private static final String RECEIPTED = "auditStartReceipted";

  private final Station station;

  AuditStart(Station station) {
    this.station = station;
  }

  /** A start as headquarters reads it. */
  record Opened(IncarnationId incarnation, long from, byte[] start) {
    @Override
    public String toString() {
      return "Opened[" + from + "]";
    }
  }

  /** Encrypts a start to headquarters; false while its key is not trusted. */
  boolean seal(long from, byte[] start) {
    Optional<AgeRecipient> headquarters =
        station.state().text("hqInvestigation").map(AgeRecipient::new);
    if (headquarters.isEmpty()) {
      return false;
    }
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("incarnation", Value.text(station.identity().incarnation().toString()));
    parts.put("from", Value.whole(from));
    parts.put("start", Value.text(Base64.getEncoder().encodeToString(start)));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = Age.encrypt(List.of(headquarters.get()), sealed)) {
      out.write(Json.write(new Value.Parts(parts)));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    Map<String, Value> state = new LinkedHashMap<>();
    state.put(
        "auditStartSealed", Value.text(Base64.getEncoder().encodeToString(sealed.toByteArray())));
    if (from().isEmpty()) {
      state.put("auditStartFrom", Value.whole(from));
    }
    station.state().set(state);
    return true;
  }

  /** Whether a start of this incarnation was ever encrypted. */
  boolean isSealed() {
    return from().isPresent();
  }

  /** The first entry whose key headquarters alone can find again. */
  Optional<Long> from() {
    long from = station.state().whole("auditStartFrom");
    return from == 0 ? Optional.empty() : Optional.of(from);
  }

  /** The encrypted start, while no receipt has named it. */
  Optional<String> sealed() {
    return station.state().text("auditStartSealed");
  }

  /** What this workspace itself can open: headquarters its own, a station nothing. */
  List<Opened> opened() {
    List<Opened> all = new ArrayList<>();
    if (station.state().flag("isHeadquarters")) {
      sealed()
          .flatMap(s -> open(s, List.copyOf(station.keys().receiving().values())))
          .ifPresent(all::add);
    }
    return all;
  }

  /** Opens a start that came; empty for anything else. */
  static Optional<Opened> open(String sealed, List<AgeIdentity> identities) {
    try (InputStream in =
        Age.decrypt(identities, new ByteArrayInputStream(Base64.getDecoder().decode(sealed)))) {
      Value.Parts parts = Json.readParts(in.readNBytes(1 << 12));
      byte[] start = Base64.getDecoder().decode(parts.text("start").orElse(""));
      long from = parts.whole("from").orElse(0L);
      return start.length == 32 && from > 0
          ? Optional.of(
              new Opened(IncarnationId.of(parts.text("incarnation").orElse("")), from, start))
          : Optional.empty();
    } catch (IOException | NotAuthenticException | DomainFault | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How a receipt names a start. */
  static String name(String sealed) {
    return sealed.isEmpty() ? "" : Sha256.hex(sealed.getBytes(StandardCharsets.US_ASCII));
  }

  /** The last head that a receipt countersigned. */
  Optional<AuditTrail.Witnessed> witnessed() {
    return station
        .state()
        .parts("auditWitnessed")
        .flatMap(
            p ->
                p.text("at")
                    .map(
                        at ->
                            new AuditTrail.Witnessed(
                                p.whole("number").orElse(0L),
                                p.text("head").orElse(ChainCheck.FIRST),
                                Moment.of(at))));
  }

  /** A receipt has come: what it countersigns need not travel again. */
  public void receipted(String incarnation, long number, String head, String startName) {
    if (!incarnation.equals(station.identity().incarnation().toString())) {
      return;
    }
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("number", Value.whole(number));
    parts.put("head", Value.text(head));
    parts.put("at", station.now().toValue());
    // A receipt that was overtaken on its way says less than is known.
    if (witnessed().filter(w -> w.number() > number).isEmpty()) {
      station.state().set("auditWitnessed", new Value.Parts(parts));
    }
    sealed()
        .filter(s -> name(s).equals(startName))
        .ifPresent(
            s -> {
              station.state().set(RECEIPTED, Value.text(s));
              station.state().remove("auditStartSealed");
            });
  }

  /**
   * Whoever countersigned it may have lost it since: all of this incarnation travels again, and the
   * start that headquarters alone can open. What comes twice is compared there.
   */
  public void sayAgain() {
    station.state().remove("auditWitnessed");
    if (sealed().isEmpty()) {
      station
          .state()
          .text(RECEIPTED)
          .ifPresent(s -> station.state().set("auditStartSealed", Value.text(s)));
    }
  }
}

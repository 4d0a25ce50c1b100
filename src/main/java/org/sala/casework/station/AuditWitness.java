package org.sala.casework.station;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;

/**
 * Headquarters' eye on the audits of its stations: it holds the starts of their keys, reads on from
 * the last entry it has seen, and countersigns how far all was as it was written.
 */
public final class AuditWitness {
  /** How many times a package's audit is read beside others before they have to wait for it. */
  private static final int TRIES = 4;

  private final Station station;

  public AuditWitness(Station station) {
    this.station = station;
  }

  /**
   * What headquarters knows of one audit.
   *
   * @param witnessed number of the last entry that was right
   * @param keyFrom from which entry on the MACs could be checked
   * @param verdict of the last package
   * @param trouble the last verdict that was not whole, which stays in sight, and when
   */
  public record Seen(
      StationId station,
      String name,
      IncarnationId incarnation,
      long witnessed,
      Optional<Long> keyFrom,
      AuditTrail.Verdict verdict,
      Moment at,
      Optional<Trouble> trouble) {}

  /** Something that was wrong with an audit once, and when. */
  public record Trouble(AuditTrail.Verdict verdict, Moment at) {}

  private record Known(
      long number,
      String head,
      long sequence,
      List<Value.Parts> starts,
      Optional<Value.Parts> trouble) {

    static Known of(Optional<Value.Parts> kept) {
      List<Value.Parts> starts = new ArrayList<>();
      kept.ifPresent(
          p -> {
            if (p.parts().get("starts") instanceof Value.Listing l) {
              l.items().forEach(i -> starts.add((Value.Parts) i));
            }
          });
      return new Known(
          kept.flatMap(p -> p.whole("number")).orElse(0L),
          kept.flatMap(p -> p.text("head")).orElse(ChainCheck.FIRST),
          kept.flatMap(p -> p.whole("sequence")).orElse(0L),
          starts,
          kept.flatMap(
              p ->
                  p.parts().get("trouble") instanceof Value.Parts t
                      ? Optional.of(t)
                      : Optional.empty()));
    }

    boolean isNothing() {
      return number == 0 && sequence == 0 && starts.isEmpty();
    }

    boolean has(String start) {
      return starts.stream().anyMatch(s -> s.text("name").filter(start::equals).isPresent());
    }
  }

  /**
   * What a package's audit came to.
   *
   * @param receipt what the receipt says of it
   */
  public record Looked(AuditTrail.Verdict verdict, Map<String, Value> receipt) {
    /** Returns whether a station's entries are as it wrote them. */
    public boolean stands() {
      return stands(verdict);
    }

    private static boolean stands(AuditTrail.Verdict verdict) {
      return verdict instanceof AuditTrail.Verdict.Whole
          || verdict instanceof AuditTrail.Verdict.Restarted;
    }
  }

  /** Reads the audit that came with a package, and remembers how far it was right. */
  public Looked look(ParcelHeader header, List<AuditEntry> entries) {
    Looked[] looked = new Looked[1];
    for (int left = TRIES; looked[0] == null; left--) {
      // Where others write to the same state they wait for a change of it to end: what takes long
      // is done before, and once more where somebody else has looked at this station meanwhile.
      Optional<Value.Parts> before = kept(header);
      Judged judged = judge(Known.of(before), header, entries);
      boolean last = left <= 1;
      station
          .state()
          .change(
              () -> {
                Optional<Value.Parts> now = kept(header);
                if (!now.equals(before) && !last) {
                  return Map.of();
                }
                Known known = Known.of(now);
                Map<String, Value> all = all(header.station());
                looked[0] =
                    remembered(
                        header,
                        known,
                        now.equals(before) ? judged : judge(known, header, entries),
                        all);
                return written(header, all);
              });
    }
    return looked[0];
  }

  /**
   * Thrown where another program has looked at the same audit meanwhile: what was judged counts no
   * more.
   */
  public static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a package's audit came to, and nothing is remembered of it yet.
   *
   * @param remembering for {@link Together#share}, with whatever says what was found; what it
   *     throws is {@link OvertakenException}
   */
  public record Beside(Looked looked, Supplier<Map<String, Value>> remembering) {}

  /** Reads the audit that came with a package; it is remembered with what is said of it. */
  public Beside beside(ParcelHeader header, List<AuditEntry> entries) {
    Optional<Value.Parts> before = kept(header);
    Known known = Known.of(before);
    Judged judged = judge(known, header, entries);
    return new Beside(
        remembered(header, known, judged, new LinkedHashMap<>()),
        () -> {
          if (!kept(header).equals(before)) {
            throw new OvertakenException();
          }
          Map<String, Value> all = all(header.station());
          remembered(header, known, judged, all);
          return written(header, all);
        });
  }

  /**
   * Returns what was found, as it is kept.
   *
   * @param all what is known of the station's audits; this one's place in it is written anew
   */
  private Looked remembered(
      ParcelHeader header, Known known, Judged judged, Map<String, Value> all) {
    Map<String, Value> kept = new LinkedHashMap<>();
    kept.put("number", Value.whole(judged.number()));
    kept.put("head", Value.text(judged.head()));
    kept.put("sequence", Value.whole(Math.max(header.sequence(), known.sequence())));
    kept.put("starts", new Value.Listing(List.copyOf(judged.starts())));
    kept.put("verdict", Value.text(text(judged.verdict())));
    kept.put("at", station.now().toValue());
    known.trouble().ifPresent(t -> kept.put("trouble", t));
    if (!(judged.verdict() instanceof AuditTrail.Verdict.Whole)) {
      kept.put(
          "trouble",
          new Value.Parts(
              Map.of(
                  "verdict", Value.text(text(judged.verdict())), "at", station.now().toValue())));
    }
    String incarnation = header.incarnation().toString();
    all.put(incarnation, new Value.Parts(kept));
    Map<String, Value> receipt = new LinkedHashMap<>();
    receipt.put("auditIncarnation", Value.text(incarnation));
    receipt.put("auditNumber", Value.whole(judged.number()));
    receipt.put("auditHead", Value.text(judged.head()));
    String start = AuditStart.name(header.auditStart());
    if (judged.starts().stream().anyMatch(s -> s.text("name").filter(start::equals).isPresent())) {
      receipt.put("auditStart", Value.text(start));
    }
    return new Looked(judged.verdict(), receipt);
  }

  /** What is known of a station's audits as it is written, no more than has its place. */
  private static Map<String, Value> written(ParcelHeader header, Map<String, Value> all) {
    Map<String, Value> state = new LinkedHashMap<>();
    if (WitnessBounds.thin(all, header.incarnation().toString())) {
      state.put(forgotten(header.station()), Value.flag(true));
    }
    state.put(key(header.station()), new Value.Parts(all));
    return state;
  }

  /** Judges a station's audit; nothing is remembered. */
  AuditTrail.Verdict judge(ParcelHeader header, List<AuditEntry> entries) {
    return judge(known(header), header, entries).verdict();
  }

  /** The verdict, how far all is right now, and the starts that are known now. */
  private record Judged(
      AuditTrail.Verdict verdict, long number, String head, List<Value.Parts> starts) {}

  private Judged judge(Known known, ParcelHeader header, List<AuditEntry> entries) {
    List<Value.Parts> starts = new ArrayList<>(known.starts());
    String name = AuditStart.name(header.auditStart());
    // Of a run that may have been known and is not any more nothing before is proved.
    boolean restarted = known.isNothing() && station.state().flag(forgotten(header.station()));
    if (!name.isEmpty() && !known.has(name)) {
      restarted |= !starts.isEmpty();
      AuditStart.open(header.auditStart(), List.copyOf(station.keys().receiving().values()))
          .filter(o -> o.incarnation().equals(header.incarnation()))
          .ifPresent(o -> starts.add(start(name, o)));
    }
    try (ChainCheck check = check(known, starts, entries)) {
      entries.forEach(check::accept);
      AuditTrail.Verdict verdict = verdict(check, known, header, entries, restarted);
      boolean further = Looked.stands(verdict) && check.number() > known.number();
      long number = further ? check.number() : known.number();
      return new Judged(
          verdict,
          number,
          further ? check.head() : known.head(),
          WitnessBounds.starts(starts, number));
    }
  }

  private static String key(StationId id) {
    return "witness." + id;
  }

  /** Set where a run of the station's had no place any more. */
  private static String forgotten(StationId id) {
    return "witnessForgot." + id;
  }

  private Map<String, Value> all(StationId id) {
    return new LinkedHashMap<>(
        station.state().parts(key(id)).map(Value.Parts::parts).orElse(Map.of()));
  }

  private Optional<Value.Parts> kept(ParcelHeader header) {
    return all(header.station()).get(header.incarnation().toString()) instanceof Value.Parts p
        ? Optional.of(p)
        : Optional.empty();
  }

  private Known known(ParcelHeader header) {
    return Known.of(kept(header));
  }

  private static Value.Parts start(String name, AuditStart.Opened opened) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("name", Value.text(name));
    parts.put("from", Value.whole(opened.from()));
    parts.put("start", Value.text(Base64.getEncoder().encodeToString(opened.start())));
    return new Value.Parts(parts);
  }

  /** Begins where the entries begin, at most behind the last one that was seen. */
  private static ChainCheck check(Known known, List<Value.Parts> starts, List<AuditEntry> entries) {
    boolean overlap = !entries.isEmpty() && entries.getFirst().number() <= known.number();
    ChainCheck check =
        overlap
            ? new ChainCheck(
                Math.max(0, entries.getFirst().number() - 1),
                entries.getFirst().number() <= 1 ? ChainCheck.FIRST : entries.getFirst().previous())
            : new ChainCheck(known.number(), known.head());
    if (known.number() > 0) {
      check.witnessed(known.number(), known.head());
    }
    for (Value.Parts s : starts) {
      check.start(
          WitnessBounds.from(s),
          Secret.of(Base64.getDecoder().decode(s.text("start").orElseThrow())));
    }
    return check;
  }

  private static AuditTrail.Verdict verdict(
      ChainCheck check,
      Known known,
      ParcelHeader header,
      List<AuditEntry> entries,
      boolean restarted) {
    boolean stranger =
        entries.stream().anyMatch(e -> !e.incarnation().equals(header.incarnation()));
    if (stranger) {
      return new AuditTrail.Verdict.Edited(entries.getFirst().number());
    }
    AuditTrail.Verdict verdict = check.end(header.auditLength());
    if (!(verdict instanceof AuditTrail.Verdict.Whole)) {
      boolean noneCame = entries.isEmpty() && header.auditLength() > known.number();
      return noneCame ? new AuditTrail.Verdict.Gap(header.auditLength()) : verdict;
    }
    if (header.auditLength() < known.number()) {
      // A package that was on its way for long says what was true when it was sealed.
      return header.sequence() < known.sequence()
          ? verdict
          : new AuditTrail.Verdict.Truncated(header.auditLength());
    }
    if (check.number() != header.auditLength() || !check.head().equals(header.auditHead())) {
      return new AuditTrail.Verdict.Edited(header.auditLength());
    }
    return restarted ? new AuditTrail.Verdict.Restarted(known.number() + 1) : verdict;
  }

  /** Returns all audits that came, by station and incarnation. */
  List<Seen> all() {
    List<Seen> seen = new ArrayList<>();
    for (String id : station.state().texts("stations")) {
      String name = new Roster(station.state()).nameOf(id);
      station
          .state()
          .parts(key(StationId.of(id)))
          .ifPresent(
              all ->
                  all.parts()
                      .forEach(
                          (incarnation, v) ->
                              seen.add(
                                  seen(
                                      StationId.of(id),
                                      name,
                                      IncarnationId.of(incarnation),
                                      (Value.Parts) v))));
    }
    return seen;
  }

  private static Seen seen(StationId id, String name, IncarnationId incarnation, Value.Parts kept) {
    Known known = Known.of(Optional.of(kept));
    return new Seen(
        id,
        name,
        incarnation,
        known.number(),
        known.starts().stream().map(WitnessBounds::from).min(Long::compare),
        verdict(kept.text("verdict").orElse("")),
        Moment.of(kept.text("at").orElseThrow()),
        known
            .trouble()
            .map(
                t ->
                    new Trouble(
                        verdict(t.text("verdict").orElse("")),
                        Moment.of(t.text("at").orElseThrow()))));
  }

  /** A verdict as it is kept: one word and one number. */
  public static String text(AuditTrail.Verdict verdict) {
    return switch (verdict) {
      case AuditTrail.Verdict.Whole w -> "WHOLE " + w.entries();
      case AuditTrail.Verdict.Edited e -> "EDITED " + e.number();
      case AuditTrail.Verdict.Gap g -> "GAP " + g.number();
      case AuditTrail.Verdict.Reordered r -> "REORDERED " + r.number();
      case AuditTrail.Verdict.Truncated t -> "TRUNCATED " + t.from();
      case AuditTrail.Verdict.Fork f -> "FORK " + f.number();
      case AuditTrail.Verdict.Restarted r -> "RESTARTED " + r.number();
      case AuditTrail.Verdict.Spoiled s -> "SPOILED " + s.segment();
      case AuditTrail.Verdict.Differs d -> "DIFFERS " + d.segment();
    };
  }

  private static AuditTrail.Verdict verdict(String text) {
    String[] parts = text.split(" ", 2);
    long number = Long.parseLong(parts[1]);
    return switch (parts[0]) {
      case "WHOLE" -> new AuditTrail.Verdict.Whole(number);
      case "GAP" -> new AuditTrail.Verdict.Gap(number);
      case "REORDERED" -> new AuditTrail.Verdict.Reordered(number);
      case "TRUNCATED" -> new AuditTrail.Verdict.Truncated(number);
      case "FORK" -> new AuditTrail.Verdict.Fork(number);
      case "RESTARTED" -> new AuditTrail.Verdict.Restarted(number);
      case "SPOILED" -> new AuditTrail.Verdict.Spoiled((int) number);
      case "DIFFERS" -> new AuditTrail.Verdict.Differs((int) number);
      default -> new AuditTrail.Verdict.Edited(number);
    };
  }
}

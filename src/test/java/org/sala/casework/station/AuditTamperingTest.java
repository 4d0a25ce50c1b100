package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.AuditWire;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;

/** F10: an intruder who holds every key of the laptop rewrites what the audit said before. */
class AuditTamperingTest {
  private static final int ENTRIES = 24;

  /** {@code -Dsala.lies=2000} is the full count. */
  private static final int LIES = Integer.getInteger("sala.lies", 200);

  private static final String STEP = "sala audit key step v1";
  private final Random random = new Random(10);
  private final IncarnationId incarnation =
      new IdSource(Clock.systemUTC(), new Random(1)).incarnation();
  private final Fingerprint officer =
      new Fingerprint(SigningKey.generate(new SecureRandom()).verifying().fingerprint());
  private final Secret start = Secret.of(new byte[32]);

  private AuditEntry entry(long number, String previous, String detail, Secret key) {
    byte[] bytes =
        AuditWire.write(
            incarnation,
            number,
            previous,
            AuditEntry.Act.VIEWED,
            officer,
            Optional.empty(),
            Optional.of(detail),
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            "0".repeat(64));
    return AuditWire.read(bytes, key.mac(bytes));
  }

  /** Writes on from a chain; returns the key that the laptop is left with. */
  private Secret write(List<AuditEntry> chain, Secret from, int upTo) {
    Secret key = from;
    while (chain.size() < upTo) {
      String previous = chain.isEmpty() ? "0".repeat(64) : Sha256.hex(chain.getLast().bytes());
      chain.add(entry(chain.size() + 1L, previous, "detail " + random.nextInt(), key));
      key = key.derive(new byte[0], STEP);
    }
    return key;
  }

  /** One tampering; the chain is made to look right with the key that the laptop still has. */
  private List<AuditEntry> tampered(List<AuditEntry> genuine, Secret left) {
    List<AuditEntry> chain = new ArrayList<>(genuine);
    int at = random.nextInt(ENTRIES - 1);
    switch (random.nextInt(5)) {
      case 0 -> chain.remove(at);
      case 1 -> Collections.swap(chain, at, at + 1);
      case 2 -> chain.subList(at, chain.size()).clear();
      case 3 -> {
        // An edit with the rest chained anew, each entry's words and number kept.
        chain.subList(at, chain.size()).clear();
        write(chain, left, ENTRIES);
      }
      default -> {
        // An edit that keeps the old MACs.
        AuditEntry old = chain.get(at);
        AuditEntry made = entry(old.number(), old.previous(), "nothing happened", left);
        chain.set(at, AuditWire.read(made.bytes(), old.mac()));
      }
    }
    return chain;
  }

  @Test
  void everyTamperingIsFoundWithTheStartKeyAndTheWitnessedLength() {
    List<AuditEntry> genuine = new ArrayList<>();
    Secret left = write(genuine, start, ENTRIES);
    assertThat(AuditTrail.verify(genuine, Optional.of(start), ENTRIES))
        .isEqualTo(new AuditTrail.Verdict.Whole(ENTRIES));
    for (int i = 0; i < LIES; i++) {
      assertThat(AuditTrail.verify(tampered(genuine, left), Optional.of(start), ENTRIES))
          .as("tampering " + i)
          .isNotInstanceOf(AuditTrail.Verdict.Whole.class);
    }
  }

  @Test
  void theCheckGoesRedWhereTheMacIsNotChecked() {
    List<AuditEntry> genuine = new ArrayList<>();
    Secret left = write(genuine, start, ENTRIES);
    int unseen = 0;
    for (int i = 0; i < LIES; i++) {
      if (AuditTrail.verify(tampered(genuine, left), Optional.empty(), ENTRIES)
          instanceof AuditTrail.Verdict.Whole) {
        unseen++;
      }
    }
    assertThat(unseen).isPositive();
  }

  @Test
  void truncationGapReorderingAndEditAreToldApart() {
    List<AuditEntry> genuine = new ArrayList<>();
    write(genuine, start, 6);
    List<AuditEntry> gap = new ArrayList<>(genuine);
    gap.remove(2);
    List<AuditEntry> order = new ArrayList<>(genuine);
    Collections.swap(order, 2, 3);
    List<AuditEntry> edited = new ArrayList<>(genuine);
    edited.set(2, AuditWire.read(genuine.get(2).bytes(), genuine.get(3).mac()));
    assertThat(AuditTrail.verify(genuine.subList(0, 4), Optional.of(start), 6))
        .isEqualTo(new AuditTrail.Verdict.Truncated(4));
    assertThat(AuditTrail.verify(gap, Optional.of(start), 6))
        .isEqualTo(new AuditTrail.Verdict.Gap(4));
    assertThat(AuditTrail.verify(order, Optional.of(start), 6))
        .isEqualTo(new AuditTrail.Verdict.Reordered(3));
    assertThat(AuditTrail.verify(edited, Optional.of(start), 6))
        .isEqualTo(new AuditTrail.Verdict.Edited(3));
  }

  /** What an intruder sends, signed as it should be, for every key of the laptop is his. */
  private record Sent(String start, List<AuditEntry> entries) {
    ParcelHeader header(Desk station, long sequence) {
      return header(station, Desks.station(station).identity().incarnation(), sequence);
    }

    ParcelHeader header(Desk station, IncarnationId run, long sequence) {
      long length = entries.isEmpty() ? 0 : entries.getLast().number();
      String head = entries.isEmpty() ? "0".repeat(64) : Sha256.hex(entries.getLast().bytes());
      return new ParcelHeader(
          ParcelHeader.FORMAT,
          "a".repeat(26),
          Desks.station(station).identity().station(),
          run,
          Desks.station(station).identity().station(),
          sequence,
          "0".repeat(64),
          List.of(),
          Purpose.REPORT,
          false,
          Desks.station(station).now(),
          0,
          entries.size(),
          length,
          head,
          start,
          List.of(),
          List.of(),
          Map.of());
    }
  }

  /** Entries behind a number written anew, chained as they must be, under the key that is left. */
  private List<AuditEntry> forged(List<AuditEntry> genuine, int keep, int length, Secret left) {
    List<AuditEntry> chain = new ArrayList<>(genuine.subList(0, keep));
    Secret key = left;
    while (chain.size() < length) {
      AuditEntry before = chain.isEmpty() ? genuine.getFirst() : chain.getLast();
      long number = chain.isEmpty() ? before.number() : before.number() + 1;
      String previous = chain.isEmpty() ? before.previous() : Sha256.hex(before.bytes());
      byte[] bytes =
          AuditWire.write(
              before.incarnation(),
              number,
              previous,
              AuditEntry.Act.VIEWED,
              before.officer(),
              Optional.empty(),
              Optional.of("nothing happened " + random.nextInt()),
              before.time(),
              before.head());
      chain.add(AuditWire.read(bytes, key.mac(bytes)));
      key = key.derive(new byte[0], STEP);
    }
    return chain;
  }

  /** One of seven ways to lie to headquarters with all that the laptop holds. */
  private Sent lie(List<AuditEntry> genuine, int witnessed, Secret left, String ownStart) {
    int size = genuine.size();
    int at = witnessed + random.nextInt(size - witnessed - 1);
    List<AuditEntry> chain = new ArrayList<>(genuine);
    return switch (random.nextInt(7)) {
      case 0 -> {
        chain.remove(at);
        yield new Sent("", chain);
      }
      case 1 -> {
        Collections.swap(chain, at, at + 1);
        yield new Sent("", chain);
      }
      case 2 -> new Sent("", chain.subList(0, random.nextInt(witnessed)));
      case 3 -> new Sent("", forged(genuine, at, size, left));
      case 4 -> {
        List<AuditEntry> made = forged(genuine, at, size, left);
        for (int i = at; i < size; i++) {
          made.set(i, AuditWire.read(made.get(i).bytes(), genuine.get(i).mac()));
        }
        yield new Sent("", made);
      }
      case 5 -> new Sent("", forged(genuine, random.nextInt(witnessed), size, left));
      default -> new Sent(ownStart, forged(genuine, at, size, left));
    };
  }

  @Test
  void headquartersSeesThroughEveryLieOfSomeoneWhoHoldsEveryKeyOfTheLaptop(@TempDir Path folder) {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk blind = Desks.headquarters(folder.resolve("blind"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      look(station, 8);
      AuditTrail.ForHome first = station.audit().forHome();
      assertThat(first.start()).isNotEmpty();
      int witnessed = first.entries().size();
      ParcelHeader header = new Sent(first.start(), first.entries()).header(station, 1);
      for (Desk at : List.of(hq, blind)) {
        assertThat(at.audit().witness().look(header, first.entries()).verdict())
            .isEqualTo(new AuditTrail.Verdict.Whole(witnessed));
      }
      look(station, 12);
      List<AuditEntry> genuine =
          station.audit().entries(Desks.station(station).identity().incarnation());
      Secret left = Secret.of(station.audit().keyLeft());
      station.audit().starts().seal(witnessed + 1L, left.copy());
      String ownStart = station.audit().starts().sealed().orElseThrow();
      int unseen = 0;
      for (int i = 0; i < LIES; i++) {
        Sent lie = lie(genuine, witnessed, left, ownStart);
        ParcelHeader sent = lie.header(station, 2);
        assertThat(hq.audit().witness().judge(sent, lie.entries()))
            .as("lie " + i)
            .isNotInstanceOf(AuditTrail.Verdict.Whole.class);
        if (blind.audit().witness().judge(sent, lie.entries())
            instanceof AuditTrail.Verdict.Whole) {
          unseen++;
        }
      }
      assertThat(unseen)
          .as("without the key some lies pass: the MAC is what finds them")
          .isPositive();
      assertThat(
              hq.audit()
                  .witness()
                  .look(new Sent("", genuine).header(station, 3), genuine)
                  .verdict())
          .isEqualTo(new AuditTrail.Verdict.Whole(genuine.size()));
    }
  }

  private static Value.Parts kept(Desk hq, Desk station) {
    return Desks.station(hq)
        .state()
        .parts("witness." + Desks.station(station).identity().station())
        .orElseThrow();
  }

  /** Each key begins behind the next entry, so that the one of before stays in use. */
  @Test
  void aLaptopThatBeginsItsKeyAnewWithEachPackageFillsNothingAndHidesNoLie(@TempDir Path folder) {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      look(station, 8);
      AuditTrail.ForHome first = station.audit().forHome();
      int witnessed = first.entries().size();
      hq.audit()
          .witness()
          .look(new Sent(first.start(), first.entries()).header(station, 1), first.entries());
      look(station, 12);
      List<AuditEntry> genuine =
          station.audit().entries(Desks.station(station).identity().incarnation());
      Secret left = Secret.of(station.audit().keyLeft());
      for (int i = 0; i < 40; i++) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        station.audit().starts().seal(1000L + i, key);
        String own = station.audit().starts().sealed().orElseThrow();
        Sent sent = new Sent(own, first.entries());
        assertThat(
                hq.audit().witness().look(sent.header(station, 2 + i), first.entries()).verdict())
            .isInstanceOf(AuditTrail.Verdict.Restarted.class);
      }
      Value.Parts run =
          (Value.Parts)
              kept(hq, station)
                  .parts()
                  .get(Desks.station(station).identity().incarnation().toString());
      assertThat(((Value.Listing) run.parts().get("starts")).items())
          .hasSizeLessThanOrEqualTo(WitnessBounds.STARTS + 2);
      for (int i = 0; i < LIES; i++) {
        Sent lie = lie(genuine, witnessed, left, "");
        assertThat(hq.audit().witness().judge(lie.header(station, 100), lie.entries()))
            .as("lie " + i)
            .isNotInstanceOf(AuditTrail.Verdict.Whole.class);
      }
      assertThat(hq.audit().witness().judge(new Sent("", genuine).header(station, 100), genuine))
          .as("its own key is remembered")
          .isEqualTo(new AuditTrail.Verdict.Whole(genuine.size()));
    }
  }

  private List<AuditEntry> chain(AuditEntry like, IncarnationId run, int length) {
    List<AuditEntry> chain = new ArrayList<>();
    while (chain.size() < length) {
      byte[] bytes =
          AuditWire.write(
              run,
              chain.size() + 1L,
              chain.isEmpty() ? "0".repeat(64) : Sha256.hex(chain.getLast().bytes()),
              AuditEntry.Act.VIEWED,
              like.officer(),
              Optional.empty(),
              Optional.empty(),
              like.time(),
              like.head());
      chain.add(AuditWire.read(bytes, new byte[32]));
    }
    return chain;
  }

  @Test
  void aLaptopWithMoreRunsThanThereIsRoomForIsNoneOfWhichAnOldOneCountsAsWhole(
      @TempDir Path folder) {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      look(station, 8);
      AuditTrail.ForHome first = station.audit().forHome();
      List<AuditEntry> genuine = first.entries();
      AuditWitness witness = hq.audit().witness();
      witness.look(new Sent(first.start(), genuine).header(station, 1), genuine);
      IdSource ids = new IdSource(Clock.systemUTC(), new Random(3));
      for (int i = 0; i < 2 * WitnessBounds.RUNS; i++) {
        IncarnationId run = ids.incarnation();
        List<AuditEntry> longer = chain(genuine.getFirst(), run, genuine.size() + 5);
        witness.look(new Sent("", longer).header(station, run, 1), longer);
      }
      assertThat(kept(hq, station).parts()).hasSize(WitnessBounds.RUNS);
      List<AuditEntry> made = forged(genuine, 0, genuine.size(), start);
      assertThat(witness.judge(new Sent("", made).header(station, 2), made))
          .as("rewritten from its first entry")
          .isInstanceOf(AuditTrail.Verdict.Restarted.class);
      assertThat(hq.audit().stations()).anyMatch(s -> s.trouble().isPresent());
    }
  }

  private static void look(Desk desk, int times) {
    RecordId person =
        desk.people().register(List.of(new People.NewPerson("A-1", "", "", "", "", ""))).getFirst();
    for (int i = 0; i < times; i++) {
      desk.people().fields(person);
    }
  }

  @Test
  void theStartTravelsOnceOnlyNewEntriesFollowAndTheLaptopKeepsNoWayBack(@TempDir Path folder)
      throws Exception {
    Path usb = folder.resolve("usb");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      assertThat(station.audit().keptAtHeadquartersFrom()).isEmpty();
      Desks.enrol(station, hq, folder, "A");
      assertThat(station.audit().keptAtHeadquartersFrom())
          .as("what was written before stands on the chain alone")
          .contains(2L);
      look(station, 3);
      PackageLine one =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      Importing.Outcome.Imported imported =
          (Importing.Outcome.Imported) hq.packages().take(station.packages().carry(one.id(), usb));
      AuditWitness.Seen seen = hq.audit().stations().getFirst();
      assertThat(seen.verdict()).isEqualTo(new AuditTrail.Verdict.Whole(5));
      assertThat(seen.keyFrom()).contains(2L);
      assertThat(seen.trouble()).isEmpty();
      station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb));
      assertThat(station.audit().witnessed().orElseThrow().number()).isEqualTo(5);
      assertThat(station.audit().forHome().start()).as("a receipt has named it").isEmpty();
      assertThat(station.audit().forHome().entries()).extracting(AuditEntry::number).startsWith(6L);
      DayCode code = station.audit().dayCode();
      look(station, 2);
      assertThat(station.audit().dayCode(code.number())).contains(code);
      assertThat(station.audit().dayCode()).isNotEqualTo(code);
      assertThat(station.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
      PackageLine two =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      assertThat(hq.packages().take(station.packages().carry(two.id(), usb)))
          .isInstanceOf(Importing.Outcome.Imported.class);
      assertThat(hq.audit().stations().getFirst().witnessed()).isGreaterThan(9);
      assertThat(hq.audit().stations().getFirst().trouble()).isEmpty();
    }
    Files.delete(folder.resolve("a/audit"));
    try (Desk station = Desks.unlock(folder.resolve("a"), "one");
        Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      look(station, 1);
      PackageLine three =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      hq.packages().take(station.packages().carry(three.id(), usb));
      assertThat(hq.audit().stations().getFirst().verdict())
          .as("a key that began anew is told")
          .isInstanceOf(AuditTrail.Verdict.Restarted.class);
      assertThat(hq.audit().stations().getFirst().trouble()).isPresent();
    }
  }
}

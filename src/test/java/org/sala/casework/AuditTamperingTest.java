package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.wire.AuditWire;

/** F10: an intruder who holds every key of the laptop rewrites what the audit said before. */
class AuditTamperingTest {
  private static final int ENTRIES = 24;
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
  void everyOneOfTwoHundredTamperingsIsFoundWithTheStartKeyAndTheWitnessedLength() {
    List<AuditEntry> genuine = new ArrayList<>();
    Secret left = write(genuine, start, ENTRIES);
    assertThat(AuditTrail.verify(genuine, Optional.of(start), ENTRIES))
        .isEqualTo(new AuditTrail.Verdict.Whole(ENTRIES));
    for (int i = 0; i < 200; i++) {
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
    for (int i = 0; i < 200; i++) {
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
}

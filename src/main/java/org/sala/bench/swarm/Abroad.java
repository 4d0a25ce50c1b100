package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.partner.Redaction;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Stored;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.journal.Committed;
import org.sala.merge.FieldState;
import org.sala.ui.text.Texts;

/**
 * Plays another agency, to which people bring copies by hand, and which answers them. What may go
 * there is worked out by the plainest means, by the words that headquarters has.
 */
final class Abroad {
  /** The agency's name, as people are asked for it. */
  static final String NAME = "Border Police of Elsewhere";

  private static final String PURPOSE = "investigation-and-protection";
  private static final Words WORDS = Texts.in("en", ZoneOffset.UTC);
  private static final Set<String> COPIES = Set.of("copy", "extract");

  private final World world;
  private final Supplier<Laptop> opening;
  private final Path hands;
  private final Set<RecordId> handedOver = new HashSet<>();
  private @Nullable Laptop agency;
  private boolean asked;

  /**
   * @param opening the agency's workspace, once something goes there
   * @param hands an empty folder, for what people have in their hands
   */
  Abroad(World world, Supplier<Laptop> opening, Path hands) {
    this.world = world;
    this.opening = opening;
    this.hands = hands;
  }

  private Laptop agency() {
    if (agency == null) {
      agency = opening.get();
    }
    return agency;
  }

  void close() {
    if (agency != null) {
      agency.close();
    }
  }

  /** Whether a person lets that agency read something, by all words that headquarters has. */
  boolean lets(RecordId person) {
    return LastWords.let(world.headquarters(), world.remembered(), person, NAME);
  }

  /** Somebody lets that agency read something, or no more. */
  void says(Laptop at, RecordId person, boolean yes) {
    Consents.Answer answer = yes ? Consents.Answer.YES : Consents.Answer.WITHDRAWN;
    world
        .remembered()
        .writing(
            at,
            "consent",
            person,
            () ->
                at.consents()
                    .ask(
                        person,
                        PURPOSE,
                        NAME,
                        answer,
                        Set.of(),
                        new Consents.How("my", "", "Guardian Example")));
    world.tally().did(Deed.LET_ABROAD);
  }

  /** Headquarters seals a copy of somebody, if that person's last word lets it. */
  void copy(RecordId person) {
    Laptop hq = world.headquarters();
    RecordId partner = hq.partners().known().getFirst().id();
    Redaction looked =
        hq.copies()
            .look(new CopyRequest(partner, PURPOSE, new CopyRequest.Scope.OnePerson(person)));
    boolean goes = looked.people().contains(person);
    if (goes != lets(person)) {
      world.isWrong("a copy of somebody goes without a yes, or stays with one");
    }
    if (goes) {
      asked = true;
      hq.copies().seal(looked, WORDS, Progress.none());
      world.tally().did(Deed.COPIED);
    } else {
      world.tally().did(Deed.COPY_STAYED);
    }
  }

  private List<PackageLine> copies() {
    return world.headquarters().packages().list().stream()
        .filter(p -> p.outgoing() && p.abroad())
        .toList();
  }

  private Map<String, FieldState> fields(PackageLine p) {
    return world.headquarters().station().view().records().fields(p.id());
  }

  /**
   * What was not answered yet is brought there.
   *
   * @param arrives whether it is not lost on the way
   */
  void handOver(boolean arrives) {
    if (!asked) {
      return;
    }
    Laptop hq = world.headquarters();
    for (PackageLine p : copies()) {
      boolean lies =
          (p.state() == PackageState.SEALED || p.state() == PackageState.CARRIED)
              && Files.exists(hq.station().folder().folder("outbox").resolve(p.fileName()));
      if (lies) {
        List<RecordId> people = Stored.records(fields(p), "withConsent");
        boolean lets = people.stream().allMatch(this::lets);
        try {
          Path file = carried(hq, p);
          if (!lets) {
            world.isWrong("a copy left though a yes was taken back");
          }
          handedOver.addAll(people);
          world.tally().did(Deed.HANDED_OVER);
          arrived(agency(), file, arrives);
        } catch (CaseworkFault e) {
          if (e.code() != CaseworkFault.Code.CONSENT_WITHDRAWN || lets) {
            throw e;
          }
          world.tally().did(Deed.COPY_STAYED);
        }
      }
    }
  }

  private Path carried(Laptop hq, PackageLine p) {
    return world.broken() == Broken.HANDED_OVER_UNASKED
        ? copied(hq.station().folder().folder("outbox").resolve(p.fileName()))
        : hq.packages().carry(p.id(), hands);
  }

  /** The broken variant: nobody asks at the door. */
  private Path copied(Path file) {
    try {
      return Files.copy(
          file, hands.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agency's answers are brought back, all of them each time. */
  void answers(boolean arrives) {
    if (agency == null) {
      return;
    }
    for (PackageLine p : agency.packages().list()) {
      if (p.outgoing()) {
        arrived(world.headquarters(), agency.packages().carry(p.id(), hands), arrives);
        world.tally().did(Deed.ANSWERED_ABROAD);
      }
    }
  }

  private static void arrived(Laptop at, Path file, boolean arrives) {
    if (arrives) {
      try (VerifiedPackage read = at.packages().read(file, Progress.none())) {
        at.packages().take(read, Progress.none());
      }
    }
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the agency once everything has come to rest. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    if (agency != null) {
      readsCopiesAlone(agency, wrong);
      isAnswered(agency, wrong);
      if (!(agency.audit().verify() instanceof AuditTrail.Verdict.Whole)) {
        wrong.add("the other agency's audit is not as it was written");
      }
    }
    return wrong;
  }

  /**
   * Nothing of ours is there but extracts, of those who let it happen, without what is protected.
   */
  private void readsCopiesAlone(Laptop there, List<String> wrong) {
    StationId own = there.station().identity().station();
    for (Committed c : there.journal().committed()) {
      Change change = c.change();
      for (Revision r :
          change.header().station().equals(own) ? List.<Revision>of() : change.revisions()) {
        if (!COPIES.contains(r.kind())) {
          wrong.add("another agency has a record of ours: " + r.kind());
        }
        if (Value.text("person").equals(r.fields().get("kind"))
            && handedOver.stream().noneMatch(p -> isOf(r, p))) {
          wrong.add("another agency has an extract of somebody who was not handed over");
        }
        if (new String(r.bytes(), StandardCharsets.UTF_8).contains("needs of ")) {
          wrong.add("another agency reads what is protected");
        }
      }
    }
  }

  private static boolean isOf(Revision extract, RecordId person) {
    return Value.text(person.toString()).equals(extract.fields().get("of"));
  }

  /** A copy is received where it is there, and waits where a yes was taken back. */
  private void isAnswered(Laptop at, List<String> wrong) {
    StationId ours = world.headquarters().station().identity().station();
    Set<String> there = new HashSet<>(at.station().view().receipts().takenIn(ours.toString()));
    there.addAll(at.station().view().receipts().waiting(ours.toString()));
    for (PackageLine p : copies()) {
      Map<String, FieldState> f = fields(p);
      boolean came = there.contains(Stored.text(f, "digest").orElseThrow());
      boolean stopped = !Stored.records(f, "withConsent").stream().allMatch(this::lets);
      boolean right =
          switch (p.state()) {
            case RECEIVED -> came;
            case SEALED, CARRIED -> stopped && !came;
            default -> stopped;
          };
      if (!right) {
        wrong.add("a copy for another agency is shown as " + p.state());
      }
    }
  }
}

package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sala.cli.Measured;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;
import org.sala.journal.FileOpener;
import org.sala.journal.ScopeKeyring;
import org.sala.journal.SegmentJournal;
import org.sala.store.View;
import org.sala.store.ViewFile;

/**
 * Joining what twelve stations wrote about the same people: each person ten revisions, one edit in
 * five beside another that its author did not know. Written into a journal and followed by a view,
 * both on the disk; signatures are made beforehand and checked elsewhere ({@link BulkImport}).
 */
final class Joined implements AutoCloseable {
  private static final int STATIONS = 12;
  private static final int ROUNDS = 10;
  private static final int IN_ONE_ACT = 4;
  private static final int RUN = 1_000;
  private static final String[] EDITED = {"interpreter", "sex", "nationality/a", "language/th"};

  private final Plan plan;
  private final int people;
  private final Random random = new Random(20261128);
  private final IdSource ids;
  private final SigningKey key;
  private final List<StationId> stations = new ArrayList<>();
  private final List<IncarnationId> incarnations = new ArrayList<>();
  private final long[] numbers = new long[STATIONS];
  private final JoinedPeople whom;
  private final Secret workspace;
  private final ViewFile file;
  private final SegmentJournal journal;
  private final View view;

  private Joined(Plan plan) throws Exception {
    this.plan = plan;
    this.people = plan.size(100_000, 160);
    this.whom = new JoinedPeople(people);
    SecureRandom secure = plan.tools().random();
    this.ids = new IdSource(plan.tools().clock(), secure);
    this.key = SigningKey.generate(secure);
    this.workspace = Secret.random(secure);
    for (int i = 0; i < STATIONS; i++) {
      stations.add(ids.station());
      incarnations.add(ids.incarnation());
    }
    Path db = Files.createDirectories(plan.folder().resolve("db"));
    Path segments = Files.createDirectories(plan.folder().resolve("journal"));
    byte[] viewKey = new byte[32];
    secure.nextBytes(viewKey);
    if (SegmentJournal.open(
                segments,
                new SegmentJournal.Identity(ids.station(), ids.incarnation()),
                new SegmentJournal.Tools(workspace, keys(), FileOpener.disk(), secure),
                run -> {})
            instanceof SegmentJournal.Opening.Opened opened
        && ViewFile.open(db, viewKey, secure) instanceof ViewFile.Opening.Ready ready) {
      this.journal = opened.journal();
      this.file = ready.file();
      this.view = new View(file, journal::revision);
    } else {
      throw new IllegalStateException("not opened");
    }
  }

  /** A key for each scope from the workspace's own: what is measured is the joining. */
  private ScopeKeyring keys() {
    return new ScopeKeyring() {
      @Override
      public Optional<Secret> find(ScopeId scope, Compartment compartment) {
        return Optional.of(workspace.derive(new byte[0], scope + compartment.code()));
      }

      @Override
      public void ensure(List<Wanted> wanted) {
        // A derived key is always there.
      }
    };
  }

  static void measure(Plan plan) throws Exception {
    try (Joined joined = new Joined(plan)) {
      joined.run();
    }
  }

  private void run() {
    List<Double> rates = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double took = round(round);
      rates.add(took * 1e6 / people);
      memory.add(heap());
      plan.say()
          .accept(
              String.format(
                  Locale.ROOT,
                  "  %d revisions: %.0f us each in this tenth, heap %.0f MiB",
                  (round + 1) * people,
                  rates.getLast(),
                  memory.getLast()));
    }
    String note =
        plan.note(
            people
                + " people, "
                + ROUNDS * people
                + " revisions, "
                + STATIONS
                + " stations, "
                + view.disputes().all().size()
                + " disputed fields");
    // The first tenth makes the rows, all others join into them: the second is the first of these.
    plan.found()
        .accept(
            ratio("joining, a revision of the last tenth against the second", rates, 1.5, note));
    plan.found()
        .accept(ratio("joining, memory at the end against the second tenth", memory, 1.2, note));
  }

  /** Mebibytes that are still needed. */
  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }

  private static Measured ratio(String what, List<Double> each, double target, String note) {
    double ours = each.getLast() / each.get(1);
    return Measured.plain("joining", what, "x", ours, new double[] {ours}, target, note);
  }

  /** Every person once, by some station; seconds without those for writing and signing. */
  private double round(int round) {
    long took = 0;
    List<Change> run = new ArrayList<>();
    List<Revision> act = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      act.add(round == 0 ? made(person) : edited(person));
      if (act.size() == IN_ONE_ACT || person == people - 1) {
        run.add(signed(act));
        act.clear();
      }
      if (run.size() * IN_ONE_ACT >= RUN || person == people - 1) {
        long began = System.nanoTime();
        List<Committed> written = journal.append(run);
        View.slices(written).forEach(view::follow);
        took += System.nanoTime() - began;
        run.clear();
      }
    }
    return took / 1e9;
  }

  private Revision made(int person) {
    RecordId id = ids.record();
    ScopeId scope = ids.scope();
    whom.put(person, id, scope);
    Revision made =
        write(
            id,
            List.of(),
            scope,
            Map.of(
                "wristband", Value.text("X-" + (person + 1)),
                "name", Value.text("Person " + (person + 1) + " Example"),
                "language/th", Value.flag(true)));
    whom.heads(person, List.of(made.id()));
    return made;
  }

  /**
   * One in five knows only the first head, so that a second one comes or stays; the others know all
   * heads and make one of them.
   */
  private Revision edited(int person) {
    List<RevisionId> known = whom.heads(person);
    boolean beside = random.nextInt(5) == 0;
    List<RevisionId> parents = beside ? List.of(known.getFirst()) : List.copyOf(known);
    String field = EDITED[random.nextInt(EDITED.length)];
    Value value =
        field.startsWith("language/")
            ? Value.flag(random.nextBoolean())
            : Value.text("v" + random.nextInt(1000));
    Revision made = write(whom.record(person), parents, whom.scope(person), Map.of(field, value));
    if (beside && known.size() == 1 && random.nextBoolean()) {
      // Another station's edit of the same version follows in a later round.
      known.add(made.id());
    } else {
      known.removeAll(parents);
      known.add(made.id());
    }
    whom.heads(person, known);
    return made;
  }

  private Revision write(
      RecordId record, List<RevisionId> parents, ScopeId scope, Map<String, Value> fields) {
    return RevisionWire.write(
        record,
        "person",
        parents,
        scope,
        Compartment.INVESTIGATION,
        fields,
        Optional.empty(),
        ids.nonce(new Fingerprint(key.verifying().fingerprint())));
  }

  private Change signed(List<Revision> revisions) {
    int station = random.nextInt(STATIONS);
    ChangeHeader header =
        ChangeWire.writeHeader(
            ids.change(),
            new Fingerprint(key.verifying().fingerprint()),
            stations.get(station),
            incarnations.get(station),
            ++numbers[station],
            plan.tools().now(),
            new Hlc(0, 0).tick(plan.tools().clock()),
            revisions.stream().map(Revision::id).toList());
    return new Change(
        header,
        key.sign(header.bytes()),
        revisions.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
  }

  @Override
  public void close() {
    view.close();
    journal.close();
    workspace.close();
  }
}

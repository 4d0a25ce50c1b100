package org.sala.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sala.casework.Desk;
import org.sala.casework.people.People;
import org.sala.cli.Measured;
import org.sala.crypto.PassphraseKdf;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.vault.KeyFile;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;

/**
 * (d) A hundred thousand people of ten revisions each: from the unlock to a list that can be used,
 * key derivation aside, against opening an encrypted H2 database of the same rows and one query;
 * then how long the list keeps an officer waiting who filters and scrolls.
 */
final class LargeLists {
  private static final String HANDLE = "d";
  private static final int PAGE = 60;
  private static final double AIM = 1.5;

  /** How many seconds more than the peer are as good as the ratio. */
  private static final double MORE_SECONDS = 0.3;

  private final Plan plan;
  private final Path workspace;
  private final Path peer;

  private LargeLists(Plan plan) {
    this.plan = plan;
    this.workspace = plan.folder().resolve("hall");
    this.peer = plan.folder().resolve("peer");
  }

  static void measure(Plan plan) throws Exception {
    new LargeLists(plan).run();
  }

  private void run() throws Exception {
    int people = plan.size(100_000, 600);
    int each = plan.quick() ? 3 : 10;
    plan.say().accept("making " + people + " people of " + each + " revisions each");
    try (Desk desk = Workspaces.create(plan.tools(), workspace, HANDLE)) {
      new Crowd(desk).hall(people, each);
    }
    Path other = plan.folder().resolve("view");
    long rows;
    try (OwnView view = OwnView.of(plan.tools(), workspace, HANDLE, other)) {
      view.rebuild();
      try (Connection from = view.connect();
          Connection to = PlainH2.open(peer)) {
        SameRows same = new SameRows(from, to);
        same.insert();
        rows = same.rows();
      }
    }
    Bench.sweep(other, plan.say());
    List<Double> peers = new ArrayList<>();
    Pair pair = Pair.alternating(plan.runs(), plan.say(), this::unlocked, () -> allowed(peers));
    String note = plan.note(people + " people, " + (long) people * each + " revisions");
    plan.found()
        .accept(
            pair.times(
                "d",
                "unlock to a usable list, of what is allowed",
                "s",
                1.0,
                note
                    + String.format(
                        java.util.Locale.ROOT,
                        "; %d rows; the peer took %.2f s, allowed is 1.5x or 0.3 s more",
                        rows,
                        Pair.median(peers))));
    try (Desk desk = Workspaces.unlock(plan.tools(), workspace, HANDLE)) {
      // What an officer has looked at once is in memory from then on.
      filtering(desk.people(), 1);
      scrolling(desk.people(), 1);
      latency("filtering the list, p95", note, i -> filtering(desk.people(), i));
      latency("scrolling the list, p95", note, i -> scrolling(desk.people(), i));
    }
  }

  /** Seconds until the first page and its count are there, without those for the key. */
  private double unlocked() throws Exception {
    double key = derivation();
    long began = System.nanoTime();
    try (Desk desk = Workspaces.unlock(plan.tools(), workspace, HANDLE)) {
      int shown = desk.people().page(new ListQuery("", "name", false, 0, PAGE)).rows().size();
      int all = desk.people().count("", 10_000);
      double took = (System.nanoTime() - began) / 1e9;
      if (shown == 0 || all < shown) {
        throw new IllegalStateException("an empty list");
      }
      return Math.max(0.001, took - key);
    }
  }

  /** The shortest of three: what is taken off must never be more than it was. */
  private double derivation() throws Exception {
    double least = Double.MAX_VALUE;
    try (WorkspaceFolder folder = WorkspaceFolder.take(workspace).orElseThrow()) {
      KeyFile file =
          new KeyFile(
              folder.root(), new PassphraseKdf(plan.tools().policy()), plan.tools().random());
      for (int i = 0; i < 3; i++) {
        long began = System.nanoTime();
        if (!(file.unlock(HANDLE, Workspaces.PASSPHRASE.toCharArray())
            instanceof Unlocking.Opened opened)) {
          throw new IllegalStateException("not opened");
        }
        least = Math.min(least, (System.nanoTime() - began) / 1e9);
        opened.keys().close();
      }
    }
    return least;
  }

  private double allowed(List<Double> peers) throws Exception {
    double opened = opened();
    peers.add(opened);
    return Math.max(AIM * opened, opened + MORE_SECONDS);
  }

  private double opened() throws Exception {
    long began = System.nanoTime();
    try (Connection h2 = PlainH2.open(peer);
        Statement s = h2.createStatement();
        ResultSet r =
            s.executeQuery("select * from person_row order by name_key, id limit " + PAGE)) {
      int shown = 0;
      while (r.next()) {
        shown++;
      }
      double took = (System.nanoTime() - began) / 1e9;
      if (shown == 0) {
        throw new IllegalStateException("an empty table");
      }
      return took;
    }
  }

  private interface Waits {
    List<Double> run(int seed);
  }

  private void latency(String what, String note, Waits waits) {
    List<Double> p95 = new ArrayList<>();
    double worst = 0;
    for (int run = 0; run < plan.runs(); run++) {
      double[] all = sorted(waits.run(10 + run));
      p95.add(Pair.percentile(all, 95));
      worst = Math.max(worst, all[all.length - 1]);
    }
    double[] runs = sorted(p95);
    plan.found()
        .accept(
            Measured.plain(
                "d",
                what,
                "ms",
                Pair.middle(runs),
                runs,
                50,
                note + String.format(java.util.Locale.ROOT, "; worst %.0f ms", worst)));
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Types the beginnings of words letter by letter, and takes the first page and the count. */
  private List<Double> filtering(People people, int seed) {
    Random random = new Random(seed);
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < plan.size(60, 10); i++) {
      StringBuilder typed = new StringBuilder();
      for (int letter = 0; letter < 4; letter++) {
        typed.append(
            letter % 2 == 0
                ? "bcdfghjklmnprstvwz".charAt(random.nextInt(18))
                : "aeiou".charAt(random.nextInt(5)));
        long began = System.nanoTime();
        people.page(new ListQuery(typed.toString(), "name", false, 0, PAGE));
        people.count(typed.toString(), 10_000);
        took.add((System.nanoTime() - began) / 1e6);
      }
    }
    return took;
  }

  /** Goes on page by page as the wheel does, in each order that the columns offer. */
  private List<Double> scrolling(People people, int seed) {
    Random random = new Random(seed);
    List<Double> took = new ArrayList<>();
    for (String sort : List.of("name", "wristband", "arrived", "changed")) {
      boolean down = random.nextBoolean();
      Optional<ListQuery.Mark> after = Optional.empty();
      for (int page = 0; page < plan.size(60, 10); page++) {
        long began = System.nanoTime();
        ListPage<People.PersonLine> rows =
            people.page(new ListQuery("", sort, down, after, 0, PAGE));
        took.add((System.nanoTime() - began) / 1e6);
        after = rows.end();
      }
    }
    return took;
  }
}

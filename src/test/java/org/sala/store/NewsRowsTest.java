package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.journal.SegmentJournal;

/** News that are walked through step by step are the same as those of one question for all. */
@ParameterizedClass
@EnumSource(Databases.class)
class NewsRowsTest {
  private static final int CHANGES = 120;
  private static final StationId NOBODY = StationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22");

  @Parameter Databases on;
  @TempDir Path folder;

  @Test
  void everyStepFindsTheSameAsAllAtOnce() throws Exception {
    Histories histories = new Histories(17);
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    try (SegmentJournal journal = histories.journal(there);
        View view = Views.view(on.ready(db), journal);
        Sql sql = view.database().sql()) {
      view.follow(journal.append(histories.changes(CHANGES)));
      for (int step : new int[] {1, 3, 1000}) {
        NewsRows rows = new NewsRows(sql, step);
        for (long after : new long[] {0, 40, CHANGES}) {
          NewsRows.Since since = new NewsRows.Since(after, CHANGES - 10, NOBODY, Optional.empty());
          for (NewsRows.Wanted wanted : NewsRows.Wanted.values()) {
            for (int most : new int[] {1, 4, 1000}) {
              String what = step + " " + since + " " + wanted + " " + most;
              assertThat(rows.about("person", since, wanted, most))
                  .as(what)
                  .isEqualTo(first(about(sql, since, wanted), most));
              assertThat(rows.records("inside", since, wanted, most))
                  .as(what)
                  .extracting(NewsRows.Written::id)
                  .isEqualTo(
                      first(inside(sql, since, wanted), most).stream()
                          .map(NewsRows.About::id)
                          .toList());
            }
          }
        }
      }
    }
  }

  /** So many, and those that stand at the place of the last of them. */
  private static List<NewsRows.About> first(List<NewsRows.About> all, int most) {
    List<NewsRows.About> first = new ArrayList<>();
    for (NewsRows.About a : all) {
      if (first.size() < most || a.sequence() == first.getLast().sequence()) {
        first.add(a);
      }
    }
    return first;
  }

  private static List<NewsRows.About> about(Sql sql, NewsRows.Since since, NewsRows.Wanted wanted) {
    return asked(
        sql,
        since,
        wanted,
        "select v.record o, c.seq q, c.millis t from change_log c join revision v on v.change ="
            + " c.id join record r on r.id = v.record where r.kind = 'person' union all select"
            + " f.target, c.seq, c.millis from change_log c join revision v on v.change = c.id join"
            + " reference f on f.record = v.record and f.name = 'person'");
  }

  private static List<NewsRows.About> inside(
      Sql sql, NewsRows.Since since, NewsRows.Wanted wanted) {
    return asked(
        sql,
        since,
        wanted,
        "select v.record o, c.seq q, c.millis t from change_log c join revision v on v.change ="
            + " c.id join record r on r.id = v.record where r.kind = 'inside'");
  }

  private static List<NewsRows.About> asked(
      Sql sql, NewsRows.Since since, NewsRows.Wanted wanted, String what) {
    return sql.list(
        "select o, max(q) s, max(t) from ("
            + what
            + ") n where q > ? and q <= ? group by o order by s"
            + (wanted == NewsRows.Wanted.LAST ? " desc" : "")
            + ", o",
        r ->
            new NewsRows.About(
                new RecordId(r.getObject(1, UUID.class)), r.getLong(2), r.getLong(3)),
        since.after(),
        since.upTo());
  }
}

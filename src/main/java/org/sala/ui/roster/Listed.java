package org.sala.ui.roster;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.sala.casework.station.Preferences;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.ui.kit.ListWords;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.RowSource;
import org.sala.ui.route.Here;
import org.sala.ui.text.FaultWords;
import org.sala.ui.work.Work;

/** Long lists of what the workspace holds, each remembered as the officer left it. */
public final class Listed {
  /** Where something was typed, nobody needs to know more exactly. */
  private static final int COUNTED = 10_000;

  private Listed() {}

  /** The pages of what is in memory: all at once, as far as anybody may ask for it. */
  static final int WHOLE = 10_000;

  /**
   * Answers for the pages of a list.
   *
   * @param together how many rows make a page; 0 for the usual number
   */
  public record Asked<R>(Function<ListQuery, ListPage<R>> pages, Counted counted, int together) {
    public Asked(Function<ListQuery, ListPage<R>> pages, Counted counted) {
      this(pages, counted, 0);
    }
  }

  /** How many there are, counted no further than asked. */
  public interface Counted {
    int count(String filter, int most);
  }

  /** Keys of the words that differ from list to list: its filter, and how many there are. */
  public record Keys(String filter, String count) {}

  public static <R> LongList<R> of(
      LongList.Made<R> made,
      Keys keys,
      Asked<R> asked,
      Preferences preferences,
      Here here,
      Work.Line line) {
    RememberedColumns remembered = new RememberedColumns(preferences, line);
    return new LongList<>(
        made,
        source(asked, line, here),
        new Said(keys, here),
        remembered.look(made.id()),
        look -> remembered.keep(made.id(), look));
  }

  private static <R> RowSource<R, ListQuery.Mark> source(
      Asked<R> asked, Work.Line line, Here here) {
    return new RowSource<>() {
      @Override
      public int together() {
        return asked.together() == 0 ? RowSource.super.together() : asked.together();
      }

      @Override
      public void page(Wanted<ListQuery.Mark> w, Answer<Page<R, ListQuery.Mark>> answer) {
        ListQuery query =
            new ListQuery(
                w.order().filter(),
                w.order().sort(),
                w.order().descending(),
                w.after(),
                w.offset(),
                w.limit());
        line.act(
            () ->
                w.awaited().getAsBoolean()
                    ? Optional.of(asked.pages().apply(query))
                    : Optional.empty(),
            (Optional<ListPage<R>> page) ->
                page.ifPresent(p -> answer.came(new Page<>(p.rows(), p.end()))),
            e -> answer.failed(FaultWords.of(e, here.work().code(e), here.texts())));
      }

      @Override
      public void count(Order order, BooleanSupplier awaited, Answer<Count> answer) {
        boolean all = order.filter().isEmpty();
        line.act(
            () -> awaited.getAsBoolean() ? asked.counted().count(order.filter(), COUNTED + 1) : -1,
            n -> {
              if (n >= 0) {
                boolean more = !all && n > COUNTED;
                answer.came(new Count(more ? COUNTED : n, more));
              }
            },
            e -> answer.failed(FaultWords.of(e, here.work().code(e), here.texts())));
      }
    };
  }

  /** What a long list says, by the keys of what differs from list to list. */
  private static final class Said extends ColumnTexts implements ListWords {
    private final Keys keys;

    Said(Keys keys, Here here) {
      super(here);
      this.keys = keys;
    }

    @Override
    public String filter() {
      return here.t(keys.filter());
    }

    @Override
    public String reading() {
      return here.t("list.reading");
    }

    @Override
    public String count(RowSource.Count count) {
      return count.more() ? here.t("list.more", count.rows()) : here.t(keys.count(), count.rows());
    }

    @Override
    public String noMatch(String typed) {
      return here.t("list.nomatch", typed);
    }

    @Override
    public String failed() {
      return here.t("list.failed");
    }

    @Override
    public String again() {
      return here.t("list.again");
    }

    @Override
    public String clear() {
      return here.t("list.clear");
    }
  }
}

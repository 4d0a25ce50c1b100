package org.sala.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns share the width of their table in proportion to what each was given, so that a narrow
 * window takes a little from all of them and not everything from the last. A column that is pulled
 * takes from those behind it.
 */
@SuppressWarnings("rawtypes") // The toolkit asks for a callback of its raw type.
final class SharedWidth extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {
  private final Map<TableColumnBase<?, ?>, Double> shares = new WeakHashMap<>();

  @Override
  public Boolean call(TableView.ResizeFeatures asked) {
    return resize((TableView.ResizeFeatures<?>) asked);
  }

  private <S> boolean resize(TableView.ResizeFeatures<S> asked) {
    List<? extends TableColumnBase<S, ?>> columns = asked.getTable().getVisibleLeafColumns();
    double total = asked.getContentWidth();
    if (columns.isEmpty() || total <= 0) {
      return false;
    }
    TableColumnBase<S, ?> pulled = asked.getColumn();
    if (pulled != null) {
      return pull(asked, columns, columns.indexOf(pulled), asked.getDelta());
    }
    double[] wanted = columns.stream().mapToDouble(this::share).toArray();
    double[] least = columns.stream().mapToDouble(TableColumnBase::getMinWidth).toArray();
    double[] widths = shared(wanted, least, total);
    for (int i = 0; i < widths.length; i++) {
      asked.setColumnWidth(columns.get(i), widths[i]);
    }
    return true;
  }

  /** The width that a column was given by whoever remembers it, or by the last pull. */
  double share(TableColumnBase<?, ?> column) {
    return shares.getOrDefault(column, column.getPrefWidth());
  }

  private <S> boolean pull(
      TableView.ResizeFeatures<S> asked,
      List<? extends TableColumnBase<S, ?>> columns,
      int at,
      double by) {
    double[] least = columns.stream().mapToDouble(TableColumnBase::getMinWidth).toArray();
    double[] now = columns.stream().mapToDouble(TableColumnBase::getWidth).toArray();
    double[] pulled = pulled(now, least, at, by);
    if (Arrays.equals(now, pulled)) {
      return false;
    }
    for (int i = 0; i < pulled.length; i++) {
      asked.setColumnWidth(columns.get(i), pulled[i]);
      shares.put(columns.get(i), pulled[i]);
    }
    return true;
  }

  /**
   * Shares a width out.
   *
   * @param wanted what each would have; only the proportions count
   * @param least what each has at least
   */
  static double[] shared(double[] wanted, double[] least, double total) {
    double[] widths = new double[wanted.length];
    boolean[] settled = new boolean[wanted.length];
    boolean again = true;
    while (again) {
      again = false;
      double left = total;
      double sum = 0;
      for (int i = 0; i < wanted.length; i++) {
        left -= settled[i] ? widths[i] : 0;
        sum += settled[i] ? 0 : wanted[i];
      }
      for (int i = 0; i < wanted.length; i++) {
        if (!settled[i]) {
          widths[i] = Math.floor(left * wanted[i] / sum);
          if (widths[i] < least[i]) {
            widths[i] = least[i];
            settled[i] = true;
            again = true;
          }
        }
      }
    }
    double rest = total - Arrays.stream(widths).sum();
    widths[widths.length - 1] =
        Math.max(least[widths.length - 1], widths[widths.length - 1] + rest);
    return widths;
  }

  /** Makes one column wider or narrower; the next ones give or take, the nearest first. */
  static double[] pulled(double[] now, double[] least, int at, double by) {
    double[] widths = now.clone();
    double wish = Math.max(least[at] - now[at], by);
    double open = wish;
    boolean last = at == now.length - 1;
    for (int i = last ? at - 1 : at + 1; i >= 0 && i < now.length; i += last ? -1 : 1) {
      double stays = Math.max(least[i], widths[i] - open);
      open -= widths[i] - stays;
      widths[i] = stays;
    }
    widths[at] += wish - open;
    return widths;
  }
}

package org.sala.ui.roster;

import java.util.List;
import org.sala.ui.kit.LongList;
import org.sala.ui.route.Screen;

/** A screen that is one long list: it is found again as it was left. */
public interface ListScreen extends Screen {
  LongList<?> list();

  @Override
  default void refresh() {
    list().refresh();
  }

  @Override
  default List<LongList<?>> lists() {
    return List.of(list());
  }
}

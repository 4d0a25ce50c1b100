package org.sala.ui.roster;

import java.util.Optional;
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
  default Optional<LongList.Left> left() {
    return Optional.of(list().left());
  }

  @Override
  default void comeBack(LongList.Left left) {
    list().comeBack(left);
  }
}

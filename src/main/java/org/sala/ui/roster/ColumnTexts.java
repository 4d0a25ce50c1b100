package org.sala.ui.roster;

import org.sala.ui.kit.ColumnWords;
import org.sala.ui.route.Here;

/** What the choice of columns is called, the same at every list. */
class ColumnTexts implements ColumnWords {
  final Here here;

  ColumnTexts(Here here) {
    this.here = here;
  }

  @Override
  public String columns() {
    return here.t("list.columns");
  }

  @Override
  public String sort(String title) {
    return here.t("list.sort", title);
  }

  @Override
  public String earlier(String title) {
    return here.t("list.earlier", title);
  }

  @Override
  public String later(String title) {
    return here.t("list.later", title);
  }

  @Override
  public String wider(String title) {
    return here.t("list.wider", title);
  }

  @Override
  public String narrower(String title) {
    return here.t("list.narrower", title);
  }

  @Override
  public String reset() {
    return here.t("list.reset");
  }
}

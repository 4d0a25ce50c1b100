package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The two databases that a view may lie in: what holds of a view is tested on both. */
enum Databases {
  H2 {
    @Override
    ViewDatabase ready(Path folder) {
      return Views.ready(folder);
    }
  },

  POSTGRESQL {
    private final Map<Path, ServerAddress> known = new HashMap<>();

    @Override
    ViewDatabase ready(Path folder) {
      ViewServer.Opening opening =
          ViewServer.open(known.computeIfAbsent(folder, f -> TestServer.database()));
      assertThat(opening).isInstanceOf(ViewServer.Opening.Ready.class);
      return ((ViewServer.Opening.Ready) opening).server();
    }
  };

  /** The view of that folder, made empty the first time. */
  abstract ViewDatabase ready(Path folder);
}

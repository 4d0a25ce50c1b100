package org.sala.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that reads what comes from outside and can be reached without a screen. */
public final class Parsers {
  private Parsers() {}

  /**
   * Returns all parsers, with seeds made anew.
   *
   * @param root an empty folder that they may work in
   */
  public static List<Parser> all(Path root) throws IOException {
    SealedExample example = new SealedExample(root);
    List<Parser> all = new ArrayList<>(new Packages(root, example).parsers());
    all.addAll(new Journals(root, example).parsers());
    all.addAll(new KeyFiles(root).parsers());
    all.addAll(Forms.parsers());
    all.addAll(Catalogues.parsers());
    return List.copyOf(all);
  }
}

package org.sala.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sala.parcel.Finding;

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

  /**
   * Returns the reader of packages made to believe the digests, whatever the entries hold: F9 has
   * to find it.
   *
   * @param root an empty folder that it may work in
   */
  public static Parser believingDigests(Path root) throws IOException {
    return new Packages(root, new SealedExample(root), Set.of(Finding.Code.DIGEST_DIFFERS))
        .parsers().stream().filter(p -> p.name().equals("entry")).findFirst().orElseThrow();
  }
}

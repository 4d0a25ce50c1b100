package org.sala.bench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.form.Catalogue;
import org.sala.form.FormFault;

/** A catalogue from elsewhere, one of its files spoiled and the others as they should be. */
final class Catalogues {
  private static final String FOLDER = "/org/sala/form/catalogues/labour/1/";
  private static final String FORM = "form.xml";
  private static final List<String> FILES = List.of("catalogue.txt", "rules.txt", FORM);

  /** JavaRosa makes much of a small form, and a catalogue reads its form more than once. */
  private static final long BYTES = 1L << 30;

  private static final List<String> WORDS =
      List.of(
          "sala-rules 1",
          "dimension means at /screening/x: means",
          "indicator S1.01 in means: adult strong, child medium, ask now, act",
          "answer /screening/a for S1.01: x = yes, y = no",
          "forms ",
          "reviewed en",
          "../",
          "\r\n",
          ": ",
          ", ");

  private Catalogues() {}

  static List<Parser> parsers() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    for (String name : FILES) {
      try (InputStream in =
          Objects.requireNonNull(Catalogue.class.getResourceAsStream(FOLDER + name))) {
        files.put(name, in.readAllBytes());
      }
    }
    return FILES.stream().filter(n -> !n.equals(FORM)).map(n -> parser(n, files)).toList();
  }

  private static Parser parser(String spoiled, Map<String, byte[]> files) {
    return new Parser(
        spoiled,
        List.of(Objects.requireNonNull(files.get(spoiled))),
        WORDS,
        bytes ->
            Catalogue.read(
                name -> Optional.ofNullable(name.equals(spoiled) ? bytes : files.get(name))),
        List.of(FormFault.class),
        BYTES);
  }
}

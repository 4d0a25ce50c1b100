package org.sala.casework.station;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** A program of its own that types into a form, keeps it, and says each time how far it is. */
public final class DraftingProgram {
  static final String WORDS = "Marked words typed ";

  private DraftingProgram() {}

  public static void main(String[] args) {
    PrintStream out = System.out;
    try (Desk desk = Desks.create(Path.of(args[0]), "Officer One Example", "one")) {
      for (int n = 1; ; n++) {
        desk.drafts().keep("a form", Map.of("title", WORDS + n));
        out.println(n);
        out.flush();
      }
    }
  }
}

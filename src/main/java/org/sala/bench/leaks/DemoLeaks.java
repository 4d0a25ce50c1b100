package org.sala.bench.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.demo.Words;
import org.sala.demo.WorkingNight;

/**
 * Searches a folder in which the demonstration was played for its own words: its cast, its
 * passphrases, and every text that its workspaces show once they are unlocked.
 */
public final class DemoLeaks {
  /** Clear on purpose, and nothing else is: each by its name in the demonstration's folder. */
  private static final List<String> CLEAR =
      List.of(
          // What an outsider needs to check a package, with an identity in clear.
          "check",
          // Pictures of the screens, which are there to be looked at.
          "pictures",
          // The camera's own files, before they were taken in.
          "camera-a",
          "camera-b");

  private static final List<String[]> WORKSPACES =
      List.of(
          new String[] {"headquarters", "zero"},
          new String[] {"agency-elsewhere", "eva"},
          new String[] {"station-a", "a"},
          new String[] {"station-b", "b"},
          new String[] {"station-b-restored", "b"});

  private final Tools tools;
  private final Consumer<String> say;

  public DemoLeaks(Tools tools, Consumer<String> say) {
    this.tools = tools;
    this.say = say;
  }

  /**
   * Searches the demonstration's folder and others (temporary folders, logs).
   *
   * @return whether nothing was found
   */
  public boolean search(Path demo, List<Path> others) throws IOException {
    Set<String> words = words(demo);
    LeakSearch search = new LeakSearch(words);
    Set<Path> clear = new LinkedHashSet<>();
    CLEAR.forEach(c -> clear.add(demo.resolve(c)));
    List<LeakSearch.Leak> leaks = new ArrayList<>(search.folder(demo, clear));
    for (Path other : others) {
      leaks.addAll(search.folder(other, Set.of()));
    }
    // The words of the demonstration are invented: they may be told.
    leaks.forEach(l -> say.accept("\"" + l.word() + "\" in " + l.file() + " (" + l.how() + ")"));
    say.accept(
        search.words()
            + " names, statement words and passphrases looked for in "
            + search.files()
            + " files, "
            + search.bytes() / 1024
            + " KiB; left out as clear on purpose: "
            + String.join(", ", CLEAR)
            + "; found: "
            + leaks.size());
    return leaks.isEmpty();
  }

  private Set<String> words(Path demo) {
    Set<String> words = new LinkedHashSet<>(Words.ofTheCast());
    words.addAll(Words.passphrases());
    for (String[] w : WORKSPACES) {
      Path workspace = demo.resolve(w[0]);
      if (!Files.isDirectory(workspace)) {
        throw new IllegalArgumentException("the demonstration was not played here");
      }
      if (!(new Workplace(workspace, tools).unlock(w[1], WorkingNight.PASSPHRASE.toCharArray())
          instanceof Workplace.Entry.Entered entered)) {
        throw new IllegalStateException("a workspace of the demonstration does not unlock");
      }
      try (Desk desk = entered.desk()) {
        words.addAll(Texts.of(desk));
      }
    }
    return words;
  }
}

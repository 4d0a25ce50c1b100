package org.sala.ui.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.sala.ui.kit.Nodes;

/** Dialogs drawn inside the window; nothing ever waits in a nested loop. */
public interface Dialogs {

  /**
   * Shows content with a verb.
   *
   * @param go does it and says whether the dialog may close; typing stays when it may not
   */
  default void ask(String title, Node content, String verb, Go go) {
    ask("", title, content, verb, go);
  }

  /**
   * Shows content with a verb, in a place where the same is asked about several records.
   *
   * @param about which record this is about: what was typed about one is never offered for another
   */
  void ask(String about, String title, Node content, String verb, Go go);

  /** {@link #askForGood(String, String, Node, String, Go)} where there is only one such thing. */
  default void askForGood(String title, Node content, String verb, Go go) {
    askForGood("", title, content, verb, go);
  }

  /**
   * Asks for what cannot be taken back: the verb says so by its colour, and where nothing has to be
   * typed the keyboard is at the way out, so that Enter alone never does it.
   */
  void askForGood(String about, String title, Node content, String verb, Go go);

  /** Tells something that has to be read. */
  default void tell(String title, String words) {
    tell(title, Nodes.label(words));
  }

  /** Tells something that has to be read and is more than words. */
  void tell(String title, Node content);

  /** A short line that goes away by itself. */
  void notice(String words);

  /** A file to read. */
  Optional<Path> openFile(String title);

  /** Files to read; none where nothing was chosen. */
  List<Path> openFiles(String title);

  /** A file to write. */
  Optional<Path> saveFile(String title, String name);

  /** A folder, such as a stick. */
  Optional<Path> folder(String title);

  /** What the verb does. */
  interface Go {
    boolean go();
  }
}

package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * A column of a table or of a long list.
 *
 * @param key by which it is remembered; never shown
 * @param sort what the list is asked to sort by when its head is clicked; empty where it cannot
 * @param shows what a row shows in it
 */
public record Column<R>(
    String key, String title, double width, Optional<String> sort, Shows<R> shows) {

  /** What a cell is made of. */
  public sealed interface Shows<R> {
    /** Words, dressed in style classes. */
    record Words<R>(Function<R, String> words, List<String> classes) implements Shows<R> {}

    /** A node, made only for the rows in sight. */
    record Nodes<R>(Function<R, Node> node) implements Shows<R> {}
  }

  public static <R> Column<R> words(
      String key, String title, double width, Function<R, String> words, String... classes) {
    return new Column<>(
        key, title, width, Optional.empty(), new Shows.Words<>(words, List.of(classes)));
  }

  public static <R> Column<R> nodes(
      String key, String title, double width, Function<R, Node> node) {
    return new Column<>(key, title, width, Optional.empty(), new Shows.Nodes<>(node));
  }

  /** Returns this column, which a list can be sorted by. */
  public Column<R> sortedBy(String key) {
    return new Column<>(this.key, title, width, Optional.of(key), shows);
  }
}

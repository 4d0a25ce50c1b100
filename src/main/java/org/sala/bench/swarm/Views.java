package org.sala.bench.swarm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.journal.Position;
import org.sala.store.Backing;
import org.sala.store.View;
import org.sala.store.ViewFile;

/** Views in memory, used again from history to history: their schema is made once. One thread. */
final class Views implements AutoCloseable {
  private final Deque<View> free = new ArrayDeque<>();
  private final Map<View, Reader> readers = new HashMap<>();

  /** How a view that is used again reads bodies of whichever journal it follows now. */
  private static final class Reader {
    private volatile Bodies bodies = at -> Optional.empty();
    private volatile Supplier<Set<StationId>> answering = Set::of;
    private volatile Supplier<Set<StationId>> deciding = Set::of;
  }

  /** Reads a revision back from a journal. */
  interface Bodies {
    Optional<Revision> at(Position place);
  }

  /** An empty one. */
  View take(Bodies bodies, Supplier<Set<StationId>> answering, Supplier<Set<StationId>> deciding) {
    View view = free.isEmpty() ? made() : free.pop();
    reader(view).bodies = bodies;
    reader(view).answering = answering;
    reader(view).deciding = deciding;
    return view;
  }

  private View made() {
    Reader reader = new Reader();
    View view =
        new View(
            ViewFile.inMemory(new java.security.SecureRandom()),
            new Backing(
                at -> reader.bodies.at(at),
                () -> reader.answering.get(),
                () -> reader.deciding.get()),
            Optional.empty());
    readers.put(view, reader);
    return view;
  }

  private Reader reader(View view) {
    return java.util.Objects.requireNonNull(readers.get(view));
  }

  void giveBack(View view) {
    view.clear();
    free.push(view);
  }

  @Override
  public void close() {
    readers.keySet().forEach(View::close);
  }
}

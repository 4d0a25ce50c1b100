package org.sala.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Progress;

/**
 * Work that may take minutes, one piece after the other, beside everything else: the screens go on
 * answering, and each piece shows how far it is and can be stopped. FX thread only, but for the
 * work itself.
 */
public final class LongWork {
  private static final long TELL_EVERY_NANOS = 100_000_000;

  private final Executor lane;
  private final Executor home;
  private final FaultLog faults;
  private final Consumer<Exception> failed;
  private final ObservableList<Piece> pieces = FXCollections.observableArrayList();
  private Supplier<Consumer<Runnable>> telling = () -> Runnable::run;
  private volatile boolean closed;

  LongWork(Executor lane, Executor home, FaultLog faults, Consumer<Exception> failed) {
    this.faults = faults;
    this.lane = lane;
    this.home = home;
    this.failed = failed;
  }

  /** A lane of its own: one thread, which goes away when there is nothing to do. */
  static Executor ownLane() {
    ThreadPoolExecutor lane =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            r -> {
              Thread thread = new Thread(r, "sala-long-lane");
              thread.setDaemon(true);
              return thread;
            });
    lane.allowCoreThreadTimeOut(true);
    return lane;
  }

  /** How far a piece is. */
  public record Mark(long done, long of) {
    /** Returns how far it is from 0 to 1, or -1 before anything is known. */
    public double part() {
      return of <= 0 ? -1 : Math.min(1, (double) done / of);
    }
  }

  /** One piece of work, waiting or under way. */
  public static final class Piece implements Progress {
    private final String title;
    private final Executor home;
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(new Mark(0, 0));
    private volatile boolean stopped;
    private long told;

    private Piece(String title, Executor home) {
      this.title = title;
      this.home = home;
    }

    public String title() {
      return title;
    }

    public ReadOnlyObjectProperty<Mark> mark() {
      return mark.getReadOnlyProperty();
    }

    public void stop() {
      stopped = true;
    }

    @Override
    public void done(long bytes, long ofBytes) {
      long now = System.nanoTime();
      if (now - told > TELL_EVERY_NANOS || bytes == ofBytes) {
        told = now;
        home.execute(() -> mark.set(new Mark(bytes, ofBytes)));
      }
    }

    @Override
    public boolean stopped() {
      return stopped;
    }
  }

  /** What waits and what is under way, in order. */
  public ObservableList<Piece> pieces() {
    return pieces;
  }

  /**
   * Has somebody say when what the work comes to is told.
   *
   * @param whenBegun asked as a piece begins; what it returns runs the telling, now or later
   */
  public void toldBy(Supplier<Consumer<Runnable>> whenBegun) {
    telling = whenBegun;
  }

  /**
   * Puts work at the end of the line.
   *
   * @param then hears what came of it, also when the screen that asked was left meanwhile; not
   *     while somebody else looks at the screen
   */
  public <T> void start(String title, Function<Progress, T> work, Consumer<T> then) {
    Piece piece = new Piece(title, home);
    Consumer<Runnable> tells = telling.get();
    pieces.add(piece);
    lane.execute(
        () -> {
          try {
            if (!closed) {
              T value = work.apply(piece);
              end(piece, tells, () -> then.accept(value));
            }
          } catch (Throwable t) {
            faults.note(t);
            end(piece, tells, () -> failed.accept(Broken.told(t)));
            Broken.handOn(t);
          }
        });
  }

  private void end(Piece piece, Consumer<Runnable> tells, Runnable then) {
    home.execute(
        () -> {
          pieces.remove(piece);
          tells.accept(
              () -> {
                if (!closed) {
                  then.run();
                }
              });
        });
  }

  /**
   * Tells everything to stop, and does not wait for it: what stands on the screen goes at once.
   * Whoever wipes the keys waits, {@linkplain Work#untilQuiet beside} the screen.
   */
  public void close() {
    closed = true;
    pieces.forEach(Piece::stop);
  }
}

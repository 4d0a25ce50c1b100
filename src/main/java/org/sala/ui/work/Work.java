package org.sala.ui.work;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.FaultLog;

/**
 * Runs work beside the FX thread and brings the answer back to it. Nothing is ever interrupted; a
 * closed place gets no answer, and an older answer never overwrites a newer one. What was to be
 * done and failed is always told.
 */
public final class Work {
  /** One in a process: what an earlier shell began is waited for by the last. */
  private static final Executor LONG_LANE = LongWork.ownLane();

  private final Executor lane;
  private final Executor beside;
  private final Executor longLane;
  private final Executor home;
  private final FaultLog faults;
  private final Consumer<Exception> failed;
  private final LongWork longWork;
  private volatile boolean ended;
  private Unread unread = (fault, whose) -> false;
  private @Nullable Gesture gesture;
  private boolean making;

  /** What is asked of the lane in one go on the FX thread, and whether any of it failed. */
  public static final class Gesture {
    private volatile boolean failed;

    /** Known on the lane, behind what was asked. */
    public boolean failed() {
      return failed;
    }
  }

  Work(
      Executor lane,
      Executor beside,
      Executor longLane,
      Executor home,
      FaultLog faults,
      Consumer<Exception> failed) {
    this.lane = lane;
    this.beside = beside;
    this.longLane = longLane;
    this.home = home;
    this.faults = faults;
    this.failed = failed;
    this.longWork = new LongWork(longLane, home, faults, failed);
  }

  /**
   * Work on a lane of the session.
   *
   * @param faults where they are written down, also those that nobody is told of any more
   * @param failed hears of faults on the FX thread
   */
  public static Work on(Executor lane, FaultLog faults, Consumer<Exception> failed) {
    return new Work(lane, Work::thread, LONG_LANE, Platform::runLater, faults, failed);
  }

  /** Work that is done at once where it is asked for: for pictures and tests. */
  public static Work atOnce(FaultLog faults, Consumer<Exception> failed) {
    return new Work(Runnable::run, Runnable::run, Runnable::run, Runnable::run, faults, failed);
  }

  /** The code by which a fault is found in the log; empty where it was an answer and no fault. */
  public Optional<String> code(Exception e) {
    return faults.note(Broken.of(e));
  }

  /** Tells of a fault as of any that has no place of its own. FX thread only. */
  public void failed(Exception e) {
    failed.accept(e);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "sala-beside");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Long work beside everything else, in a thread of its own; whoever closes the session has it
   * stopped. Its answer belongs to no place and always comes.
   */
  public <T> void beside(Callable<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
    beside.execute(
        () -> {
          try {
            T value = work.call();
            home.execute(() -> then.accept(value));
          } catch (Throwable t) {
            faults.note(t);
            home.execute(() -> otherwise.accept(Broken.told(t)));
            Broken.handOn(t);
          }
        });
  }

  /** Work that may take minutes, shown below every screen until it is done or stopped. */
  public LongWork longWork() {
    return longWork;
  }

  /**
   * Tells what takes long to stop, because somebody locks; what has not begun never does. What was
   * to be gone on with has been named before it was asked for.
   */
  public void end() {
    ended = true;
    longWork.close();
  }

  /** Whether somebody has locked since. */
  public boolean isEnded() {
    return ended;
  }

  /** Returns where long work waits its turn, for what works by itself. */
  public Executor longLane() {
    return longLane;
  }

  /**
   * Waits until nothing long runs any more, whichever screen began it: the keys are wiped next.
   * Never on the FX thread.
   */
  public void untilQuiet() {
    CompletableFuture<Boolean> quiet = new CompletableFuture<>();
    longLane.execute(() -> quiet.complete(true));
    quiet.join();
  }

  /** Has somebody hear on the FX thread of something that happened on another. */
  public void tell(Runnable news) {
    home.execute(news);
  }

  /** Runs something on the FX thread, and looks at what it asks of the lane. */
  public Gesture gesture(Runnable asking) {
    Gesture before = gesture;
    Gesture mine = new Gesture();
    gesture = mine;
    try {
      asking.run();
    } finally {
      gesture = before;
    }
    return mine;
  }

  /** Has somebody hear of each question that got no answer, before its fault is told. */
  public void whenUnread(Unread hears) {
    unread = hears;
  }

  /** Makes a page: the first line that is drawn meanwhile is its own. */
  public void page(Runnable makes) {
    making = true;
    try {
      makes.run();
    } finally {
      making = false;
    }
  }

  /** One place's line of questions: closing it silences what is still on its way. */
  public Line line() {
    Line line = new Line(making ? Unread.Whose.PAGE : Unread.Whose.OTHER);
    making = false;
    return line;
  }

  /** A line of what stands around every page: nobody asked, so no window is opened for a fault. */
  public Line around() {
    return new Line(Unread.Whose.AROUND);
  }

  /** Questions of one screen. */
  public final class Line {
    private Unread.Whose whose;
    private volatile boolean closed;
    private long asked;

    private Line(Unread.Whose whose) {
      this.whose = whose;
    }

    /** Asks; an answer to an earlier question of the same line is dropped. FX thread only. */
    public <T> void ask(Callable<T> question, Consumer<T> answer) {
      long mine = ++asked;
      lane.execute(
          () -> {
            try {
              T value = question.call();
              home.execute(
                  () -> {
                    if (!closed && mine == asked) {
                      read();
                      answer.accept(value);
                    }
                  });
            } catch (Throwable t) {
              faults.note(t);
              home.execute(() -> notRead(Broken.told(t), mine == asked));
              Broken.handOn(t);
            }
          });
    }

    private void read() {
      if (whose == Unread.Whose.PAGE) {
        whose = Unread.Whose.OTHER;
      }
    }

    /**
     * @param last whether nothing was asked since: a later answer shows what this one would have
     */
    private void notRead(Exception e, boolean last) {
      if (closed || last && unread.told(e, whose)) {
        return;
      }
      failed.accept(e);
    }

    /** Does something whose answer always counts, however much is asked meanwhile. */
    public <T> void act(Callable<T> work, Consumer<T> then) {
      on(lane, work, then, failed);
    }

    /**
     * Does something whose answer always counts, where a fault has a place of its own on the
     * screen.
     *
     * @param otherwise hears of a fault instead of everybody's window for them
     */
    public <T> void act(Callable<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
      on(lane, work, then, otherwise);
    }

    /**
     * Does what may take minutes, one after the other in a lane of its own: what is saved meanwhile
     * does not queue behind it. It is not stopped when the screen is left, and asks {@link
     * Work#isEnded} now and then.
     */
    public <T> void actLong(Callable<T> work, Consumer<T> then) {
      on(
          begun ->
              longLane.execute(
                  () -> {
                    if (!ended) {
                      begun.run();
                    }
                  }),
          work,
          then,
          failed);
    }

    private <T> void on(
        Executor where, Callable<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
      Gesture of = gesture;
      where.execute(
          () -> {
            try {
              T value = work.call();
              home.execute(
                  () -> {
                    if (!closed) {
                      then.accept(value);
                    }
                  });
            } catch (Throwable t) {
              faults.note(t);
              if (of != null) {
                of.failed = true;
              }
              home.execute(() -> told(Broken.told(t), otherwise));
              Broken.handOn(t);
            }
          });
    }

    /** What was to be done and was not is told even where its place is gone. */
    private void told(Exception e, Consumer<Exception> otherwise) {
      if (!closed) {
        otherwise.accept(e);
      } else if (!ended) {
        failed.accept(e);
      }
    }

    public void close() {
      closed = true;
    }
  }
}

package org.sala.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;

/** A program of its own that appends changes, follows them, and says each one aloud. */
public final class FollowingProgram {
  private FollowingProgram() {}

  public static void main(String[] args) {
    PrintStream out = System.out;
    Path folder = Path.of(args[0]);
    Sample sample = new Sample(System.nanoTime());
    try (SegmentJournal journal = sample.open(folder.resolve("journal"));
        View view = Views.view(Views.ready(folder.resolve("db")), journal)) {
      while (true) {
        view.follow(journal.append(List.of(sample.change(4))));
        out.println(view.applied());
        out.flush();
      }
    }
  }
}

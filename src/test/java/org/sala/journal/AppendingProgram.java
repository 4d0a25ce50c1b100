package org.sala.journal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A program of its own that appends changes and says each one aloud once the journal has it. */
public final class AppendingProgram {
  private AppendingProgram() {}

  public static void main(String[] args) {
    PrintStream out = System.out;
    Sample sample = new Sample(System.nanoTime());
    try (SegmentJournal journal = sample.open(Path.of(args[0]))) {
      boolean tooEarly = args.length > 1;
      while (true) {
        var change = sample.change(2);
        if (tooEarly) {
          out.println(change.id());
          out.flush();
        }
        journal.append(List.of(change));
        out.println(change.id());
        out.flush();
      }
    }
  }
}

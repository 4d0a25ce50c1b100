package org.sala.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Tools;
import org.sala.domain.RecordId;

/**
 * The program that is killed while somebody types in it: it keeps a sentence letter by letter and
 * never comes to its end. Each letter that is on disk is one byte on its output.
 */
public final class Typing {
  /** What is typed behind the words that stand there. */
  static final String SENTENCE =
      " The door to the stairs was locked from outside, and the key hung where nobody of us was";

  /**
   * How many letters are kept before anybody kills the program; it rubs out no further back than
   * here.
   */
  static final int KEPT = 40;

  /** The field of the statement. */
  static final String FIELD = "translation";

  private Typing() {}

  /** Arguments: the workspace, the officer's handle, the statement. */
  public static void main(String[] args) throws IOException {
    type(Tools.shipped(Clock.system(ZoneId.systemDefault()), new SecureRandom()), args);
  }

  /** Types with other tools. Arguments: the workspace, the officer's handle, the statement. */
  public static void type(Tools tools, String... args) throws IOException {
    if (!(new Workplace(Path.of(args[0]), tools)
            .unlock(args[1], WorkingNight.PASSPHRASE.toCharArray())
        instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("the workspace does not open");
    }
    try (Desk desk = entered.desk();
        OutputStream kept = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
      type(desk, RecordId.of(args[2]), kept);
    }
  }

  private static void type(Desk desk, RecordId statement, OutputStream kept) throws IOException {
    Statements.Page page = desk.statements().page(statement);
    String words = page.text(FIELD);
    Map<String, Drafts.Stood> stood =
        Map.of(FIELD, new Drafts.Stood(words, Cases.seen(page.fields()).by(FIELD)));
    int length = 0;
    int step = 1;
    while (true) {
      length += step;
      desk.drafts()
          .keep(form(statement), Map.of(FIELD, words + SENTENCE.substring(0, length)), stood);
      kept.write('.');
      if (length == SENTENCE.length() - 1) {
        step = -1;
      } else if (length == KEPT) {
        step = 1;
      }
    }
  }

  /** The name under which the screen of a statement keeps what is typed. */
  static String form(RecordId statement) {
    return "statement " + statement;
  }
}

package org.sala.casework.search;

import java.util.Optional;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** Something that was found by what was typed, and what a row shows of it. */
public sealed interface Found {
  /** Returns the id of the record that was found. */
  RecordId id();

  /** A case, by its number or a word of its title. */
  record Case(Cases.CaseLine line) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }

    @Override
    public String toString() {
      return "Case[" + id() + "]";
    }
  }

  /** A person, by number, name, alias or document. */
  record Person(People.PersonLine line) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }

    @Override
    public String toString() {
      return "Person[" + id() + "]";
    }
  }

  /**
   * A statement, by its number, which is told of one case only.
   *
   * @param caseNumber the number of its case; a dash where that is not here
   */
  record Statement(Statements.Line line, String caseNumber) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }
  }

  /** A screening, by the number of whose it is or by the code on the card that was given. */
  record Screening(Screenings.Line line) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }
  }

  /** A filled form, by the number of whose it is. */
  record Form(Forms.Line line) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }
  }

  /** A referral, by the number of its return slip. It is on the page of its person. */
  record Referral(RecordId id, String slip, RecordId person, String number) implements Found {}

  /**
   * Somebody who may still be inside, by name.
   *
   * @param caseId a case that whoever named them has a part in
   * @param site what the name of the site comes to; empty where none was named
   */
  record Inside(StillInside.Line line, Optional<RecordId> caseId, String site) implements Found {
    @Override
    public RecordId id() {
      return line.id();
    }

    @Override
    public String toString() {
      return "Inside[" + id() + "]";
    }
  }

  /** An exhibit, by its number or a word of its title. */
  record Exhibit(RecordId id, String number, String title) implements Found {
    @Override
    public String toString() {
      return "Exhibit[" + id + "]";
    }
  }

  /**
   * A package, by its number.
   *
   * @param outgoing whether it was sealed here
   * @param at when it was sealed here or came
   */
  record Parcel(
      RecordId id,
      boolean outgoing,
      long sequence,
      String purpose,
      PackageState state,
      Optional<Moment> at)
      implements Found {}
}

package org.sala.form;

import java.math.BigDecimal;

/** One possible answer, in the question's own terms. */
sealed interface Term {
  /** Returns whether an answer is this one. */
  boolean covers(Answer answer);

  /** A choice of the question. */
  record Choice(String code) implements Term {
    @Override
    public boolean covers(Answer answer) {
      return switch (answer) {
        case Answer.Chosen c -> c.code().equals(code);
        case Answer.Several s -> s.codes().contains(code);
        default -> false;
      };
    }
  }

  /** A number that is not below this one. */
  record AtLeast(BigDecimal number) implements Term {
    @Override
    public boolean covers(Answer answer) {
      return answer instanceof Answer.Amount a && a.number().compareTo(number) >= 0;
    }
  }

  /** A number below this one. */
  record Below(BigDecimal number) implements Term {
    @Override
    public boolean covers(Answer answer) {
      return answer instanceof Answer.Amount a && a.number().compareTo(number) < 0;
    }
  }
}

package org.sala.ui.kit;

/** What a long list says, in the language of its officer. */
public interface ListWords extends ColumnWords {
  String filter();

  String reading();

  String count(RowSource.Count count);

  String noMatch(String typed);

  String clear();

  /** Returns the words that the rows could not be read; why stands behind them. */
  String failed();

  String again();
}

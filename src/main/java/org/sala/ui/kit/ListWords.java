package org.sala.ui.kit;

/** What a long list says, in the language of its officer. */
public interface ListWords extends ColumnsBar.Words {
  String filter();

  String columns();

  String reading();

  String count(RowSource.Count count);

  String noMatch(String typed);

  String clear();

  /** That the rows could not be read; why stands behind it. */
  String failed();

  String again();
}

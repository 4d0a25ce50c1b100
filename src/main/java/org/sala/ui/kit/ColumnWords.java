package org.sala.ui.kit;

/** What the choice of columns is called, in the language of its officer. */
public interface ColumnWords {
  String columns();

  /** What a button does to the column of that title; the same for the next ones. */
  String sort(String title);

  String earlier(String title);

  String later(String title);

  String wider(String title);

  String narrower(String title);

  String reset();
}

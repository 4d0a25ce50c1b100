package org.sala.form;

import java.util.Set;

/**
 * One indicator as a rule file weighs it, still without its words.
 *
 * @param line of the rule file
 */
record IndicatorRule(
    String code,
    String dimension,
    boolean definesMeans,
    boolean definesPurpose,
    boolean showsAct,
    boolean underEighteen,
    Strength adult,
    Strength child,
    AskIn askIn,
    Set<Care> care,
    int line) {}

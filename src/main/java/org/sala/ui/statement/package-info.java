/** A statement, from its first word to its closing and what adds to it. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.statement;

/** Practising: the invented people, what was practised, the score, and how officers agree. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.practice;

/**
 * Practising with invented people: who is there, what was asked, the score, and how officers agree.
 * Where work is done there is nothing of it.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.practice;

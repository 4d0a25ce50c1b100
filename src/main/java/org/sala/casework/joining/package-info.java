/**
 * Where two laptops wrote different things: shown with all that is known, and decided by people.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.joining;

/**
 * Erasing a case or a person for good. May use station, people, house and packages. Called in the
 * lane for saving, by one thread at a time.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.erasing;

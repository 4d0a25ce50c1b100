/**
 * How versions of one record come together: pure functions over revisions.
 *
 * <p>Each field is a multi-value register: its versions are the values that nobody who knew them
 * has replaced. Order comes from parents alone; clocks play no part. Uses {@code domain}.
 */
@org.jspecify.annotations.NullMarked
package org.sala.merge;

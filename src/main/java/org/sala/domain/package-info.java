/**
 * What Sala speaks of: ids, values, partial dates, kinds and their fields, revisions and changes.
 *
 * <p>Uses nothing else of Sala. Everything here is an immutable value and may be used by any
 * thread.
 */
@org.jspecify.annotations.NullMarked
package org.sala.domain;

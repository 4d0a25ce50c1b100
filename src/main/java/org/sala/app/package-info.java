/**
 * The composition root: what runs on which thread, and who is handed what. {@code Main} is the
 * door; everything else is put together here and nowhere else.
 */
@org.jspecify.annotations.NullMarked
package org.sala.app;

/**
 * Searches whole folders for words that must lie readable nowhere, in every shape in which a
 * program might have let them slip.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.leaks;

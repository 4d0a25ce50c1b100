/** Deciding between versions of one record that two laptops wrote. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.joining;

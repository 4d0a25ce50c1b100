/** Saving what is printed: one warning, one place, one way to tell what came of it. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.paper;

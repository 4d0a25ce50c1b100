/** What leaves and what comes. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.packages;

/** Headquarters at a glance. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.overview;

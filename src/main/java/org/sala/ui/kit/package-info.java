/** Widgets that know nothing of cases. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.kit;

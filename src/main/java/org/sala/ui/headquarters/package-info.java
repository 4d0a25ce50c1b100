/** What only headquarters has: what came, the stations, and founding it. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.headquarters;

/** Who is still inside, by site and building. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.inside;

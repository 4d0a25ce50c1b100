/** The frame around the screens, and the only package that knows them all. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.shell;

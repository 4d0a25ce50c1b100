/** Places as data, moving between them, dialogs inside the window. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.route;

/** Words and formats: every string a person sees comes from here. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.text;

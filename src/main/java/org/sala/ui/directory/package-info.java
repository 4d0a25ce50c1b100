/** The directory of services. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.directory;

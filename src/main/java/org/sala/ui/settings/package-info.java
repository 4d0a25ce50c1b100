/** Officers, recovery sheet, enrolment, look and language. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.settings;

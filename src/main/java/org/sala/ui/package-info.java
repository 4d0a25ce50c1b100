/** The desktop. Screens read through {@code casework} and never see each other. */
@org.jspecify.annotations.NullMarked
package org.sala.ui;

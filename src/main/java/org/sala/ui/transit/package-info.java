/**
 * What both ends of the traffic of packages show: how far, what it is worth, where it stands, and
 * who gives a second word for what gives trust.
 */
@org.jspecify.annotations.NullMarked
package org.sala.ui.transit;

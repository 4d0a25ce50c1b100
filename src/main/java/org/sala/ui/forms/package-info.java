/**
 * Forms filled in on screen: whatever the engine runs, one question at a time. May use casework and
 * form. FX thread only.
 */
@org.jspecify.annotations.NullMarked
package org.sala.ui.forms;

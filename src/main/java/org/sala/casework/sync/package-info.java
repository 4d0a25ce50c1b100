/**
 * Carrying by itself: the carriers that an officer has set up, and the rounds that send what is
 * sealed and take in what has come. One thread a carrier, none of them the screen's; the import
 * door and the packages' own rules decide as if somebody did it by hand.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.sync;

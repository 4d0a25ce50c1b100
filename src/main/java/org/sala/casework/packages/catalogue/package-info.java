/**
 * Catalogues on their way: forms and code lists are taken from a folder at headquarters, sealed for
 * every station, and in force wherever they have come; with them, who looks into officials. {@link
 * org.sala.casework.packages.catalogue.CatalogueDelivery} is the door.
 *
 * <p>Uses {@code receipt}, {@code seal}, exhibits, keys and screening. Runs in the caller's thread.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.catalogue;

/**
 * What follows for a person: referrals and the directory of services, being told of an outcome and
 * the second look, the dossier on non-punishment.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.protection;

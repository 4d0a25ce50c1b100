package org.sala.vault;

import org.sala.crypto.ObjectFacts;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * An attachment that lies encrypted in the workspace: whose it is, and what was counted.
 *
 * @param id 32 hexadecimal digits, bound into its encryption, so that no other object of the same
 *     scope can stand for it
 */
public record StoredObject(ScopeId scope, Compartment compartment, String id, ObjectFacts facts) {}

package org.sala.journal;

import java.util.List;
import java.util.Optional;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/** Where the journal gets the keys of scopes from. */
public interface ScopeKeyring {

  /** A compartment of a scope, whose key is wanted. */
  record Wanted(ScopeId scope, Compartment compartment) {}

  /** The key; empty where it is not held or was erased. The caller closes it. */
  Optional<Secret> find(ScopeId scope, Compartment compartment);

  /** Makes missing keys durable before a change uses them, in one write. */
  void ensure(List<Wanted> wanted);
}

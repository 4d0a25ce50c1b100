package org.sala.casework.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.protection.Referral;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Kinds;

/**
 * What may go to another agency, read from the table of kinds and fields; what is not named here
 * stays. A screening, a dossier, who is kept apart, who fears what, who is still inside: none of it
 * is another agency's to read in a copy.
 */
final class RedactionRules {
  /** Kinds of records that are copied, in the order in which they are shown and written. */
  static final List<String> COPIED =
      List.of("case", "person", "involvement", "finding", "statement", "exhibit", "custody");

  /** Fields in which somebody else's number or name stands, whatever their type. */
  private static final Set<String> NAMING_OTHERS =
      Set.of("interpreter", "readBackBy", "present", "from", "to");

  private RedactionRules() {}

  static Optional<Field> field(String kind, String key) {
    return Kinds.find(kind).flatMap(k -> k.field(key));
  }

  static boolean isProtected(String kind, String family) {
    return Kinds.find(kind).stream()
        .flatMap(k -> k.fields().stream())
        .anyMatch(f -> f.key().equals(family) && f.compartment() == Compartment.PROTECTION);
  }

  /** Why a field stays by itself, before anybody has said anything; references apart. */
  static Optional<Redaction.Why> why(Field field) {
    if (field.compartment() == Compartment.PROTECTION) {
      return Optional.of(Redaction.Why.PROTECTED);
    }
    if (NAMING_OTHERS.contains(field.key())) {
      return Optional.of(Redaction.Why.OTHERS);
    }
    return switch (field.type()) {
      case TEXT -> Optional.of(Redaction.Why.FREE_TEXT);
      case FILE -> Optional.of(Redaction.Why.FILE);
      default -> Optional.empty();
    };
  }

  static boolean isReference(Field field) {
    return field.type() == FieldType.REFERENCE;
  }

  /** The fields of a person that a referral tells when this was ticked. */
  static Set<String> told(Referral.Item item) {
    return switch (item) {
      case NUMBER -> Set.of("wristband");
      case LANGUAGE -> Set.of("language");
      // It stands in the referral itself.
      case NEED -> Set.of();
      case AGE -> Set.of("birth");
      case NAME -> Set.of("name", "alias");
      case CONTACT -> Set.of("contact", "safeContact");
      case HEALTH -> Set.of("health");
      // What somebody told is handed over in words, by people.
      case ACCOUNT -> Set.of();
    };
  }
}

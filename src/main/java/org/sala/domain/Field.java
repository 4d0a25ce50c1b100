package org.sala.domain;

/**
 * One declared field.
 *
 * @param key the word in revisions; a family of elements (join {@link Join#SET}) has keys {@code
 *     key/<element>}
 * @param sensitive names or points to a person: redacted in exports unless asked for
 * @param since the version of Sala that first wrote it
 */
public record Field(
    String key,
    FieldType type,
    Join join,
    Compartment compartment,
    boolean sensitive,
    String since) {

  public Field {
    if (!key.matches("[a-z][A-Za-z]*")) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "field key");
    }
  }

  /** A field of the investigation that points to nobody. */
  static Field open(String key, FieldType type, Join join) {
    return new Field(key, type, join, Compartment.INVESTIGATION, false, "0.1");
  }

  /** A field of the investigation that names or points to a person. */
  static Field named(String key, FieldType type, Join join) {
    return new Field(key, type, join, Compartment.INVESTIGATION, true, "0.1");
  }

  /** A protected field. */
  static Field safe(String key, FieldType type, Join join) {
    return new Field(key, type, join, Compartment.PROTECTION, true, "0.1");
  }

  /** The key of one element of this family. */
  public String element(String id) {
    return key + "/" + id;
  }

  /** Whether a key of a revision belongs to this field. */
  public boolean covers(String flatKey) {
    return join == Join.SET ? flatKey.startsWith(key + "/") : flatKey.equals(key);
  }
}

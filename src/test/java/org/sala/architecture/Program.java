package org.sala.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Sala as it was compiled, without its tests; read once for all rules. */
final class Program {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("test-classes"))
          .importPackages("org.sala");

  private Program() {}
}

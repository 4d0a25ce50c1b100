package org.sala.bench.machine;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Where this program's classes lie: what a machine of its own is started with. */
public final class ClassPath {
  private final List<Path> entries;

  private ClassPath(List<Path> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Returns the class path that this program was started with; a jar that only names others stands
   * for them.
   */
  public static ClassPath ofThisProgram() throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      all.add(path);
      if (Files.isRegularFile(path)) {
        all.addAll(named(path));
      }
    }
    return new ClassPath(all.stream().filter(Files::exists).toList());
  }

  private static List<Path> named(Path jar) throws IOException {
    List<Path> named = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getManifest() != null) {
        String others = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (others != null) {
          for (String other : others.strip().split(" +", -1)) {
            named.add(Path.of(jar.toUri().resolve(other)));
          }
        }
      }
    }
    return named;
  }

  /**
   * Returns this class path with every folder packed into a jar: a cache of classes takes nothing
   * else.
   */
  public ClassPath inJars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        pack(entry, jar);
        jars.add(jar);
      } else {
        jars.add(entry);
      }
    }
    return new ClassPath(jars);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        var files = Files.walk(classes)) {
      for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(f).toString().replace(File.separatorChar, '/')));
        Files.copy(f, out);
        out.closeEntry();
      }
    }
  }

  @Override
  public String toString() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }
}

package org.billetterie.e2e.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Packs [UnguardedStockAgent] into a jar of its own, as a JVM wants it.
final class AgentJar {
  private AgentJar() {}

  static Path write(Path folder) {
    Path jar = folder.resolve("unguarded-stock.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", UnguardedStockAgent.class.getName());
    String base = UnguardedStockAgent.class.getName().replace('.', '/');
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String name :
          List.of(base + ".class", base + "$Unguarding.class", base + "$Nothing.class")) {
        out.putNextEntry(new JarEntry(name));
        try (InputStream bytes = AgentJar.class.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(out);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return jar;
  }
}

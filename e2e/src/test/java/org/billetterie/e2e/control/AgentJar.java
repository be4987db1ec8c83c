package org.billetterie.e2e.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Packs an agent into a jar of its own, as a JVM wants it.
final class AgentJar {
  private AgentJar() {}

  /// @param agent the class with `premain`; its nested classes go with it
  /// @param others further classes that it needs
  static Path write(Path folder, Class<?> agent, Class<?>... others) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
    List<Class<?>> classes = new ArrayList<>(List.of(agent, AgentJar.class));
    classes.addAll(List.of(agent.getDeclaredClasses()));
    classes.addAll(List.of(others));
    return pack(folder.resolve(agent.getSimpleName() + ".jar"), manifest, classes);
  }

  static Path pack(Path jar, Manifest manifest, List<Class<?>> classes) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> each : classes) {
        String name = each.getName().replace('.', '/') + ".class";
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

  static byte[] transformed(byte[] bytes, ClassLoader loader, ClassTransform change) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    return classes.transformClass(classes.parse(bytes), change);
  }
}

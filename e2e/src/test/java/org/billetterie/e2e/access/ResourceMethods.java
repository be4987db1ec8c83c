package org.billetterie.e2e.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.billetterie.e2e.stack.Stack;

/// The routes as they are compiled into a service: every method that JAX-RS would serve.
final class ResourceMethods {
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private ResourceMethods() {}

  /// @param service `auth` or `webd`
  static SortedSet<Route> of(String service) {
    SortedSet<Route> routes = new TreeSet<>();
    Path app = Stack.ROOT.resolve(service + "/target/quarkus-app/app");
    try (Stream<Path> jars = Files.list(app)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        read(jar, routes);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return routes;
  }

  private static void read(Path path, SortedSet<Route> routes) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      var classes = jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
      for (var entry : classes) {
        addTo(routes, ClassFile.of().parse(jar.getInputStream(entry).readAllBytes()));
      }
    }
  }

  private static void addTo(SortedSet<Route> routes, ClassModel resource) {
    Optional<String> root = path(resource);
    if (root.isEmpty()) {
      return;
    }
    for (MethodModel method : resource.methods()) {
      for (Annotation annotation : annotations(method)) {
        String verb = simpleName(annotation);
        if (VERBS.contains(verb)) {
          routes.add(new Route(verb, join(root.get(), path(method).orElse(""))));
        }
      }
    }
  }

  private static Optional<String> path(AttributedElement element) {
    return annotations(element).stream()
        .filter(annotation -> "Path".equals(simpleName(annotation)))
        .flatMap(annotation -> annotation.elements().stream())
        .map(value -> ((AnnotationValue.OfString) value.value()).stringValue())
        .findFirst();
  }

  private static List<Annotation> annotations(AttributedElement element) {
    return element
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(all -> all.annotations().stream().filter(ResourceMethods::isJaxRs).toList())
        .orElse(List.of());
  }

  private static boolean isJaxRs(Annotation annotation) {
    return annotation.className().stringValue().startsWith("Ljakarta/ws/rs/");
  }

  private static String simpleName(Annotation annotation) {
    String name = annotation.className().stringValue();
    return name.substring(name.lastIndexOf('/') + 1, name.length() - 1);
  }

  private static String join(String root, String rest) {
    String path = ("/" + root + "/" + rest).replaceAll("/+", "/");
    return withoutPatterns(
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /// `{id:[0-9]{4}}` is `{id}`.
  private static String withoutPatterns(String path) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean inPattern = false;
    for (char c : path.toCharArray()) {
      depth += c == '{' ? 1 : 0;
      inPattern |= depth > 0 && c == ':';
      depth -= c == '}' ? 1 : 0;
      inPattern &= depth > 0;
      if (!inPattern) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}

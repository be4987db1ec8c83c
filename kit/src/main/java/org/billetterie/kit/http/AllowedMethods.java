package org.billetterie.kit.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which methods a path takes, and of which template it is. The framework's router looks at one
/// class of resources at a time, so it takes a path that another class has for an unknown one, and
/// never says what is allowed.
@Singleton
public class AllowedMethods {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  private final List<Known> paths = new ArrayList<>();

  AllowedMethods(BeanManager beans) {
    Map<String, SortedSet<String>> templates = new LinkedHashMap<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
        for (Method method : bean.getBeanClass().getDeclaredMethods()) {
          verbs(method)
              .forEach(verb ->
                  templates
                      .computeIfAbsent(RouteFilter.template(method), path -> new TreeSet<>())
                      .add(verb));
        }
      }
    }
    templates.forEach((template, methods) -> {
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      paths.add(new Known(template, pattern(template), methods));
    });
  }

  /// Empty for a path that no resource has.
  SortedSet<String> of(String path) {
    SortedSet<String> allowed = new TreeSet<>();
    matching(path).forEach(known -> allowed.addAll(known.methods()));
    return allowed;
  }

  /// The template of a path, for the log: `/api/tickets/{id}`.
  Optional<String> template(String path) {
    return matching(path).map(Known::template).findFirst();
  }

  private Stream<Known> matching(String path) {
    return paths.stream().filter(known -> known.pattern().matcher(path).matches());
  }

  static Pattern pattern(String template) {
    List<String> fixed = new ArrayList<>();
    for (String part : PARAMETER.split(template, -1)) {
      fixed.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join("[^/]+", fixed) + "/?");
  }

  private static List<String> verbs(Method method) {
    List<String> verbs = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        verbs.add(verb.value());
      }
    }
    return verbs;
  }

  private record Known(String template, Pattern pattern, SortedSet<String> methods) {}
}

package org.billetterie.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads settings by name and remembers everything that is wrong with them, so that an operator
/// sees all mistakes at once instead of one a start.
public final class Settings {
  private final Function<String, Optional<String>> source;
  private final List<String> mistakes = new ArrayList<>();

  private Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /// @param source answers the value of a name, empty where it is not set
  public static Settings of(Function<String, Optional<String>> source) {
    return new Settings(name -> source.apply(name).filter(value -> !value.isBlank()));
  }

  public static Settings ofEnvironment() {
    return of(name -> Optional.ofNullable(System.getenv(name)));
  }

  public String text(String name, String otherwise) {
    return source.apply(name).orElse(otherwise);
  }

  public Optional<String> text(String name) {
    return source.apply(name);
  }

  public Optional<Path> path(String name) {
    return source.apply(name).map(Path::of);
  }

  public int integer(String name, int otherwise, int min, int max) {
    Optional<String> value = source.apply(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get().strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with the bounds.
    }
    mistake(name, "must be a whole number from " + min + " to " + max);
    return otherwise;
  }

  /// `true`, `on`, `1` or `false`, `off`, `0`.
  public boolean flag(String name) {
    String value = source.apply(name).orElse("false");
    return switch (value) {
      case "true", "on", "1" -> true;
      case "false", "off", "0" -> false;
      default -> {
        mistake(name, "must be true, on, false or off");
        yield false;
      }
    };
  }

  /// The value of NAME, or the first line of the file that NAME_FILE names.
  public Optional<String> secret(String name) {
    Optional<String> file = source.apply(name + "_FILE");
    if (file.isEmpty()) {
      return source.apply(name);
    }
    try (var lines = Files.lines(Path.of(file.get()))) {
      return lines.findFirst();
    } catch (IOException | RuntimeException unreadable) {
      mistake(name + "_FILE", "cannot be read: " + file.get());
      return Optional.empty();
    }
  }

  /// A JDBC URL of an engine that is supported.
  public String databaseUrl(String name, String otherwise) {
    String url = text(name, otherwise);
    if (url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:")) {
      mistake(name, "names MySQL, which is not supported: use jdbc:sqlite: (see docs/adr)");
    } else if (!url.startsWith("jdbc:sqlite:")) {
      mistake(name, "must begin with jdbc:sqlite:");
    }
    return url;
  }

  public void mistake(String name, String reason) {
    mistakes.add(name + " " + reason);
  }

  public List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  /// @throws IllegalStateException naming every mistake
  public void orThrow() {
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException("settings: " + String.join("; ", mistakes));
    }
  }
}

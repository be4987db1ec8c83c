package org.billetterie.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Style is a test: what CONTRIBUTING.md asks of sources and pages, over the whole repository.
class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int FILE_LINES_MAX = 500;
  private static final int FILE_LINES_WISHED = 300;
  private static final int FUNCTION_LINES_MAX = 70;
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".tools", ".ci", "target", "node_modules", "dist");
  private static final Pattern REMINDER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern WAIT = Pattern.compile("\\bThread" + "\\.sleep\\(");
  private static final Pattern PRINT = Pattern.compile("\\bSystem" + "\\.(out|err)\\b");
  private static final Pattern NOT_PLAIN =
      Pattern.compile("^\\s*((rewrite|alias|ssi|slice)\\b|location\\s+~|\"?~|set\\s.*\\$[0-9])");
  private static final Pattern CLASS =
      Pattern.compile(
          "`((?:kit|auth|webd|e2e)/[\\w/…]*?[a-z]+/[A-Z]\\w+|[\\w/…]*[a-z]+/[A-Z]\\w+\\.java)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /// A line with parentheses and an open brace, or a declaration whose parameters follow.
  private static final Pattern BEGIN =
      Pattern.compile("[^(]*\\(.*\\{|\\s+(?!return |new )([\\w<>\\[\\],? ]+ )?\\w+\\(");

  private static final TreeMap<String, List<String>> FILES = read();

  /// Programs that people run in a terminal: there, printing is the answer.
  private static final Set<String> TERMINAL =
      Set.of("Main.java", "Verify.java", "AdminCommand.java");

  @Test
  void keepsFilesShort() {
    List<String> tooLong = new ArrayList<>();
    sources()
        .forEach((name, lines) -> {
          if (lines.size() > FILE_LINES_MAX) {
            tooLong.add(name + ": " + lines.size() + " lines");
          } else if (lines.size() > FILE_LINES_WISHED) {
            System.out.println("tidy: long, " + lines.size() + " lines: " + name);
          }
        });
    assertThat(tooLong).isEmpty();
  }

  @Test
  void keepsFunctionsShort() {
    assertThat(
            findings(
                name -> name.matches(".*\\.(java|js|svelte|sh)|bin/[a-z]+"),
                (lines, at) -> blockLength(lines, at) > FUNCTION_LINES_MAX))
        .isEmpty();
  }

  /// The measure itself, on a function that is one line too long.
  @Test
  void measuresFromTheFirstLineOfAFunctionToItsBrace() {
    List<String> lines = new ArrayList<>(List.of("  void tooLong(", "      int a) {"));
    for (int i = 0; i < FUNCTION_LINES_MAX - 2; i++) {
      lines.add(i % 2 == 0 ? "    if (a > 0) {" : "    }");
    }
    lines.add("  }");
    assertThat(blockLength(lines, 0)).isEqualTo(FUNCTION_LINES_MAX + 1);
  }

  @Test
  void leavesNoReminderInSources() {
    assertThat(matches(name -> isSource(name) || name.endsWith(".md"), REMINDER)).isEmpty();
  }

  /// A test that waits a while is slow when all is well and fails when the machine is busy: wait
  /// for what you need instead (e2e waits for processes, and does it in one place).
  @Test
  void waitsForNothingByTheClock() {
    assertThat(matches(name -> name.endsWith(".java") && !name.startsWith("e2e/"), WAIT)).isEmpty();
  }

  @Test
  void printsInTerminalProgramsOnly() {
    Predicate<String> service =
        name ->
            name.matches("(kit|auth|webd)/src/main/java/.*")
                && !TERMINAL.contains(name.substring(name.lastIndexOf('/') + 1));
    assertThat(matches(service, PRINT)).isEmpty();
  }

  /// The directives of nginx that its gravest faults were in; what captures could carry, too.
  @Test
  void keepsNginxPlain() {
    assertThat(matches(name -> name.endsWith(".conf"), NOT_PLAIN)).isEmpty();
    assertThat(NOT_PLAIN.matcher("  ~^/api/(.*) $1;").find()).isTrue();
    assertThat(NOT_PLAIN.matcher("    alias /srv;").find()).isTrue();
  }

  @Test
  void explainsEveryPackage() {
    List<String> silent =
        FILES.keySet().stream()
            .filter(name -> name.matches("[a-z0-9]+/src/main/java/.*\\.java"))
            .map(name -> name.substring(0, name.lastIndexOf('/')) + "/package-info.java")
            .distinct()
            .filter(name -> !FILES.containsKey(name))
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void givesEveryPageATitle() {
    List<String> untitled =
        FILES.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".md"))
            .filter(file -> file.getValue().stream().noneMatch(line -> line.startsWith("# ")))
            .map(file -> file.getKey())
            .toList();
    assertThat(untitled).isEmpty();
  }

  @Test
  void linksFromPagesToWhatIsThere() {
    List<String> broken = new ArrayList<>();
    FILES.forEach((name, lines) -> {
      if (name.endsWith(".md")) {
        Matcher links = LINK.matcher(String.join("\n", lines));
        while (links.find()) {
          String target = links.group(1).replaceFirst("#.*", "");
          boolean outside = target.contains(":") || target.isEmpty();
          if (!outside && !Files.exists(ROOT.resolve(name).resolveSibling(target))) {
            broken.add(name + " -> " + target);
          }
        }
      }
    });
    assertThat(broken).isEmpty();
  }

  /// `webd/sale/Stock`, `sale/Stock.java`: a class that has moved is found by nobody.
  @Test
  void namesClassesOnPagesByTheFolderTheyAreIn() {
    List<String> lost = new ArrayList<>();
    FILES.forEach((name, lines) -> {
      Matcher named = CLASS.matcher(name.endsWith(".md") ? String.join("\n", lines) : "");
      while (named.find()) {
        String[] path = named.group(1).replace(".java", "").split("/");
        String place = "/" + path[path.length - 2] + "/" + path[path.length - 1] + ".java";
        if (FILES.keySet().stream().noneMatch(file -> file.endsWith(place))) {
          lost.add(name + " -> " + named.group());
        }
      }
    });
    assertThat(lost).isEmpty();
  }

  @Test
  void keepsBothReadmesShortAndAlike() {
    List<String> english = FILES.get("README.md");
    List<String> french = FILES.get("README.fr.md");
    assertThat(english).hasSizeLessThanOrEqualTo(100);
    assertThat(french).hasSizeLessThanOrEqualTo(100);
    assertThat(english.getFirst()).contains("(README.fr.md)");
    assertThat(french.getFirst()).contains("(README.md)");
    assertThat(script(french)).isEqualTo(script(english)).contains("set -euo pipefail");
    assertThat(headings(french)).isEqualTo(headings(english));
  }

  /// kit is for what both services need; it does not grow into a third service.
  @Test
  void keepsKitSmall() {
    int lines =
        FILES.entrySet().stream()
            .filter(file -> file.getKey().startsWith("kit/src/main/java/"))
            .mapToInt(file -> file.getValue().size())
            .sum();
    assertThat(lines).isLessThanOrEqualTo(2_500);
  }

  /// From the line at `start` to the line that closes its brace, if it begins a function or block.
  private static int blockLength(List<String> lines, int start) {
    String first = lines.get(start);
    int indent = indentOf(first);
    boolean type = first.matches(".*\\b(class|record|enum|interface|describe)\\b.*");
    boolean begins = BEGIN.matcher(first).matches();
    if (!begins || type || first.strip().startsWith("//")) {
      return 0;
    }
    for (int end = start + 1; end < lines.size(); end++) {
      String line = lines.get(end);
      if (!line.isBlank() && indentOf(line) <= indent) {
        return line.strip().startsWith("}") || line.strip().startsWith(")") ? end - start + 1 : 0;
      }
    }
    return 0;
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String script(List<String> readme) {
    int start = readme.indexOf("```bash by-curl");
    return String.join(
        "\n", readme.subList(start, readme.subList(start, readme.size()).indexOf("```") + start));
  }

  private static long headings(List<String> readme) {
    return readme.stream().filter(line -> line.startsWith("## ")).count();
  }

  private static List<String> matches(Predicate<String> names, Pattern banned) {
    return findings(names, (lines, at) -> banned.matcher(lines.get(at)).find());
  }

  private static List<String> findings(Predicate<String> names, Check check) {
    List<String> found = new ArrayList<>();
    FILES.forEach((name, lines) -> {
      for (int at = 0; names.test(name) && at < lines.size(); at++) {
        if (check.fails(lines, at)) {
          found.add(name + ":" + (at + 1) + ": " + lines.get(at).strip());
        }
      }
    });
    return found;
  }

  private static TreeMap<String, List<String>> sources() {
    TreeMap<String, List<String>> sources = new TreeMap<>(FILES);
    sources.keySet().removeIf(name -> !isSource(name));
    return sources;
  }

  private static boolean isSource(String name) {
    return name.matches(".*\\.(java|js|svelte|css|sh|conf|sql)|bin/[a-z]+");
  }

  private static TreeMap<String, List<String>> read() {
    TreeMap<String, List<String>> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName().toString();
              boolean world = folder.getParent().equals(ROOT) && name.startsWith("data");
              return NOT_OURS.contains(name) || world
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = ROOT.relativize(file).toString();
              if (isSource(name) || name.endsWith(".md")) {
                try (Stream<String> lines = Files.lines(file)) {
                  files.put(name, lines.toList());
                }
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return files;
  }

  private interface Check {
    boolean fails(List<String> lines, int at);
  }
}

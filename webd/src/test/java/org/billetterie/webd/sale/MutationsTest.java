package org.billetterie.webd.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The tests of this package are worth something: where its code is changed, one of them fails
/// (PIT). Of the update of the stock and the limits, no change survives.
@Tag("long")
class MutationsTest {
  private static final double KILLED_LEAST = 0.85;
  private static final long MINUTES_MAX = 20;

  /// Whatever is changed here oversells, or lets somebody have more than others may.
  private static final Set<String> GUARDS =
      Set.of("checkLimits", "checkStock", "checkRow", "take", "takeAll", "move", "moveRow", "plus");

  @TempDir private Path folder;

  @Test
  void atLeast85PercentAreKilledAndNoneOfTheGuards()
      throws IOException, InterruptedException, ParserConfigurationException, SAXException {
    List<Mutant> mutants = mutants("org.billetterie.webd.sale.*Test");
    print("mutations", mutants);
    assertThat(mutants).filteredOn(mutant -> !mutant.killed() && mutant.guards()).isEmpty();
    assertThat(killed(mutants)).isGreaterThanOrEqualTo(KILLED_LEAST);
  }

  @Test
  void controlWithoutTheTestsOfTheRuleItsMutantsSurvive()
      throws IOException, InterruptedException, ParserConfigurationException, SAXException {
    List<Mutant> mutants = mutants("org.billetterie.webd.sale.StockTest");
    mutants.removeIf(mutant -> !mutant.type().endsWith(".Decision"));
    print("control: mutations of the rule", mutants);
    assertThat(mutants)
        .filteredOn(mutant -> !mutant.killed() && mutant.method().equals("checkLimits"))
        .isNotEmpty();
    assertThat(killed(mutants)).isLessThan(KILLED_LEAST);
  }

  /// @param tests those that may kill
  private List<Mutant> mutants(String tests)
      throws IOException, InterruptedException, ParserConfigurationException, SAXException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path output = folder.resolve("pit.out");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of("-cp", classPath, "org.pitest.mutationtest.commandline.MutationCoverageReport"));
    Map<String, String> options = new TreeMap<>();
    options.put("targetClasses", "org.billetterie.webd.sale.*");
    options.put("targetTests", tests);
    options.put("excludedGroups", "long");
    options.put("sourceDirs", Path.of("src", "main", "java").toAbsolutePath().toString());
    options.put("reportDir", folder.toString());
    options.put("outputFormats", "XML");
    options.put("timestampedReports", "false");
    options.put("threads", "2");
    options.put("jvmArgs", "--enable-native-access=ALL-UNNAMED");
    options.forEach((name, value) -> words.addAll(List.of("--" + name, value)));
    Process pit =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(pit.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).as("PIT ends").isTrue();
    } finally {
      pit.descendants().forEach(ProcessHandle::destroy);
      pit.destroy();
    }
    assertThat(pit.exitValue()).as(Files.readString(output)).isZero();
    return read(folder.resolve("mutations.xml"));
  }

  private static List<Mutant> read(Path report)
      throws IOException, ParserConfigurationException, SAXException {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element each = (Element) all.item(i);
      mutants.add(
          new Mutant(
              text(each, "mutatedClass"),
              text(each, "mutatedMethod"),
              text(each, "lineNumber"),
              text(each, "description"),
              Boolean.parseBoolean(each.getAttribute("detected"))));
    }
    return mutants;
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }

  private static double killed(List<Mutant> mutants) {
    return (double) mutants.stream().filter(Mutant::killed).count() / mutants.size();
  }

  private static void print(String what, List<Mutant> mutants) {
    System.out.printf("%s: %.1f %% of %d killed%n", what, 100 * killed(mutants), mutants.size());
    mutants.stream().filter(mutant -> !mutant.killed()).forEach(System.out::println);
  }

  /// One change of the code.
  private record Mutant(String type, String method, String line, String change, boolean killed) {
    boolean guards() {
      return GUARDS.contains(method);
    }

    @Override
    public String toString() {
      String name = type.substring(type.lastIndexOf('.') + 1);
      return "  survived: " + name + "." + method + ":" + line + " " + change;
    }
  }
}

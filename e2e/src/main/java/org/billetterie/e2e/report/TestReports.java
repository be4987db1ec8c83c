package org.billetterie.e2e.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.billetterie.e2e.report.TestResult.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads what test runners leave behind: JUnit XML (Surefire, Vitest), and bin/test's own list of
/// checks (name, verdict, seconds and reason, separated by tabs).
final class TestReports {
  private TestReports() {}

  /// @param places folders of XML files, XML files, or `.tsv` files; what does not exist is left
  ///   out
  static List<TestResult> read(List<Path> places) throws IOException {
    List<TestResult> found = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          for (Path file :
              files.filter(each -> each.toString().endsWith(".xml")).sorted().toList()) {
            found.addAll(xml(file));
          }
        }
      } else if (place.toString().endsWith(".tsv") && Files.exists(place)) {
        Files.readAllLines(place).forEach(line -> found.add(check(line)));
      } else if (Files.exists(place)) {
        found.addAll(xml(place));
      }
    }
    return found;
  }

  static List<TestResult> xml(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      NodeList cases =
          factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
      List<TestResult> found = new ArrayList<>();
      for (int i = 0; i < cases.getLength(); i++) {
        found.add(testCase((Element) cases.item(i)));
      }
      return found;
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException("cannot read " + file, unreadable);
    }
  }

  private static TestResult testCase(Element each) {
    // A class whose set-up failed has no method.
    String method = each.getAttribute("name");
    boolean java = !each.getAttribute("classname").contains(".test.");
    String name =
        each.getAttribute("classname") + "#" + (java ? withoutParameters(method) : method);
    String time = each.getAttribute("time").replace(",", "");
    double seconds = time.isEmpty() ? 0 : Double.parseDouble(time);
    NodeList skipped = each.getElementsByTagName("skipped");
    if (skipped.getLength() > 0) {
      String why = ((Element) skipped.item(0)).getAttribute("message");
      return new TestResult(
          name, seconds, Verdict.SKIPPED, why.isEmpty() ? "no reason given" : why);
    }
    boolean failed =
        each.getElementsByTagName("failure").getLength() > 0
            || each.getElementsByTagName("error").getLength() > 0;
    return new TestResult(name, seconds, failed ? Verdict.FAILED : Verdict.PASSED, "");
  }

  /// `method(Stack)` and `method(int)[2]` are runs of `method`.
  private static String withoutParameters(String method) {
    return method.replaceFirst("[(\\[{].*$", "").strip();
  }

  private static TestResult check(String line) {
    String[] cells = line.split("\t", -1);
    return new TestResult(
        cells[0], Double.parseDouble(cells[2]), Verdict.valueOf(cells[1]), cells[3]);
  }
}

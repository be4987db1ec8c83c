package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Plain http away from localhost: closed, unless whoever runs it opens it to a network of theirs.
@Execution(ExecutionMode.CONCURRENT)
class AddressTest {
  private static final URI PUBLIC = URI.create("http://billets.example");
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("^ +(http://[0-9.]+:[0-9]+)$", Pattern.MULTILINE);

  @Test
  void plainHttpIsClosedAndSaysWhyUntilItIsOpenedToTheLan() {
    try (Stack stack = Stack.start(StackSettings.demo().with("PUBLIC_URL", PUBLIC))) {
      int port = stack.url().getPort();
      try (Chromium chromium =
          Chromium.start("--host-resolver-rules=MAP billets.example 127.0.0.1:" + port)) {
        for (Language language : Language.values()) {
          readWhyItIsClosed(chromium, language);
        }
        stack.stop();
        stack.addOption("--lan");
        stack.startAgain();
        URI lan = addressOnTheLan(stack);
        buyOnTheLan(chromium, lan);
        readTheBanner(chromium, lan);
      }
    }
  }

  private static void readWhyItIsClosed(Chromium chromium, Language language) {
    try (Visit visit = plain(chromium, PUBLIC, Device.PHONE, language)) {
      visit.open("/sign-in");
      Locator closed = visit.page().locator("[role=alert]");
      assertThat(closed)
          .containsText(visit.say("La connexion est fermée à cette adresse", "Sign-in is closed"));
      assertThat(closed).containsText("https");
      assertThat(closed).containsText("--lan");
      assertThat(visit.field("password")).hasCount(0);
      visit.screen("sign-in closed").open("/");
      assertThat(visit.page().locator(".poster").first()).isVisible();
    }
  }

  private static void buyOnTheLan(Chromium chromium, URI lan) {
    try (Visit visit = plain(chromium, lan, Device.PHONE, Language.FR)) {
      new Demo(visit).signIn("Acheteur", "Buyer").buyAnEvening();
      assertThat(visit.context().cookies()).noneMatch(cookie -> cookie.secure);
      assertThat(visit.page().locator(".banner--warning")).hasCount(0);
    }
  }

  private static void readTheBanner(Chromium chromium, URI lan) {
    try (Visit visit = plain(chromium, lan, Device.DESK, Language.EN)) {
      new Demo(visit).signIn("Organisateur", "Organizer");
      assertThat(visit.page().locator(".banner--warning")).containsText("without https");
      visit.screen("banner for organizers");
    }
  }

  /// Chromium says that it leaves out a header that means something on trustworthy origins only.
  private static Visit plain(Chromium chromium, URI at, Device device, Language language) {
    return chromium
        .visit(at, device, language)
        .expectError("Cross-Origin-Opener-Policy header has been ignored");
  }

  /// The machine's own address, as bin/up prints it above its warning.
  private static URI addressOnTheLan(Stack stack) {
    Until.holds("--lan warns", Duration.ofMinutes(1), () -> stack.upSaid().contains("--lan"));
    Matcher printed = OWN_ADDRESS.matcher(stack.upSaid());
    assumeTrue(printed.find(), "the machine has no address but loopback");
    return URI.create(printed.group(1));
  }
}

package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One reader's window, with storage and cookies of its own. Every screen that a test shows to
/// [#screen] is looked at; closing the window fails where axe, the content security policy or the
/// console had anything to say, or where a page asked anybody else for anything.
final class Visit implements AutoCloseable {
  /// Chromium reports each violation of the policy on the console; this adds those that it keeps to
  /// itself.
  private static final String REPORT_POLICY =
      "addEventListener('securitypolicyviolation', "
          + "(e) => console.error('CSP', e.violatedDirective, e.blockedURI, e.sourceFile))";

  private final BrowserContext context;
  private Page page;
  private final URI address;
  private final Device device;
  private final Language language;
  private final ScreenReport screens;
  private final List<String> elsewhere = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  private final boolean script;

  Visit(Browser browser, URI address, Device device, Language language) {
    this(browser, address, device, language, true);
  }

  /// @param script whether JavaScript is on
  Visit(Browser browser, URI address, Device device, Language language, boolean script) {
    this.script = script;
    this.address = address;
    this.device = device;
    this.language = language;
    this.screens = new ScreenReport(language);
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setLocale(language.locale())
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(language == Language.FR ? ColorScheme.LIGHT : ColorScheme.DARK)
                .setJavaScriptEnabled(script)
                .setIgnoreHTTPSErrors(true));
    context.setDefaultTimeout(Chromium.PATIENCE_MS);
    context.addInitScript(REPORT_POLICY);
    context.addInitScript(ScreenReport.SCRIPT);
    context.onRequest(request -> {
      URI asked = URI.create(request.url().split("[?#]", 2)[0]);
      if (!"data".equals(asked.getScheme()) && !sameOrigin(asked)) {
        elsewhere.add(request.url());
      }
    });
    context.onConsoleMessage(message -> {
      if ("error".equals(message.type())) {
        errors.add(message.text() + " (" + message.location() + ")");
      }
    });
    context.onWebError(error -> errors.add("not caught: " + error.error()));
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /// Closes the tab and opens another in the same browser.
  Visit newTab() {
    page.close();
    page = context.newPage();
    return this;
  }

  /// The same text in the reader's language.
  String say(String french, String english) {
    return language.say(french, english);
  }

  Visit open(String path) {
    page.navigate(address.resolve(path).toString());
    return this;
  }

  /// The buttons that are called exactly this.
  Locator button(String french, String english) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(french, english)).setExact(true));
  }

  /// The buttons whose name begins with this, where the rest counts something.
  Locator buttonFrom(String french, String english) {
    Pattern name = Pattern.compile("^" + say(french, english));
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator link(String french, String english) {
    return page.getByRole(
        AriaRole.LINK, new Page.GetByRoleOptions().setName(say(french, english)).setExact(true));
  }

  Locator field(String name) {
    return page.locator("form [name='" + name + "']");
  }

  Locator problem(String slug) {
    return page.locator("[data-problem='" + slug + "']");
  }

  /// Goes somewhere by the navigation, which is folded on a phone.
  Visit navigate(String french, String english) {
    Locator menu = button("Menu", "Menu");
    if (menu.isVisible() && "false".equals(menu.getAttribute("aria-expanded"))) {
      menu.click();
    }
    page.getByRole(AriaRole.BANNER)
        .getByRole(
            AriaRole.LINK,
            new Locator.GetByRoleOptions().setName(say(french, english)).setExact(true))
        .click();
    return this;
  }

  Visit signIn(String email, String password) {
    open("/sign-in");
    field("email").fill(email);
    field("password").fill(password);
    page.locator("form")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(say("Se connecter", "Sign in")))
        .click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  /// Lets axe look at what is on the screen now. After a step back, banners stand before their page
  /// has come: the heading is waited for, which every page has.
  ///
  /// @param name for the list that the test prints
  Visit screen(String name) {
    assertThat(page.locator("main h1").first()).isVisible();
    screens.look(page, name);
    return this;
  }

  /// The console says of each refusal that it was one; the test says which ones it provoked.
  Visit expect(int status) {
    return expectError("status of " + status + " ");
  }

  Visit expectError(String words) {
    expected.add(Pattern.compile(Pattern.quote(words)));
    return this;
  }

  /// What a button of the page has copied.
  String copied() {
    context.grantPermissions(List.of("clipboard-read"));
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  private boolean sameOrigin(URI asked) {
    return address.getScheme().equals(asked.getScheme())
        && address.getAuthority().equals(asked.getAuthority());
  }

  @Override
  public void close() {
    // What the browser still has to say arrives before this answer.
    if (script) {
      page.evaluate("new Promise((done) => setTimeout(done))");
    }
    context.close();
    errors.removeIf(error -> expected.stream().anyMatch(each -> each.matcher(error).find()));
    screens.assertClean(language + " " + device.width() + "x" + device.height());
    if (!errors.isEmpty()) {
      throw new AssertionError("the console has errors: " + errors);
    }
    if (!elsewhere.isEmpty()) {
      throw new AssertionError("somebody else was asked: " + elsewhere);
    }
  }
}

package org.billetterie.auth.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.billetterie.kit.config.Settings;
import org.billetterie.kit.http.InternalOnly;

/// `bin/admin create|reset-password|promote EMAIL`: asks the auth that runs on this machine.
///
/// Reads AUTH_PORT, AUTH_HOST and HOP_SECRET (or HOP_SECRET_FILE). Ends with 0 when it was done, 1
/// when auth refused, 2 when it was called wrongly or auth does not answer.
public final class AdminCommand {
  private static final Set<String> COMMANDS = Set.of("create", "reset-password", "promote");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ResourceBundle texts;
  private final Settings settings;
  private final PrintStream out;
  private final PrintStream err;

  AdminCommand(Settings settings, Locale locale, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.texts = ResourceBundle.getBundle("messages/admin", locale);
    this.out = out;
    this.err = err;
  }

  public static void main(String... arguments) {
    Settings settings = Settings.ofEnvironment();
    // bin/ has set LC_ALL for itself; SPOKEN is the language of who typed the command.
    String language =
        settings
            .text("SPOKEN")
            .or(() -> settings.text("LC_ALL"))
            .or(() -> settings.text("LANG"))
            .orElse("");
    Locale locale = language.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
    System.exit(new AdminCommand(settings, locale, System.out, System.err).run(arguments));
  }

  int run(String... arguments) {
    if (arguments.length != 2 || !COMMANDS.contains(arguments[0])) {
      err.println(texts.getString("usage"));
      return 2;
    }
    int port = settings.integer("AUTH_PORT", 3001, 1, 65_535);
    String secret = settings.secret("HOP_SECRET").orElse("");
    if (secret.isEmpty()) {
      settings.mistake("HOP_SECRET", texts.getString("no-secret"));
    }
    if (!settings.mistakes().isEmpty()) {
      settings.mistakes().forEach(err::println);
      return 2;
    }
    URI address =
        URI.create(
            "http://%s:%d/internal/admin/%s"
                .formatted(settings.text("AUTH_HOST", "127.0.0.1"), port, arguments[0]));
    return ask(address, secret, arguments[0], arguments[1]);
  }

  private int ask(URI address, String secret, String command, String email) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("Accept-Language", texts.getString("language"))
              .header(InternalOnly.HEADER, secret)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      JSON.writeValueAsString(Map.of("email", email))))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return print(command, email, answer);
    } catch (IOException unreachableOrNotAuth) {
      err.println(texts.getString("no-answer").formatted(address.getPort()));
      return 2;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private int print(String command, String email, HttpResponse<String> answer)
      throws JsonProcessingException {
    JsonNode body = JSON.readTree(answer.body());
    if (answer.statusCode() != 200) {
      String reason =
          answer.statusCode() == 404
              ? texts.getString("no-account").formatted(email)
              : body.path("detail").asText();
      err.println(reason);
      body.path("errors").forEach(error -> err.println(error.path("detail").asText()));
      return 1;
    }
    out.println(texts.getString(command).formatted(body.at("/account/email").asText()));
    if (body.hasNonNull("password")) {
      out.println(texts.getString("password").formatted(body.get("password").asText()));
    }
    return 0;
  }
}

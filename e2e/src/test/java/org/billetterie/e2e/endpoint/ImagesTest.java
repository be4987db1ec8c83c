package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Picture;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.edge.Raw;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `/api/images`, and what refers to them.
@ExtendWith(SharedStack.class)
class ImagesTest {
  private static final String SEND = "/api/images?for=cover";
  private static final int AT_A_TIME = 8;

  @Test
  void isDrawnAnewAndShownForEverUnderItsAddress(Stack stack) {
    Api organizer = new Accounts(stack).organizer().account().api();
    byte[] sent = Picture.random(900, 700).png();

    // What the header says of it does not matter.
    Answer made = organizer.post(SEND, sent, "Content-Type", "image/x-nothing").expect(201);
    assertThat(made.header("location")).isEqualTo(made.text("/url"));
    assertThat(made.text("/url")).matches("/api/images/[0-9a-f]{64}");
    assertThat(organizer.post(SEND, sent, "Content-Type", "image/png").text("/id"))
        .as("the same image has the same address")
        .isEqualTo(made.text("/id"));
    Api visitor = new Api(stack.url());
    // The second time the door has kept it.
    for (String path : List.of(made.text("/url"), made.text("/smallUrl"), made.text("/url"))) {
      Answer shown = visitor.get(path).expect(200);
      assertThat(shown.header("content-type")).isEqualTo("image/jpeg");
      assertThat(shown.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(shown.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(shown.header("cross-origin-resource-policy")).isEqualTo("same-origin");
      assertThat(shown.header("content-security-policy")).startsWith("default-src 'none'");
    }
    visitor.get("/api/images/" + "0".repeat(64)).expect(404, "not-found");
    assertThat(visitor.get("/api/images/" + "0".repeat(64)).header("cache-control"))
        .isEqualTo("no-store");
    visitor.get("/api/images/../images/x").expect(404, "not-found");
  }

  @Test
  void whatIsNoImageIsRefusedWhateverItSaysOfItself(Stack stack) {
    Api organizer = new Accounts(stack).organizer().account().api();
    String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (String type : List.of("image/svg+xml", "image/png", "image/jpeg; charset=x")) {
      organizer.post(SEND, svg, "Content-Type", type).expect(422, "not-an-image");
    }
    byte[] png = Picture.random().png();
    organizer.post(SEND, png, "Content-Type", "image/gif").expect(201);
    organizer.post(SEND, png, "Content-Type", "text/html").expect(415);
    organizer.post(SEND, svg).expect(415, "unsupported-media-type");
    organizer.post("/api/images", png, "Content-Type", "image/png").expect(422, "invalid-fields");
    Answer large =
        organizer.post(SEND, new byte[9_000_000], "Content-Type", "image/png").expect(413);
    assertThat(large.problem()).isEqualTo("payload-too-large");
    assertThat(large.text("/detail")).contains("8 Mo", "8 MB");
  }

  @Test
  void isTheCoverOfTheEventsThatNameIt(Stack stack) {
    Organizer organizer = new Accounts(stack).organizer();
    Api api = organizer.account().api();
    String cover = Picture.random().sendBy(api);
    Map<String, Object> draft = new TreeMap<>(Show.draft("À l’image", 10, 0));
    draft.put("cover", cover);

    Show show = Show.of(api.post("/api/events", draft).expect(201));
    JsonNode seen = new Api(stack.url()).get(show.path()).expect(200).json().path("cover");
    assertThat(seen.path("id").asText()).isEqualTo(cover);
    new Api(stack.url()).get(seen.path("smallUrl").asText()).expect(200);

    assertThat(new Api(stack.url()).get("/events/" + show.id()).expect(200).body())
        .contains("property=\"og:image\" content=\"" + stack.url() + "/api/images/" + cover);

    Answer unknown = organizer.edit(show, "cover", "0".repeat(64)).expect(422, "invalid-fields");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/cover");
    assertThat(organizer.look(show).view().at("/cover/id").asText()).isEqualTo(cover);
    organizer.edit(organizer.look(show), "cover", null).expect(200);
    assertThat(organizer.look(show).view().path("cover").isNull()).isTrue();
  }

  /// Who sends slowly takes places of his own address only, and for 10 s at most.
  @Test
  void theNinthUploadAtATimeOfOneAddressHasToWait(Stack stack) throws IOException {
    Raw crowded = new Raw(stack.url(), "127.0.0.5");
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < AT_A_TIME; i++) {
        slow.add(begin(stack, crowded));
      }
      Until.holds(
          "the ninth is asked to wait",
          Duration.ofSeconds(8),
          () -> crowded.send("POST", SEND, "x", "Content-Type: image/png").status() == 429);
      Api organizer = new Accounts(stack).organizer().account().api();
      assertThat(Picture.random().sendBy(organizer)).as("from elsewhere").isNotEmpty();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    Until.holds(
        "and let in afterwards",
        Duration.ofSeconds(30),
        () -> crowded.send("POST", SEND, "x", "Content-Type: image/png").status() == 401);
  }

  /// The beginning of an upload whose rest never comes.
  private static Socket begin(Stack stack, Raw from) throws IOException {
    Socket socket = from.open();
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: image/png\r\nContent-Length: 5000\r\n\r\n"
            .formatted(SEND, stack.url().getAuthority());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}

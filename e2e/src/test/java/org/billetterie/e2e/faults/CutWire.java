package org.billetterie.e2e.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A small proxy in front of lb that loses answers: one request a connection, and for each the next
/// planned cut. Bytes pass as they are, but for the name of the host.
final class CutWire implements AutoCloseable {
  /// Where the wire is cut.
  enum Cut {
    NEVER,
    /// The client's side is closed as soon as the whole request has left.
    AFTER_REQUEST,
    /// The answer's first byte has come back, and the client never sees it.
    BEFORE_ANSWER
  }

  private final URI door;
  private final ServerSocket server;
  private final Queue<Cut> plan = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cuts = new AtomicInteger();

  private CutWire(URI door) throws IOException {
    this.door = door;
    this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
  }

  static CutWire to(URI door) {
    try {
      CutWire wire = new CutWire(door);
      Thread.ofVirtual().start(wire::accept);
      return wire;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  void plan(Cut cut) {
    plan.add(cut);
  }

  /// Connections that were cut.
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> pass(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket client) {
    Cut cut = plan.isEmpty() ? Cut.NEVER : plan.poll();
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), door.getPort())) {
      OutputStream out = upstream.getOutputStream();
      out.write(request(new BufferedInputStream(client.getInputStream())));
      out.flush();
      if (cut == Cut.AFTER_REQUEST) {
        client.close();
        cuts.incrementAndGet();
      }
      InputStream in = upstream.getInputStream();
      int first = in.read();
      if (cut == Cut.BEFORE_ANSWER) {
        client.close();
        cuts.incrementAndGet();
      } else if (cut == Cut.NEVER && first >= 0) {
        client.getOutputStream().write(first);
        in.transferTo(client.getOutputStream());
      }
    } catch (IOException wireIsCut) {
      // That is what it is for.
    }
  }

  /// The whole request, told to close the connection after its answer.
  private byte[] request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    String text =
        head.toString()
            .replaceFirst("(?i)\r\nhost: [^\r]*", "\r\nHost: " + door.getAuthority())
            .replaceFirst("(?i)\r\nconnection: [^\r]*", "")
            .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
    byte[] body = in.readNBytes(length(text));
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
    System.arraycopy(body, 0, all, bytes.length, body.length);
    return all;
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }
}

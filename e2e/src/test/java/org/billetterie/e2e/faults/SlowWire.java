package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A wire between two services that can become slow, fall silent, or carry half an answer.
public final class SlowWire implements AutoCloseable {
  /// What becomes of answers; requests always arrive.
  public enum Mode {
    /// As if it were not there.
    CLEAR,
    /// Every answer comes 30 s late.
    LATE,
    /// No answer comes, ever.
    SILENT,
    /// The first bytes of an answer come, and never more.
    HALF
  }

  private static final int LATE_SECONDS = 30;
  private static final int HALF_BYTES = 300;

  private final int port;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private Mode mode = Mode.CLEAR;

  private SlowWire(int port) {
    this.port = port;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// @param port where the answering service listens, on loopback
  static SlowWire to(int port) {
    SlowWire wire = new SlowWire(port);
    Thread.ofVirtual().start(wire::accept);
    return wire;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// From now on. What was late comes at once when that changes; what was lost stays lost.
  public void become(Mode next) {
    lock.lock();
    try {
      mode = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Connections that the asking service holds.
  public int connections() {
    return open.size();
  }

  /// Pieces of answers that came as they should, until now.
  public int answers() {
    return answers.get();
  }

  /// Answers that did not come as they should, until now.
  public int held() {
    return held.get();
  }

  @Override
  public void close() {
    become(Mode.CLEAR);
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> carry(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket client) {
    open.add(client);
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread requests = Thread.ofVirtual().start(() -> carryRequests(client, upstream));
      if (!carryAnswers(upstream.getInputStream(), client.getOutputStream())) {
        // The asking side is left waiting: it is for it to give up.
        requests.join();
      }
    } catch (IOException ended) {
      // One side has closed.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private static void carryRequests(Socket client, Socket upstream) {
    try {
      client.getInputStream().transferTo(upstream.getOutputStream());
    } catch (IOException ended) {
      // Said by closing the other side.
    }
    try {
      upstream.close();
      client.close();
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
  }

  /// Until the answering side ends, or an answer is lost.
  ///
  /// @return whether it ended well
  private boolean carryAnswers(InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    byte[] bytes = new byte[8_192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      int passing = passing(count);
      out.write(bytes, 0, passing);
      out.flush();
      if (passing < count) {
        return false;
      }
    }
    return true;
  }

  /// @return how much of it may pass
  private int passing(int count) throws InterruptedException {
    lock.lock();
    try {
      (mode == Mode.CLEAR ? answers : held).incrementAndGet();
      return switch (mode) {
        case CLEAR -> count;
        case LATE -> {
          long left = TimeUnit.SECONDS.toNanos(LATE_SECONDS);
          while (mode == Mode.LATE && left > 0) {
            left = changed.awaitNanos(left);
          }
          yield count;
        }
        case SILENT -> 0;
        case HALF -> Math.min(HALF_BYTES, count / 2);
      };
    } finally {
      lock.unlock();
    }
  }
}

package org.billetterie.webd.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Who waits at the desk, in order of arrival: a bounded number. Whoever joins is taken, or handed
/// out when the line ends, or was told at once that there is no place: nobody is forgotten.
final class Line<T> {
  private final BlockingQueue<T> queue;
  private volatile boolean open = true;
  private volatile boolean ended;

  Line(int most) {
    queue = new ArrayBlockingQueue<>(most);
  }

  /// @return false when there is no place, or the line is closed
  boolean join(T waiting) {
    // Who joins while the line ends either takes itself back or has been handed out.
    return open && queue.offer(waiting) && !(ended && queue.remove(waiting));
  }

  /// Those who are here, once there is one; none when nobody came within `wait`.
  List<T> take(int most, Duration wait) throws InterruptedException {
    T first = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (first == null) {
      return List.of();
    }
    List<T> taken = new ArrayList<>();
    taken.add(first);
    queue.drainTo(taken, most - 1);
    return taken;
  }

  /// Nobody joins any more; who is here stays.
  void close() {
    open = false;
  }

  /// Whether somebody is here, or may still come.
  boolean goesOn() {
    return open || !queue.isEmpty();
  }

  /// The end, after the last batch was taken.
  ///
  /// @return who came in meanwhile and will not be taken any more
  List<T> end() {
    open = false;
    ended = true;
    List<T> late = new ArrayList<>();
    queue.drainTo(late);
    return late;
  }

  int length() {
    return queue.size();
  }

  /// For who sends somebody away.
  Queue<T> waiting() {
    return queue;
  }
}

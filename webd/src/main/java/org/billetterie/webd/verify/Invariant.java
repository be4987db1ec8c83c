package org.billetterie.webd.verify;

import java.util.List;

/// One thing that always holds, and the query that finds every place where it does not. Each query
/// answers one text column, `place`.
record Invariant(String name, String query) {
  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "never more taken than there is",
              """
              SELECT event_id || ' quota ' || quota_id || ': held ' || held || ' + sold ' || sold
                     || ' of ' || capacity AS place
              FROM quota WHERE held < 0 OR sold < 0 OR held + sold > capacity
              """),
          new Invariant(
              "an event has a quota of its own with a capacity, and one for each type",
              """
              SELECT e.id AS place FROM event e
              WHERE NOT EXISTS (SELECT 1 FROM quota q WHERE q.event_id = e.id
                                AND q.quota_id = e.id AND q.capacity IS NOT NULL)
              UNION ALL
              SELECT t.event_id || ' type ' || t.id AS place FROM ticket_type t
              WHERE NOT EXISTS (SELECT 1 FROM quota q WHERE q.event_id = t.event_id
                                AND q.quota_id = t.id)
              """),
          new Invariant(
              "sold of an event = its tickets that are not revoked",
              """
              SELECT q.event_id || ': sold ' || q.sold || ', tickets ' || COUNT(t.id) AS place
              FROM quota q
              LEFT JOIN ticket t ON t.event_id = q.event_id AND t.status <> 'REVOKED'
              WHERE q.quota_id = q.event_id
              GROUP BY q.event_id, q.sold HAVING q.sold <> COUNT(t.id)
              """),
          new Invariant(
              "sold of a type = its tickets that are not revoked",
              """
              SELECT q.event_id || ' type ' || q.quota_id || ': sold ' || q.sold
                     || ', tickets ' || COUNT(t.id) AS place
              FROM quota q
              LEFT JOIN ticket t ON t.event_id = q.event_id AND t.ticket_type_id = q.quota_id
                AND t.status <> 'REVOKED'
              WHERE q.quota_id <> q.event_id
              GROUP BY q.event_id, q.quota_id, q.sold HAVING q.sold <> COUNT(t.id)
              """),
          new Invariant(
              "held of an event = seats of its pending orders",
              """
              SELECT q.event_id || ': held ' || q.held || ', pending '
                     || COALESCE(SUM(o.seats), 0) AS place
              FROM quota q
              LEFT JOIN orders o ON o.event_id = q.event_id AND o.status = 'PENDING'
              WHERE q.quota_id = q.event_id
              GROUP BY q.event_id, q.held HAVING q.held <> COALESCE(SUM(o.seats), 0)
              """),
          new Invariant(
              "held of a type = its seats in pending orders",
              """
              SELECT q.event_id || ' type ' || q.quota_id || ': held ' || q.held || ', pending '
                     || COALESCE(SUM(l.quantity), 0) AS place
              FROM quota q
              LEFT JOIN (SELECT l.event_id, l.ticket_type_id, l.quantity FROM order_line l
                         JOIN orders o ON o.event_id = l.event_id AND o.id = l.order_id
                         WHERE o.status = 'PENDING') l
                ON l.event_id = q.event_id AND l.ticket_type_id = q.quota_id
              WHERE q.quota_id <> q.event_id
              GROUP BY q.event_id, q.quota_id, q.held HAVING q.held <> COALESCE(SUM(l.quantity), 0)
              """),
          new Invariant(
              "an account's seats = seats of its pending and paid orders",
              """
              SELECT s.event_id || ' account ' || s.account_id || ': ' || s.seats || ', orders '
                     || COALESCE(SUM(o.seats), 0) AS place
              FROM account_seats s
              LEFT JOIN orders o ON o.event_id = s.event_id AND o.account_id = s.account_id
                AND o.status IN ('PENDING', 'PAID')
              GROUP BY s.event_id, s.account_id, s.seats
              HAVING s.seats <> COALESCE(SUM(o.seats), 0)
              UNION ALL
              SELECT o.event_id || ' account ' || o.account_id || ': no seats counted' AS place
              FROM orders o LEFT JOIN account_seats s
                ON s.event_id = o.event_id AND s.account_id = o.account_id
              WHERE s.account_id IS NULL
              """),
          new Invariant(
              "an order's seats and total are those of its lines",
              """
              SELECT o.event_id || ' order ' || o.id AS place FROM orders o
              LEFT JOIN order_line l ON l.event_id = o.event_id AND l.order_id = o.id
              GROUP BY o.event_id, o.id, o.seats, o.total_minor
              HAVING o.seats <> COALESCE(SUM(l.quantity), 0)
                  OR o.total_minor <> COALESCE(SUM(l.quantity * l.unit_price_minor), 0)
              """),
          new Invariant(
              "a paid order has one ticket a seat, every other order has none that admits",
              """
              SELECT o.event_id || ' order ' || o.id || ' ' || o.status || ': seats ' || o.seats
                     || ', tickets ' || COUNT(t.id) AS place
              FROM orders o
              LEFT JOIN ticket t ON t.event_id = o.event_id AND t.order_id = o.id
                AND t.status <> 'REVOKED'
              GROUP BY o.event_id, o.id, o.status, o.seats
              HAVING COUNT(t.id) <> CASE WHEN o.status = 'PAID' THEN o.seats ELSE 0 END
              """),
          new Invariant(
              "a paid order is paid in full, once",
              """
              SELECT o.event_id || ' order ' || o.id || ': total ' || o.total_minor || ', paid '
                     || COALESCE(SUM(p.amount_minor), 0) AS place
              FROM orders o
              LEFT JOIN payment p ON p.event_id = o.event_id AND p.order_id = o.id
                AND p.status = 'CONFIRMED'
              WHERE o.status = 'PAID'
              GROUP BY o.event_id, o.id, o.total_minor
              HAVING o.total_minor <> COALESCE(SUM(p.amount_minor), 0)
              """),
          new Invariant(
              "money of an order that is not paid goes back in full",
              """
              SELECT o.event_id || ' order ' || o.id || ' ' || o.status AS place
              FROM orders o JOIN payment p ON p.event_id = o.event_id AND p.order_id = o.id
                AND p.status = 'CONFIRMED'
              WHERE o.status <> 'PAID' AND p.amount_minor <> COALESCE(
                (SELECT SUM(r.amount_minor) FROM refund r WHERE r.event_id = p.event_id
                   AND r.payment_id = p.id AND r.status <> 'FAILED'), 0)
              """),
          new Invariant(
              "never more refunded than was paid",
              """
              SELECT p.event_id || ' payment ' || p.id AS place FROM payment p
              JOIN refund r ON r.event_id = p.event_id AND r.payment_id = p.id
                AND r.status <> 'FAILED'
              GROUP BY p.event_id, p.id, p.amount_minor
              HAVING SUM(r.amount_minor) > p.amount_minor
              """),
          new Invariant(
              "nothing hangs in the air",
              """
              SELECT 'ticket ' || t.id AS place FROM ticket t
              LEFT JOIN orders o ON o.event_id = t.event_id AND o.id = t.order_id
              WHERE o.id IS NULL
              UNION ALL
              SELECT 'order ' || o.id AS place FROM orders o
              LEFT JOIN event e ON e.id = o.event_id WHERE e.id IS NULL
              """));
}

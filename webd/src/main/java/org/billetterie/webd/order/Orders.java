package org.billetterie.webd.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.event.EventStore;
import org.billetterie.webd.sale.Stock;
import org.billetterie.webd.ticket.TicketStore;
import org.jdbi.v3.core.Handle;

/// A buyer's own orders.
@ApplicationScoped
public class Orders {
  private final Database database;
  private final SaleDesk desk;

  Orders(Database database, SaleDesk desk) {
    this.database = database;
    this.desk = desk;
  }

  Page<OrderView> list(UUID accountId, String cursor, int limit) {
    String before = Page.place(cursor);
    return database.read(handle ->
        Page.of(
                OrderStore.ofAccount(handle, accountId, before, limit),
                limit,
                order -> order.id().toString())
            .map(order -> view(handle, order)));
  }

  /// @throws Problem 404 for anybody else's
  OrderView find(UUID id, UUID accountId) {
    return database.read(handle -> view(handle, own(handle, id, accountId)));
  }

  /// Gives the seats of a PENDING order back; done already is done.
  CompletionStage<Void> giveBack(UUID id, UUID accountId) {
    return desk.submit(
        Urgency.FREEING,
        (handle, now) -> {
          Order order = own(handle, id, accountId);
          switch (order.status()) {
            case PENDING -> {
              Stock.releaseHeld(handle, order.eventId(), order.seatsByType());
              OrderStore.setClosed(handle, order, OrderStatus.CANCELED, now);
            }
            case PAID -> throw Problem.of(WebdProblem.ORDER_NOT_PENDING);
            case EXPIRED, CANCELED -> {}
          }
          return null;
        });
  }

  static Order own(Handle handle, UUID id, UUID accountId) {
    return OrderStore.find(handle, id)
        .filter(order -> order.accountId().equals(accountId))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  static OrderView view(Handle handle, Order order) {
    return OrderView.of(
        order,
        EventStore.find(handle, order.eventId()).orElseThrow(),
        TicketStore.ofOrder(handle, order.eventId(), order.id()));
  }
}

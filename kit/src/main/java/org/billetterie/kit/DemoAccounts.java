package org.billetterie.kit;

import java.util.List;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// The accounts of the demo world. Both services know them by the same ids, so that each can
/// furnish its own part of the demo without asking the other.
public final class DemoAccounts {
  /// The password of every demo account. It opens nothing but a demo world.
  public static final String PASSWORD = "demo-billetterie";

  public static final Login ADMIN =
      new Login(id(1), "admin@demo.example", "Nadia Admin", Role.ADMIN);
  public static final Login ORGANIZER =
      new Login(id(2), "organisateur@demo.example", "Théâtre des Tilleuls", Role.EVENT_CREATOR);
  public static final Login BUYER =
      new Login(id(3), "acheteur@demo.example", "Camille Martin", Role.USER);
  public static final Login VISITOR =
      new Login(id(4), "visiteur@demo.example", "Alex Basique", Role.BASIC);

  public static final List<Login> ALL = List.of(ADMIN, ORGANIZER, BUYER, VISITOR);

  private DemoAccounts() {}

  private static UUID id(int n) {
    return UUID.fromString("01900000-0000-7000-8000-00000000000" + n);
  }

  /// One demo login.
  public record Login(UUID id, String email, String name, Role role) {}
}

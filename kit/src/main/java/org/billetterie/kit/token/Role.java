package org.billetterie.kit.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// The four roles, with exactly the spelling used on the wire and in tokens.
public enum Role {
  BASIC(Names.BASIC),
  USER(Names.USER),
  EVENT_CREATOR(Names.EVENT_CREATOR),
  ADMIN(Names.ADMIN);

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  @JsonValue
  public String wire() {
    return wire;
  }

  /// The role spelled exactly so, case included.
  public static Optional<Role> find(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire.equals(wire)).findFirst();
  }

  /// @throws IllegalArgumentException for any other spelling
  @JsonCreator
  public static Role of(String wire) {
    return find(wire).orElseThrow(() -> new IllegalArgumentException("no such role"));
  }

  /// The same words as constants, for `@RolesAllowed`.
  public static final class Names {
    public static final String BASIC = "Basic";
    public static final String USER = "User";
    public static final String EVENT_CREATOR = "EventCreator";
    public static final String ADMIN = "Admin";

    private Names() {}
  }
}

package org.billetterie.webd.key;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Without a key of auth no caller can be known, so webd is not ready.
@Readiness
@ApplicationScoped
class KeysHealth implements HealthCheck {
  private final AuthKeys keys;

  KeysHealth(AuthKeys keys) {
    this.keys = keys;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("keys of auth").status(keys.present()).build();
  }
}

package org.billetterie.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready means that tokens can be signed.
@Readiness
@ApplicationScoped
class KeysHealth implements HealthCheck {
  private final SigningKeys keys;

  KeysHealth(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("keys").status(keys.isReady()).build();
  }
}

package org.billetterie.auth.start;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// A demo is well once its logins exist; it is ready, and serves, before.
@Wellness
@ApplicationScoped
class DemoHealth implements HealthCheck {
  private final DemoLogins logins;

  DemoHealth(DemoLogins logins) {
    this.logins = logins;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo logins").status(logins.isComplete()).build();
  }
}

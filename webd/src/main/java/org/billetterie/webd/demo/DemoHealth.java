package org.billetterie.webd.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A demo is ready when its world is furnished.
@Readiness
@ApplicationScoped
class DemoHealth implements HealthCheck {
  private final DemoWorld world;

  DemoHealth(DemoWorld world) {
    this.world = world;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo world").status(world.ready()).build();
  }
}

package org.billetterie.webd.demo;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// A demo is well once its world is complete; it is ready, and serves, before.
@Wellness
@ApplicationScoped
class DemoHealth implements HealthCheck {
  private final DemoWorld world;

  DemoHealth(DemoWorld world) {
    this.world = world;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo world").status(world.isComplete()).build();
  }
}

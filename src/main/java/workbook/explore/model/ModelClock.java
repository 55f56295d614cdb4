package workbook.explore.model;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// Stands in for the system's clocks: it shows virtual time.
final class ModelClock extends Clock {
  private final ZoneId zone;

  ModelClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ModelClock(zone);
  }

  @Override
  public Instant instant() {
    return ModelMachine.now();
  }
}

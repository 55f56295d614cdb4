package _03_races.lab;

import workbook.Scenario;

/// A broken scenario and its mended neighbour.
///
/// @param id the broken scenario's
public record StressPair(
    String id, Class<? extends Scenario> broken, Class<? extends Scenario> mended) {}

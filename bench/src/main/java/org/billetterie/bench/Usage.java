package org.billetterie.bench;

/// Who used how much of the machine during a run. Processors are counted in cores: 0.5 is half of
/// one. Memory is resident, the highest seen, in MB.
///
/// @param strangeCores what processes that are not ours used: the noise
public record Usage(
    double webdCores,
    double lbCores,
    double authCores,
    double wrkCores,
    double strangeCores,
    double webdMegabytes,
    double authMegabytes) {

  /// The generator's share of all that the machine can do, in percent.
  double generatorPercent() {
    return 100 * wrkCores / Cpu.CORES;
  }

  double noisePercent() {
    return 100 * strangeCores / Cpu.CORES;
  }
}

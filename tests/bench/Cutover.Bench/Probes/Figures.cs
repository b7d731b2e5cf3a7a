namespace Cutover.Bench.Probes;

/// <summary>What one contender did in one round; NaN where it was not asked.</summary>
/// <param name="Kilobytes">Memory a connection: growth of the resident memory over the opening of all.</param>
/// <param name="Handshakes">A second, 256 under way at once, in a process warmed up by 2,000.</param>
/// <param name="DialCost">Microseconds of the client's own processor time a handshake, over those: what another load leaves alone.</param>
/// <param name="Processor">Percent of one core for an echo every 10 s over each connection.</param>
/// <param name="Gone">Milliseconds from the kill of the server until the last connection was seen lost.</param>
internal sealed record Figures(double Kilobytes, double Handshakes, double DialCost, double Processor, double Gone);

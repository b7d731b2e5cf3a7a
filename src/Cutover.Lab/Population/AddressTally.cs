namespace Cutover.Lab.Population;

/// <summary>What the clients met at one address. Guarded by the lock of its <see cref="PopulationTally"/>.</summary>
internal sealed class AddressTally(TimeProvider time)
{
    public RollingCount Recent { get; } = new(time);

    public long Handshakes { get; set; }

    public long Failures { get; set; }

    public long Drops { get; set; }
}

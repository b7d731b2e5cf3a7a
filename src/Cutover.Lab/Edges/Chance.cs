namespace Cutover.Lab.Edges;

/// <summary>A seeded source of chance that many connections may ask at once, which <see cref="Random"/> alone does not allow.</summary>
internal sealed class Chance(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>True with the given probability, 0 to 1; never at 0, always at 1.</summary>
    public bool Happens(double probability)
    {
        lock (_lock)
        {
            return random.NextDouble() < probability;
        }
    }
}

namespace Cutover.Core.StackStatistics;

/// <summary>
/// What Cutover's own probes add to what a stack counts. They are no clients and no weight moves them, and their short handshakes would
/// make connections look as if they ended much faster than they do.
/// </summary>
/// <param name="Held">Connections that they hold open now.</param>
/// <param name="HandshakesPerSecond">Connections that they open and close again at once.</param>
public sealed record OwnConnections(long Held, double HandshakesPerSecond)
{
    public static OwnConnections None { get; } = new(0, 0);

    public static OwnConnections operator +(OwnConnections one, OwnConnections other) =>
        new(one.Held + other.Held, one.HandshakesPerSecond + other.HandshakesPerSecond);
}

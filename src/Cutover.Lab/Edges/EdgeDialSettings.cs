namespace Cutover.Lab.Edges;

/// <summary>What an edge does wrong on purpose. The default is a healthy edge.</summary>
public sealed record EdgeDialSettings
{
    /// <summary>A healthy edge.</summary>
    public static EdgeDialSettings Healthy { get; } = new();

    /// <summary>Percent (0-100) of handshakes answered with 503 instead of 101.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0-100, or not a number.</exception>
    public double RefuseHandshakes { get; init => field = Percent(value); }

    /// <summary>Waited before the answer to an upgrade and before each echo and pong; 0 to 1 min.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or over a minute.</exception>
    public TimeSpan AddedLatency { get; init => field = Latency(value); }

    /// <summary>
    /// Percent (0-100) of the held connections that are gone a minute later, cut without a close frame. 100 cuts all of them within
    /// a second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0-100, or not a number.</exception>
    public double DropHeld { get; init => field = Percent(value); }

    /// <summary>Accepts and holds every connection, but answers nothing: no 101, no echo, no pong.</summary>
    public bool Stalled { get; init; }

    /// <summary>The listener is closed and every connection reset.</summary>
    public bool Dead { get; init; }

    private static double Percent(double value) => value is >= 0 and <= 100
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A percentage is 0 to 100.");

    private static TimeSpan Latency(TimeSpan value) => value >= TimeSpan.Zero && value <= TimeSpan.FromMinutes(1)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The added latency is 0 to 1 min.");
}

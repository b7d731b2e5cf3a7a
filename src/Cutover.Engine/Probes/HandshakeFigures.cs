namespace Cutover.Engine.Probes;

/// <summary>Shares of handshakes.</summary>
internal static class HandshakeFigures
{
    /// <summary>Accepted handshakes of all that ended, in percent; null when none ended.</summary>
    public static Figure? Success(IReadOnlyCollection<Sample> samples)
    {
        if (samples.Count == 0)
        {
            return null;
        }

        var accepted = samples.Count(sample => sample.Kind == SampleKind.HandshakeAccepted);
        return new Figure(100.0 * accepted / samples.Count, samples.Count, accepted, samples.Count);
    }

    /// <summary>Handshakes refused, broken or timed out of all that ended, in percent; null when none ended.</summary>
    public static Figure? Failure(IReadOnlyCollection<Sample> samples)
    {
        if (samples.Count == 0)
        {
            return null;
        }

        var failed = samples.Count(sample => sample.Kind != SampleKind.HandshakeAccepted);
        return new Figure(100.0 * failed / samples.Count, samples.Count, failed, samples.Count);
    }
}

namespace Cutover.Engine.Probes;

/// <summary>Figures about the certificates that dials were shown.</summary>
internal static class CertificateFigures
{
    /// <summary>
    /// The fewest days that a certificate had left: the machines of one stack may serve different ones. Null when none was shown.
    /// </summary>
    public static Figure? LeastDays(IReadOnlyCollection<Sample> samples) => samples.Count == 0
        ? null
        : new Figure(samples.Min(sample => sample.Value), samples.Count, samples.Count, samples.Count);
}

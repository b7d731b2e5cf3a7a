namespace Cutover.Core.Playbooks;

public static class ProbeMeasureExtensions
{
    /// <summary>The measure as a playbook writes it.</summary>
    public static string Keyword(this ProbeMeasure measure) => measure switch
    {
        ProbeMeasure.HandshakeSuccess => "handshake-success",
        ProbeMeasure.HandshakeFailure => "handshake-failure",
        ProbeMeasure.HandshakeP50 => "handshake-p50",
        ProbeMeasure.HandshakeP99 => "handshake-p99",
        ProbeMeasure.RoundTripP50 => "round-trip-p50",
        ProbeMeasure.RoundTripP99 => "round-trip-p99",
        ProbeMeasure.HeldDropRate => "held-drop-rate",
        ProbeMeasure.AbnormalCloses => "abnormal-closes",
        _ => "certificate-days",
    };

    /// <summary>The unit of the measure's values.</summary>
    public static ObjectiveUnit Unit(this ProbeMeasure measure) => measure switch
    {
        ProbeMeasure.HandshakeSuccess or ProbeMeasure.HandshakeFailure or ProbeMeasure.HeldDropRate => ObjectiveUnit.Percent,
        ProbeMeasure.AbnormalCloses or ProbeMeasure.CertificateDays => ObjectiveUnit.Number,
        _ => ObjectiveUnit.Milliseconds,
    };

    /// <summary>Of a percentile of times its rank, 0 to 1; null for a measure that is none.</summary>
    public static double? Rank(this ProbeMeasure measure) => measure switch
    {
        ProbeMeasure.HandshakeP50 or ProbeMeasure.RoundTripP50 => 0.5,
        ProbeMeasure.HandshakeP99 or ProbeMeasure.RoundTripP99 => 0.99,
        _ => null,
    };

    /// <summary>True when a greater value is the better one.</summary>
    public static bool MoreIsBetter(this ProbeMeasure measure) => measure is ProbeMeasure.HandshakeSuccess or ProbeMeasure.CertificateDays;
}

namespace Cutover.Engine.Reports;

/// <summary>What a run asked for from a moment on.</summary>
/// <param name="Share">The target's largest share of answers by all weights from then on, 0 to 1.</param>
public sealed record AskedShare(DateTimeOffset At, double Share);

using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>
/// All that a relative gate has seen of both stacks. It goes on through steps, settles and pauses: both are compared over the same minutes
/// whatever the weights are, and the test pays for every look. Immutable.
/// </summary>
/// <param name="Test">Of the objective.</param>
public abstract record Evidence(SequentialRateTest Test)
{
    /// <summary>What the intervals of the words are true with.</summary>
    public const double Confidence = 0.95;

    /// <summary>Begin of the first stretch; null before it.</summary>
    public DateTimeOffset? Since { get; protected init; }

    /// <summary>End of the newest stretch.</summary>
    public DateTimeOffset? Until { get; protected init; }

    /// <summary>Samples of the target in all stretches.</summary>
    public long TargetSamples { get; protected init; }

    /// <summary>Samples of the source in all stretches.</summary>
    public long SourceSamples { get; protected init; }

    /// <summary>By what factor the target's values are the source's: a confidence sequence, true at every look together.</summary>
    public abstract Interval Ratio { get; }

    /// <summary>What keeps the test from ever failing the gate on so little data, in words; null when it could.</summary>
    public abstract string? Blindness { get; }

    /// <summary>Why the two are not to be compared, in words; null when they are.</summary>
    public virtual string? Mistrust => null;

    /// <summary>What a pass is worth: how small a difference would have failed by now; null where nothing is to be said.</summary>
    public virtual string? Reach => null;

    /// <summary>Nothing seen yet.</summary>
    public static Evidence For(Gate gate) => (gate.Source, gate.Kind) switch
    {
        (WebSocketProbe { Measure: var measure }, _) when measure.Rank() is { } rank =>
            TimeEvidence.For((RelativeObjective)gate.Goal, rank),
        (CloudWatchMetric, GateKind.Latency) => PeriodEvidence.For((RelativeObjective)gate.Goal),
        _ => CountEvidence.For(gate),
    };

    /// <summary>Stretches that begin before the end of the newest are not taken twice.</summary>
    public Evidence With(Stretch stretch) => stretch.From < Until
        ? this
        : Taking(stretch) with { Since = Since ?? stretch.From, Until = stretch.To };

    protected abstract Evidence Taking(Stretch stretch);
}

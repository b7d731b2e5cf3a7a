using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>A series of numbers that CloudWatch gives, one for each period: a metric, or metric math over several.</summary>
public abstract record CloudWatchSource : GateSource
{
    /// <summary>1, 5, 10, 20, 30 or a multiple of 60 seconds.</summary>
    public abstract TimeSpan Period { get; init; }

    /// <summary>What people call the series: the metric's name, or the expression.</summary>
    [JsonIgnore]
    public abstract string Label { get; }

    /// <summary>The statistic that tells how periods make up a window; null where nothing tells, and the worst period counts.</summary>
    [JsonIgnore]
    public abstract string? MergedBy { get; }

    /// <summary>What people call the series that proves that a stack was seen; null where absence proves nothing.</summary>
    [JsonIgnore]
    public abstract string? TrafficLabel { get; }

    /// <summary>True when a dimension value waits for a cohort.</summary>
    [JsonIgnore]
    public abstract bool NamesCohort { get; }

    /// <summary>The same series, as it is published for one cohort.</summary>
    public abstract CloudWatchSource Of(string region);

    /// <summary>What to ask of CloudWatch about one stack.</summary>
    public abstract CloudWatchQuestion About(Stack stack, GateKind kind);
}

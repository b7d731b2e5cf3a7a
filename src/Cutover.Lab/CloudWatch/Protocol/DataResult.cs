using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>One series of an answer, its points in the order asked for.</summary>
internal sealed record DataResult(string Id, string Label, ImmutableArray<KeyValuePair<DateTimeOffset, double>> Points, string Status)
{
    internal const string Complete = "Complete";
    internal const string Partial = "PartialData";

    /// <summary>What a service that keeps a metric to itself gives.</summary>
    internal DataResult Withheld => this with { Points = [], Status = "Forbidden" };

    /// <summary>What a service that could not read its newest data would give.</summary>
    internal DataResult OlderHalf(bool descending)
    {
        var half = Points.Length / 2;
        return this with { Points = descending ? Points[^half..] : Points[..half], Status = Partial };
    }
}

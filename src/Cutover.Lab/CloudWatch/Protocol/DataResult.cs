using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>One series of an answer, its points in the order asked for.</summary>
internal sealed record DataResult(string Id, string Label, ImmutableArray<KeyValuePair<DateTimeOffset, double>> Points, bool IsComplete)
{
    /// <summary>What a service that could not read its newest data would give.</summary>
    internal DataResult OlderHalf(bool descending)
    {
        var half = Points.Length / 2;
        return this with { Points = descending ? Points[^half..] : Points[..half], IsComplete = false };
    }
}

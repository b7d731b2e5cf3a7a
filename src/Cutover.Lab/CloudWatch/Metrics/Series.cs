using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>One number for each period that has data; a period without data has no entry.</summary>
/// <param name="Period">In seconds.</param>
/// <param name="Points">By the beginning of the period.</param>
internal sealed record Series(int Period, ImmutableSortedDictionary<DateTimeOffset, double> Points)
{
    /// <summary>Numbers that are none, such as a division by zero, are left out.</summary>
    internal static Series Of(int period, IEnumerable<KeyValuePair<DateTimeOffset, double>> points) =>
        new(period, points.Where(point => double.IsFinite(point.Value)).ToImmutableSortedDictionary());

    internal Series Select(Func<double, double> change) =>
        Of(Period, Points.Select(point => KeyValuePair.Create(point.Key, change(point.Value))));
}

using System.Collections.Immutable;

namespace Cutover.Web.Components.Charts;

/// <summary>All lines of a plot at one moment.</summary>
/// <param name="Shares">One for each line; null where it has no point then.</param>
public sealed record ShareRow(DateTimeOffset At, ImmutableArray<double?> Shares)
{
    /// <summary>A row for every moment at which some line has a value, the newest first.</summary>
    public static ImmutableArray<ShareRow> Of(PlotModel model)
    {
        var rows = new SortedDictionary<DateTimeOffset, double?[]>();
        for (var line = 0; line < model.Series.Length; line++)
        {
            foreach (var point in model.Series[line].Points.Where(point => point.Value is not null))
            {
                rows.TryAdd(point.At, new double?[model.Series.Length]);
                rows[point.At][line] = point.Value;
            }
        }

        return [.. rows.Reverse().Select(row => new ShareRow(row.Key, [.. row.Value]))];
    }
}

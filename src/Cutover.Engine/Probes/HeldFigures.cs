namespace Cutover.Engine.Probes;

/// <summary>Figures about held connections.</summary>
internal static class HeldFigures
{
    /// <summary>
    /// Drops in percent of the average number held, 100 at most (connections that are opened again and dropped again count each time).
    /// Nothing held at all while openings failed is 100 % too, with the failed openings as samples; nothing held and nothing tried is null.
    /// </summary>
    public static Figure? DropRate(WindowSlice slice)
    {
        if (slice.EverHeld == 0)
        {
            return slice.FailedOpenings == 0 ? null : new Figure(100, slice.FailedOpenings, slice.FailedOpenings, slice.FailedOpenings);
        }

        var average = slice.AverageHeld();
        var rate = slice.Drops == 0 ? 0 : Math.Min(100, 100 * slice.Drops / average);
        return new Figure(rate, slice.EverHeld, slice.Drops, average);
    }

    /// <summary>Drops otherwise than by a close frame with 1000 or 1001; null when nothing was held.</summary>
    public static Figure? AbnormalCloses(WindowSlice slice) => slice.EverHeld == 0
        ? null
        : new Figure(slice.AbnormalDrops, slice.EverHeld, slice.AbnormalDrops, slice.EverHeld);
}

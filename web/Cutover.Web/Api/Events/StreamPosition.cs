using System.Collections.Immutable;
using System.Globalization;

namespace Cutover.Web.Api.Events;

/// <summary>
/// Where a reader of an event stream is. It is made of what is stored and nothing else, so that it holds across hosts. Written "17" for one
/// run; for all runs "9:7.120,9.33" (the greatest run number seen, and of every open run the last decision that was told).
/// </summary>
/// <param name="Newest">The greatest run number that was seen; every run above it is new.</param>
/// <param name="Told">By open run, the number of the decision that was told last.</param>
public sealed record StreamPosition(long Newest, ImmutableSortedDictionary<long, long> Told)
{
    public static StreamPosition Of(long run, long sequence) => new(run, ImmutableSortedDictionary<long, long>.Empty.Add(run, sequence));

    /// <returns>Null where the text is none of ours.</returns>
    public static StreamPosition? Parse(string text, long? only)
    {
        if (only is { } run)
        {
            return Number(text) is { } sequence ? Of(run, sequence) : null;
        }

        var told = ImmutableSortedDictionary.CreateBuilder<long, long>();
        var parts = text.Split(':');
        foreach (var part in parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (part.Split('.') is not [var open, var last] || Number(open) is not { } id || Number(last) is not { } sequence)
            {
                return null;
            }

            told[id] = sequence;
        }

        return parts.Length == 2 && Number(parts[0]) is { } newest ? new StreamPosition(newest, told.ToImmutable()) : null;
    }

    /// <summary>The number of the last decision of a run that was told; 0 for a run that is new.</summary>
    public long Of(long run) => Told.GetValueOrDefault(run);

    /// <param name="isOver">The run will have no further decision.</param>
    public StreamPosition After(long run, long sequence, bool isOver) =>
        new(Math.Max(Newest, run), isOver ? Told.Remove(run) : Told.SetItem(run, sequence));

    public string Write(long? only) => only is { } run
        ? Of(run).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Newest}:{string.Join(',', Told.Select(Part))}");

    private static string Part(KeyValuePair<long, long> run) => FormattableString.Invariant($"{run.Key}.{run.Value}");

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

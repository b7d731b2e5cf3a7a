namespace Cutover.Engine.Probes;

/// <summary>The samples of one sort over one stretch of time.</summary>
/// <param name="From">Begin of the stretch; a sample at this very moment is not in it.</param>
/// <param name="To">End of the stretch, included.</param>
/// <param name="HeldBefore">Of held connections, how many there were at the begin.</param>
/// <param name="Samples">What was seen, in order of time.</param>
internal sealed record WindowSlice(DateTimeOffset From, DateTimeOffset To, double HeldBefore, IReadOnlyList<Sample> Samples)
{
    public int Drops => Count(SampleKind.HeldClosed) + AbnormalDrops;

    public int AbnormalDrops => Count(SampleKind.HeldBroken);

    /// <summary>Attempts to open a connection to be held that failed.</summary>
    public int FailedOpenings => Count(SampleKind.HoldFailed);

    /// <summary>How many connections were held at some moment of the stretch.</summary>
    public long EverHeld => (long)HeldBefore + Count(SampleKind.HeldOpened);

    /// <summary>The number held, averaged over time.</summary>
    public double AverageHeld()
    {
        var (sum, held, since) = (0.0, HeldBefore, From);
        foreach (var sample in Samples)
        {
            sum += held * (sample.At - since).TotalSeconds;
            (held, since) = (sample.Value, sample.At);
        }

        sum += held * (To - since).TotalSeconds;
        return To > From ? sum / (To - From).TotalSeconds : held;
    }

    /// <summary>The same figure for each second of the stretch that has one.</summary>
    public IEnumerable<ProbePoint> Points(Func<WindowSlice, Figure?> reduce)
    {
        foreach (var (second, piece) in BySecond())
        {
            if (reduce(piece) is { } figure)
            {
                yield return new ProbePoint(second, figure.Value, figure.Samples);
            }
        }
    }

    private IEnumerable<(DateTimeOffset Second, WindowSlice Piece)> BySecond()
    {
        var (held, next) = (HeldBefore, 0);
        foreach (var (second, from, to) in Seconds.Of(From, To))
        {
            var first = next;
            while (next < Samples.Count && Samples[next].At <= to)
            {
                next++;
            }

            yield return (second, new WindowSlice(from, to, held, [.. Samples.Skip(first).Take(next - first)]));
            held = next > first ? Samples[next - 1].Value : held;
        }
    }

    private int Count(SampleKind kind) => Samples.Count(sample => sample.Kind == kind);
}

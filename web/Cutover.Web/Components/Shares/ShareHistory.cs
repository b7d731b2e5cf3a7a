using System.Collections.Immutable;

namespace Cutover.Web.Components.Shares;

/// <summary>
/// The lab's shares of the last half hour, one sample a second, so that a page that is opened late still shows how it came about.
/// </summary>
public sealed class ShareHistory
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Queue<ShareSample> samples = new();

    public ShareSample? Latest { get; private set; }

    public void Add(ShareSample sample)
    {
        lock (gate)
        {
            samples.Enqueue(sample);
            Latest = sample;
            while (samples.Peek().At < sample.At - Kept)
            {
                samples.Dequeue();
            }
        }
    }

    /// <summary>Samples of a span of time, oldest first.</summary>
    public ImmutableArray<ShareSample> Between(DateTimeOffset from, DateTimeOffset to)
    {
        lock (gate)
        {
            return [.. samples.Where(sample => sample.At >= from && sample.At <= to)];
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Shares;

/// <summary>
/// The connection shares of the open runs, as this host saw them: a page that is opened late shows how they came about. A restart begins anew.
/// </summary>
public sealed class ConnectionHistory
{
    /// <summary>How long a sample is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, ImmutableQueue<ConnectionSample>> samples = new();

    /// <summary>Takes in how the open runs stand.</summary>
    public void Add(IEnumerable<RunSummaryView> open, DateTimeOffset at)
    {
        foreach (var run in open.Where(run => run.NewShare is not null || run.OpenShare is not null))
        {
            var queue = samples.GetOrAdd(run.Id, []).Enqueue(new ConnectionSample(at, run.NewShare, run.OpenShare));
            samples[run.Id] = queue.Peek().At < at - Kept ? queue.Dequeue() : queue;
        }

        foreach (var (run, queue) in samples.Where(run => at - run.Value.Last().At > Kept))
        {
            samples.TryRemove(run, out _);
        }
    }

    /// <summary>Of a run, oldest first.</summary>
    public ImmutableArray<ConnectionSample> Of(long run, DateTimeOffset from) =>
        samples.TryGetValue(run, out var queue) ? [.. queue.Where(sample => sample.At >= from)] : [];
}

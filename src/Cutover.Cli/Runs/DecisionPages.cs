using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Engine.Views;

namespace Cutover.Cli.Runs;

/// <summary>Reads the decision log, which the host gives in pages from the newest back, and puts it into its order.</summary>
internal static class DecisionPages
{
    private const int Page = 1000;

    /// <summary>The newest decisions, oldest first.</summary>
    public static async Task<Answer<DecisionLog>> TakeAsync(
        HostClient host, long id, bool notableOnly, int take, CancellationToken cancellation)
    {
        // One more than asked for tells whether there are older ones.
        var answer = await ReadAsync(host, id, notableOnly, after: 0, (long)take + 1, cancellation);
        return answer.TryGet(out var decisions, out var problem)
            ? new DecisionLog([.. decisions.TakeLast(take)], decisions.Length > take)
            : problem;
    }

    /// <summary>Every notable decision after the one of this number, oldest first.</summary>
    public static Task<Answer<ImmutableArray<DecisionView>>> SinceAsync(
        HostClient host, long id, long after, CancellationToken cancellation) =>
        ReadAsync(host, id, notableOnly: true, after, long.MaxValue, cancellation);

    private static async Task<Answer<ImmutableArray<DecisionView>>> ReadAsync(
        HostClient host, long id, bool notableOnly, long after, long limit, CancellationToken cancellation)
    {
        var newestFirst = new List<DecisionView>();
        while (true)
        {
            var take = (int)Math.Min(Page, limit - newestFirst.Count);
            var answer = await host.DecisionsAsync(id, newestFirst.LastOrDefault()?.Sequence, notableOnly, take, cancellation);
            if (!answer.TryGet(out var page, out var problem))
            {
                return problem;
            }

            newestFirst.AddRange(page.TakeWhile(decision => decision.Sequence > after));
            if (page.Length < take || page[^1].Sequence <= after || newestFirst.Count >= limit)
            {
                newestFirst.Reverse();
                return newestFirst.ToImmutableArray();
            }
        }
    }
}

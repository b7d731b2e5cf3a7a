using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Engine.Views;

namespace Cutover.Cli.Runs;

/// <summary>Reads the list of runs, which the host gives in pages.</summary>
internal static class RunPages
{
    private const int Page = 200;

    /// <summary>Runs, open ones first, then the newest.</summary>
    public static async Task<Answer<ImmutableArray<RunSummaryView>>> TakeAsync(Session session, int take)
    {
        var runs = ImmutableArray.CreateBuilder<RunSummaryView>();
        while (true)
        {
            var wanted = Math.Min(Page, take - runs.Count);
            var answer = await session.Host.RunsAsync(runs.Count, wanted, session.Cancellation);
            if (!answer.TryGet(out var page, out var problem))
            {
                return problem;
            }

            runs.AddRange(page);
            if (page.Length < wanted || runs.Count >= take)
            {
                return runs.ToImmutable();
            }
        }
    }
}

using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Dns.Panel;

/// <summary>Gives each open run whose playbook names resolvers a watch over what they tell their clients.</summary>
internal sealed class PanelWatches(
    IDbContextFactory<CutoverContext> contexts, EngineOptions options, RunFeed feed, TimeProvider time, ILogger<PanelWatch> logger)
{
    /// <summary>Asks the resolvers once an interval until disposed; null where the playbook names none.</summary>
    public PanelWatch? Watch(RunLoop loop)
    {
        var plan = loop.Run.Plan;
        if (plan.Playbook.Dns.Observe.Resolvers.IsEmpty)
        {
            return null;
        }

        var panels = plan.Records.Select(record => (record.Key, new ResolverPanel(
            ObservedPairs.Of(plan, record), plan.Playbook.Dns.Observe.Resolvers, options.Observation, time)));
        return new PanelWatch(loop, [.. panels], new AnswerJournal(contexts), feed, options.PanelRound, time, logger);
    }
}

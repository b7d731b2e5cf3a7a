using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Schedule;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>Gives each run an executor of its commands.</summary>
internal sealed class CommandDispatcher(
    WeightedPairs pairs, AnswerObserver observer, WakeUpSchedule schedule, Announcements announcements, ILogger<CommandExecutor> logger)
{
    public CommandExecutor For(RunLoop loop, CancellationToken stopping) =>
        new(loop, pairs, observer, schedule, announcements, logger, stopping);
}

using Cutover.Engine.Dns;
using Cutover.Engine.Schedule;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>Gives each run an executor of its commands.</summary>
internal sealed class CommandDispatcher(
    WeightedPairs pairs, WakeUpSchedule schedule, Announcements announcements, ILogger<CommandExecutor> logger)
{
    public CommandExecutor For(RunLoop loop, CancellationToken stopping) => new(loop, pairs, schedule, announcements, logger, stopping);
}

using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Probes;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>Gives each open run its guard.</summary>
internal sealed class GateWatches(
    CloudWatchPoller poller,
    ProbeOptions probes,
    EngineOptions options,
    StackWatch stacks,
    StoredCounts counts,
    LiveReadings live,
    TimeProvider time,
    ILoggerFactory loggers)
{
    /// <summary>Measures and judges every gate of the run until disposed.</summary>
    public async Task<RunGateWatch> WatchAsync(RunLoop loop, CancellationToken cancellation) => new(
        loop,
        await counts.ReadAsync(loop.RunId, loop.Run.Plan.Playbook, cancellation),
        poller,
        Probes(loop.Run.Plan.Playbook),
        stacks,
        options.Statistics.Interval,
        live,
        time,
        loggers);

    private RunProbes Probes(Playbook playbook) => RunProbes.Start(
        playbook, probes, new ProbeSecrets(options.SecretsFolder), time, loggers.CreateLogger<StackProbe>());
}

using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>Gives each open run its guard.</summary>
internal sealed class GateWatches(
    CloudWatchPoller poller,
    ProbeOptions probes,
    EngineOptions options,
    StackWatch stacks,
    LiveReadings live,
    TimeProvider time,
    ILoggerFactory loggers)
{
    /// <summary>Measures and judges every gate of the run until disposed.</summary>
    public RunGateWatch Watch(RunLoop loop) =>
        new(loop, poller, Setup(loop.Run.Plan.Playbook), stacks, options.Statistics.Interval, live, time, loggers);

    private (ProbeOptions? Options, string? Fault) Setup(Playbook playbook) =>
        ProbeSetup.Resolve(playbook.Probes, probes, new ProbeSecrets(options.SecretsFolder));
}

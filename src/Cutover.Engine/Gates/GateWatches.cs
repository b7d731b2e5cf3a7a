using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Gates.CloudWatch;
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
        new(loop, poller, Probes(loop.Run.Plan.Playbook), stacks, options.Statistics.Interval, live, time, loggers);

    private RunProbes Probes(Playbook playbook) => RunProbes.Start(
        playbook, probes, new ProbeSecrets(options.SecretsFolder), time, loggers.CreateLogger<StackProbe>());
}

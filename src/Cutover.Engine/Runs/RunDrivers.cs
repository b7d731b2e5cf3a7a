using Cutover.Engine.Dns.Panel;
using Cutover.Engine.Gates;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>Gives each open run a driver.</summary>
internal sealed class RunDrivers(
    RunJournal journal,
    CommandDispatcher dispatcher,
    GateWatches gates,
    PanelWatches panels,
    RunFeed feed,
    RunMeter meter,
    TimeProvider time,
    ILoggerFactory loggers)
{
    /// <param name="isNew">False for a run that some host has driven before.</param>
    public RunDriver For(OpenRun run, bool isNew, CancellationToken stopping) =>
        new(run, isNew, journal, dispatcher, gates, panels, feed, meter, time, loggers.CreateLogger<RunLoop>(), stopping);
}

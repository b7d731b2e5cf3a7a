using System.Diagnostics;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;

namespace Cutover.Engine.Telemetry;

/// <summary>
/// Traces a decision from its event to the answer of Route 53: one trace for each decision, with a span for each command and below it the
/// requests. A run lasts for days, so a decision is linked to what caused it and does not become a part of it.
/// </summary>
internal static class RunTracing
{
    public const string Name = "Cutover.Runs";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the trace of a decision; null when nobody listens.</summary>
    public static Activity? Decide(long run, RunEvent happened, ActivityContext cause)
    {
        // Not a part of whatever began the loop.
        Activity.Current = null;
        var links = cause == default ? null : new[] { new ActivityLink(cause) };
        return Source.StartActivity("decide", ActivityKind.Internal, default(ActivityContext), tags: null, links)
            ?.SetTag("cutover.run", run).SetTag("cutover.event", EventNames.Of(happened));
    }

    /// <summary>Completes it with what was decided.</summary>
    public static void Decided(this Activity? deciding, long sequence, Decision decision) => deciding
        ?.SetTag("cutover.decision", sequence)
        .SetTag("cutover.phase", decision.State.Phase.ToString())
        .SetTag("cutover.reason", decision.Reason);

    /// <summary>Begins a command of the decision under way.</summary>
    public static Activity? Perform(IssuedCommand issued) =>
        Source.StartActivity(issued.Command.GetType().Name)?.SetTag("cutover.command", issued.Id);
}

using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>A line of the JSON output of a watch.</summary>
/// <param name="Kind">"run": how it stood when the watching began; "decision": a notable decision; "ended": how it ended.</param>
internal sealed record WatchLine(string Kind, long RunId, RunView? Run = null, DecisionView? Decision = null);

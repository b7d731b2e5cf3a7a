using Cutover.Cli.Terminal;
using Cutover.Engine.Views;

namespace Cutover.Cli.Runs;

/// <summary>A run in one line of plain text.</summary>
internal static class RunLine
{
    public static string Of(RunSummaryView run)
    {
        var hold = run.Hold is { } held ? $" Held: {held.Words}." : string.Empty;
        var next = run.Next.Length > 0 && run.Hold is null ? $" Next: {run.Next}." : string.Empty;
        var where = FormattableString.Invariant($"Run {run.Id} {run.Playbook} ({run.SourceName} → {run.TargetName})");
        var progress = FormattableString.Invariant($"{run.Phase}, step {run.Step} of {run.Steps}");
        return Figures.OneLine($"{where}: {progress}. {run.Doing}.{hold}{next}");
    }
}

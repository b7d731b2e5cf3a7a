using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Terminal;

/// <summary>The one table of what looks how. A colour never says something that the words beside it do not.</summary>
internal static class Looks
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(Color.Grey);

    public static Style Good { get; } = new(Color.Green);

    public static Style Waiting { get; } = new(Color.Yellow);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Busy { get; } = new(Color.Aqua);

    public static Style Of(RunPhase phase) => phase switch
    {
        RunPhase.Completed => Good,
        RunPhase.AwaitingApproval => Waiting,
        RunPhase.RolledBack or RunPhase.Abandoned => Bad,
        _ when phase.IsRollback() => Bad,
        _ => Busy,
    };

    public static Style Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => Good,
        Verdict.Failed => Bad,
        _ => Waiting,
    };

    public static Style Of(StepProgress progress) => progress switch
    {
        StepProgress.Current => Busy,
        StepProgress.Passed => Good,
        StepProgress.Undone => Bad,
        _ => Quiet,
    };
}

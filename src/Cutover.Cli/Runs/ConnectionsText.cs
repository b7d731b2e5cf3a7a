using System.Collections.Immutable;
using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>The two clocks of a run in lines: where new connections go, and where the open ones are.</summary>
internal static class ConnectionsText
{
    public static ImmutableArray<string> Lines(RunView run) => run.Connections?.Words ?? [ConnectionsView.NotNamed];

    public static Style Look(RunView run) => run.Connections switch
    {
        null => Looks.Quiet,
        { IsOld: true } or { Gaps.IsEmpty: false } => Looks.Waiting,
        _ => Style.Plain,
    };
}

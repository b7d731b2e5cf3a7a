using System.CommandLine;
using Cutover.Cli.Runs;
using Cutover.Cli.Terminal;
using Spectre.Console;

namespace Cutover.Cli.Commands;

/// <summary>Shows past runs, or the decision log of one.</summary>
internal static class HistoryCommand
{
    private const int Runs = 20;
    private const int Decisions = 200;

    public static Command Create(Shell shell)
    {
        var id = CommandParts.OptionalRun("without it the runs themselves");
        var take = CommandParts.Take($"How many, the newest of them. Default: {Runs} runs, {Decisions} decisions.");
        var all = new Option<bool>("--all", "-a") { Description = "With an id: the heartbeat between the notable decisions as well." };
        var command = new Command(
            "history", "Show the runs, open ones first, then the newest; or the decision log of one run.") { id, take, all };
        shell.AtHost(command, (parsed, session) => parsed.GetValue(id) is { } run
            ? LogAsync(run, parsed.GetValue(take) ?? Decisions, !parsed.GetValue(all), session)
            : ListAsync(parsed.GetValue(take) ?? Runs, session));
        return command;
    }

    private static async Task<int> ListAsync(int take, Session session)
    {
        var answer = await RunPages.TakeAsync(session, take);
        return answer.TryGet(out var runs, out var problem)
            ? session.Output.Result(
                runs, console => console.Write(runs.IsEmpty ? new Text("There has been no run yet.\n") : RunTable.Of(runs)))
            : session.Output.Fail(problem);
    }

    private static async Task<int> LogAsync(long id, int take, bool notableOnly, Session session)
    {
        var answer = await DecisionPages.TakeAsync(session.Host, id, notableOnly, take, session.Cancellation);
        if (!answer.TryGet(out var log, out var problem))
        {
            return session.Output.Fail(problem);
        }

        if (log.IsCutOff)
        {
            session.Output.Notice(FormattableString.Invariant($"Older decisions are left out; more of them: --take {take * 2}"));
        }

        return session.Output.Result(log.Decisions, console => Write(console, log, session.Output.IsTerminal));
    }

    private static void Write(IAnsiConsole console, DecisionLog log, bool isTerminal)
    {
        if (isTerminal)
        {
            console.Write(DecisionTable.Of(log.Decisions, Figures.Moment));
            return;
        }

        foreach (var decision in log.Decisions)
        {
            console.Profile.Out.Writer.WriteLine(DecisionText.Line(decision));
        }
    }
}

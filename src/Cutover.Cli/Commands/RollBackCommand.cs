using System.CommandLine;
using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;
using Cutover.Cli.Watching;
using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>Restores the weights from before the run.</summary>
internal static class RollBackCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.OptionalRun("without it the only open one");
        var reason = CommandParts.Reason("Why; kept in the decision log.");
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask. Without a terminal nothing is asked anyway." };
        var watch = CommandParts.Watch();
        var command = new Command(
            "rollback", "Restore the weights that held before the run, after saying which they are.") { id, reason, yes, watch };
        shell.AtHost(command, (parsed, session) =>
            RunAsync(parsed.GetValue(id), parsed.GetValue(reason), parsed.GetValue(yes), parsed.GetValue(watch), session));
        return command;
    }

    private static async Task<int> RunAsync(long? id, string? reason, bool yes, bool watch, Session session)
    {
        if (!(await Asking.PrepareAsync(id, OperatorAct.RollBack, reason, session)).TryGet(out var asking, out var problem))
        {
            return session.Output.Fail(problem);
        }

        if (!Announce(asking, yes, session.Output))
        {
            return session.Output.Fail(new CommandProblem(ExitCodes.Interrupted, "not rolled back: nothing was done"));
        }

        if (!(await asking.DoAsync(reason, session)).TryGet(out var done, out var refused))
        {
            return session.Output.Fail(refused);
        }

        if (watch)
        {
            session.Output.Notice(FormattableString.Invariant($"Run {done.RunId}: {done.Reason}"));
            return await Watch.RunAsync(session, done.RunId, fromTheStart: false, wanted: RunPhase.RolledBack);
        }

        return session.Output.Result(
            done, console => console.Profile.Out.Writer.WriteLine(FormattableString.Invariant($"Run {done.RunId}: {done.Reason}")));
    }

    // What the machine would refuse needs no confirmation; it is asked all the same and says why.
    private static bool Announce(Asking asking, bool yes, Output output)
    {
        if (!asking.Act.Allowed)
        {
            return true;
        }

        var words = FormattableString.Invariant($"{asking.Act.Label} (run {asking.RunId}): {asking.Act.Effect}");
        if (output.CanAsk && !yes)
        {
            return Output.Confirms($"{words}\nRoll back now?");
        }

        if (!output.IsJson)
        {
            Console.Out.WriteLine(words);
        }

        return true;
    }
}

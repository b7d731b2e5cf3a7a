using System.CommandLine;
using Cutover.Cli.Emergency;
using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;
using Cutover.Cli.Watching;
using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>Restores the weights from before the run; through the host or, with "--break-glass", past it.</summary>
internal static class RollBackCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.OptionalRun("without it the only open one");
        var reason = CommandParts.Reason("Why; kept in the decision log.");
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = "Do not ask. Through the host nothing is asked without a terminal anyway.",
        };
        var watch = CommandParts.Watch();
        var glass = new BreakGlassArguments();
        var command = new Command(
            "rollback", "Restore the weights that held before the run, after saying which they are.") { id, reason, yes, watch };
        foreach (var option in glass.All)
        {
            command.Add(option);
        }

        RefuseMixtures(command, glass, id, watch);
        command.SetAction((parsed, cancellation) => parsed.GetValue(glass.BreakGlass)
            ? BreakGlassCommand.RunAsync(parsed, glass, parsed.GetValue(reason), parsed.GetValue(yes), shell, cancellation)
            : shell.AtHostAsync(
                parsed,
                (_, session) => RunAsync(
                    parsed.GetValue(id),
                    parsed.GetValue(reason),
                    parsed.GetValue(yes),
                    parsed.GetValue(watch),
                    parsed.GetValue(glass.Playbook),
                    session),
                cancellation));
        return command;
    }

    private static void RefuseMixtures(Command command, BreakGlassArguments glass, Argument<long?> id, Option<bool> watch) =>
        command.Validators.Add(result =>
        {
            var isPast = result.GetValue(glass.BreakGlass);
            var strange = isPast ? [watch] : glass.OnlyBreakGlass;
            foreach (var option in strange.Where(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError($"{option.Name} {(isPast ? "needs the host, which --break-glass goes past" : "needs --break-glass")}");
            }

            if (isPast && result.GetResult(id) is { Tokens.Count: > 0 })
            {
                result.AddError("only the host knows a run's number: with --break-glass say --playbook file");
            }
        });

    private static async Task<int> RunAsync(long? id, string? reason, bool yes, bool watch, string? playbook, Session session)
    {
        if (!(await Asking.PrepareAsync(id, OperatorAct.RollBack, reason, session)).TryGet(out var asking, out var problem))
        {
            return session.Output.Fail(WayOut.Beside(problem, playbook, runId: null));
        }

        if (!Announce(asking, yes, session.Output))
        {
            return session.Output.Fail(new CommandProblem(ExitCodes.Interrupted, "not rolled back: nothing was done"));
        }

        if (!(await asking.DoAsync(reason, session)).TryGet(out var done, out var refused))
        {
            return session.Output.Fail(WayOut.Beside(refused, playbook, asking.RunId));
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

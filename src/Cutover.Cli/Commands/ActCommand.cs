using System.CommandLine;
using Cutover.Cli.Runs;
using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>The commands that ask something of a run and need no confirmation.</summary>
internal static class ActCommand
{
    public static IEnumerable<Command> CreateAll(Shell shell) =>
    [
        Create(shell, "pause", OperatorAct.Pause, "Stop advancing; the gates go on guarding."),
        Create(shell, "resume", OperatorAct.Resume, "Advance again."),
        Create(shell, "approve", OperatorAct.Approve, "Let the step that waits begin."),
        Create(
            shell,
            "skip",
            OperatorAct.Skip,
            "End the preflight or the bake now; after a bake the gates must still have passed. Needs --reason."),
        Create(shell, "back", OperatorAct.StepBack, "Go to the weights of the step before and hold there."),
        Create(
            shell,
            CommandNames.AcceptDrift,
            OperatorAct.Adopt,
            "Take the weights that someone else wrote for what is applied, and hold there; writes nothing. "
                + "\"cutover status ID\" shows them."),
        Create(
            shell,
            CommandNames.Restore,
            OperatorAct.Restore,
            "Write what was last applied over what someone else wrote, unless that has changed once more, and hold there."),
        Create(
            shell,
            CommandNames.Abandon,
            OperatorAct.Abandon,
            "End the run and leave the weights as they are: nobody guards them afterwards. Needs --reason."),
    ];

    private static Command Create(Shell shell, string name, OperatorAct act, string description)
    {
        var id = CommandParts.OptionalRun("without it the only open one");
        var reason = CommandParts.Reason("Why; kept in the decision log.");
        var command = new Command(name, description) { id, reason };
        shell.AtHost(command, (parsed, session) => RunAsync(parsed.GetValue(id), act, parsed.GetValue(reason), session));
        return command;
    }

    private static async Task<int> RunAsync(long? id, OperatorAct act, string? reason, Session session)
    {
        if (!(await Asking.PrepareAsync(id, act, reason, session)).TryGet(out var asking, out var problem))
        {
            return session.Output.Fail(problem);
        }

        return (await asking.DoAsync(reason, session)).TryGet(out var done, out var refused)
            ? session.Output.Result(
                done, console => console.Profile.Out.Writer.WriteLine(FormattableString.Invariant($"Run {done.RunId}: {done.Reason}")))
            : session.Output.Fail(refused);
    }
}

using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;

namespace Cutover.Cli.Commands;

/// <summary>An act on its way to a run: what it would do is known from the host, and the host has not been asked to do it yet.</summary>
/// <param name="AsOf">The run's latest decision when the person saw what the act would do.</param>
internal sealed record Asking(long RunId, ActView Act, long AsOf)
{
    /// <summary>Finds the run and what the act would do to it.</summary>
    public static async Task<Answer<Asking>> PrepareAsync(long? asked, OperatorAct act, string? reason, Session session)
    {
        if (!(await RunChoice.ChooseAsync(asked, session)).TryGet(out var id, out var none))
        {
            return none;
        }

        if (!(await session.Host.RunAsync(id, session.Cancellation)).TryGet(out var run, out var problem))
        {
            return problem;
        }

        var view = run.Acts.First(candidate => candidate.Act == act);
        return view.NeedsReason && string.IsNullOrWhiteSpace(reason)
            ? new CommandProblem(
                ExitCodes.Usage, $"\"{view.Label}\" needs a reason", Next: "say why with --reason \"…\"; it is kept in the decision log")
            : new Asking(id, view, run.Summary.Sequence);
    }

    /// <summary>Asks the host. It is asked even when the act looked refused: the machine decides, and says why not.</summary>
    public async Task<Answer<ActDone>> DoAsync(string? reason, Session session)
    {
        var request = new ActRequest(Act.Act, reason, Act.Step, ActRequest.LookedAt(Act.Act, AsOf));
        var answer = await session.Host.ActAsync(RunId, request, session.Cancellation);
        return answer.TryGet(out var done, out var problem) ? new ActDone(RunId, Act.Act, Act.Effect, done.Reason) : problem;
    }
}

using System.Collections.Immutable;
using Cutover.Cli.Access;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Emergency;

namespace Cutover.Cli.Emergency;

/// <summary>
/// A rollback past the host: reads, shows, asks, writes, waits, verifies. A zone that fails does not keep the others from it.
/// </summary>
internal sealed class BreakGlassRollback(GlassSession session, bool yes, bool noWait)
{
    private ImmutableArray<ZoneOutcome> outcomes = [];

    public async Task<int> RunAsync(ImmutableArray<ZoneRequest> requests)
    {
        try
        {
            outcomes = await ReadAsync(requests);
            Show();
            if (outcomes.Any(outcome => outcome.IsWritable) && GlassConfirmation.Ask(session, yes) is { } refused)
            {
                return session.Output.Fail(refused);
            }

            await EachAsync(outcome => outcome.IsWritable, outcome => ZoneWriting.WriteAsync(session, outcome.Found!));
            if (!noWait)
            {
                await EachAsync(outcome => outcome.Change is not null, VerifyAsync);
            }
        }
        catch (OperationCanceledException)
        {
            return session.Output.Fail(Interrupted());
        }

        return End();
    }

    private async Task<ImmutableArray<ZoneOutcome>> ReadAsync(ImmutableArray<ZoneRequest> requests)
    {
        var ids = await Task.WhenAll(requests.Select(async request =>
            (Request: request, Id: await ZoneSearch.FindAsync(session.Route53, request.Zone, session.Cancellation))));
        var (zones, lost) = (new List<(ZoneRequest Request, string Id)>(), new List<ZoneOutcome>());
        foreach (var (request, answer) in ids)
        {
            if (answer.TryGet(out var id, out var problem))
            {
                zones.Add((request, id));
            }
            else
            {
                lost.Add(new ZoneOutcome(request.Zone, Problem: problem));
            }
        }

        // A playbook may give the same zone once by its name and once by its id: it is one batch all the same.
        var read = await Task.WhenAll(zones.GroupBy(zone => zone.Id).Select(ReadAsync));
        return [.. read, .. lost];
    }

    private async Task<ZoneOutcome> ReadAsync(IGrouping<string, (ZoneRequest Request, string Id)> zone)
    {
        var name = zone.First().Request.Zone;
        var read = await ZoneReading.ReadAsync(session, name, zone.Key, [.. zone.SelectMany(part => part.Request.Requests)]);
        return read.TryGet(out var found, out var problem) ? new ZoneOutcome(name, found) : new ZoneOutcome(name, Problem: problem);
    }

    private void Show()
    {
        foreach (var outcome in outcomes.Where(_ => !session.Output.IsJson))
        {
            Console.Out.WriteLine(outcome.Found is { } found
                ? GlassText.Of(found)
                : $"Zone {outcome.Zone}\n  NOT ROLLED BACK: {outcome.Problem!.Title}. {outcome.Problem.Detail}");
        }
    }

    private async Task EachAsync(Func<ZoneOutcome, bool> concerned, Func<ZoneOutcome, Task<ZoneOutcome>> act)
    {
        foreach (var outcome in outcomes.Where(concerned).ToList())
        {
            outcomes = outcomes.Replace(outcome, await act(outcome));
        }
    }

    private async Task<ZoneOutcome> VerifyAsync(ZoneOutcome written)
    {
        var synced = await SyncWait.UntilInSyncAsync(session, written);
        return synced.Trouble is null ? await ZoneCheck.CheckAsync(session, synced) : synced;
    }

    private int End()
    {
        var problem = GlassEnding.ProblemOf(outcomes);
        if (session.Output.IsJson)
        {
            session.Output.Result(GlassReports.Of(session, outcomes, problem?.ExitCode ?? ExitCodes.Ok), _ => { });
        }
        else
        {
            outcomes.SelectMany(OutcomeText.Of).ToList().ForEach(Console.Out.WriteLine);
        }

        return problem is null ? ExitCodes.Ok : session.Output.Fail(problem);
    }

    private CommandProblem Interrupted() => new(
        ExitCodes.Interrupted,
        "interrupted",
        outcomes.Any(outcome => outcome.Change is not null)
            ? string.Join("; ", outcomes
                .Where(outcome => outcome.Change is not null)
                .Select(outcome => $"{outcome.Zone} is written (change {outcome.Change!.Id})"))
            : "a batch that was under way may have been accepted",
        "say the same again: it is safe to repeat");
}

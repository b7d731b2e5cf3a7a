using System.Text.RegularExpressions;
using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>
/// One random history on one pair. One move at a time is drawn by the seed, and the next only when whoever moved is on the wire again or
/// done; so a seed always gives the same history.
/// </summary>
internal sealed partial class History(Scene scene, Turns turns, DriftCheck drifts, Random random)
{
    private const int Troubled = 160;
    private const int Patience = 3000;

    private readonly List<string> told = [];
    private DateTimeOffset quietSince;

    /// <summary>What happened, move by move.</summary>
    public string Told => string.Join(Environment.NewLine, told);

    private string? Broken => scene.Judge.Wrong.Count > 0 ? scene.Judge.Wrong[0] : drifts.Wrong;

    /// <summary>Plays the history of a seed; null where every rule held, and else what broke and all that led to it.</summary>
    public static async Task<Breach?> PlayAsync(int seed, Tally tally)
    {
        var random = new Random(seed);
        await using var scene = new Scene(random, tally);
        var drifts = new DriftCheck(scene.Judge, tally);
        var history = new History(scene, new Turns(scene, tally, drifts), drifts, random);
        tally.Count(scene.Marked ? "histories with marks" : "histories without marks");
        var broken = await history.PlayAsync();
        return broken is null ? null : new Breach(seed, broken, history.Told);
    }

    /// <summary>The history of a seed, move by move.</summary>
    public static async Task<string> TellAsync(int seed)
    {
        var (random, tally) = (new Random(seed), new Tally());
        await using var scene = new Scene(random, tally);
        var drifts = new DriftCheck(scene.Judge, tally);
        var history = new History(scene, new Turns(scene, tally, drifts), drifts, random);
        await history.PlayAsync();
        return history.Told;
    }

    private async Task<string?> PlayAsync()
    {
        var troubles = new Troubles(scene, turns, random);
        for (var made = 0; made < Troubled && Broken is null; made++)
        {
            if (Draw([.. troubles.Moves()]) is not { } move)
            {
                break;
            }

            await MakeAsync(move);
        }

        return Broken ?? await CalmDownAsync() ?? await GoHomeAsync();
    }

    // No faults, no foreigners, every gate passes, and a person lets go on what only waits for a person's word.
    private async Task<string?> CalmDownAsync()
    {
        quietSince = scene.Now;
        for (var move = 0; move < Patience && Broken is null; move++)
        {
            if (NextInCalm() is not { } next)
            {
                return scene.Cutovers.Select(Unsaid).FirstOrDefault(words => words is not null);
            }

            await MakeAsync(next);
        }

        return Broken ?? "it hangs: nothing is wrong any more, and it neither ends nor holds";
    }

    // At the end a person takes every run back.
    private async Task<string?> GoHomeAsync()
    {
        for (var time = 0; time < 3; time++)
        {
            foreach (var cutover in scene.Cutovers.Where(cutover => cutover.IsOpen))
            {
                await MakeAsync(turns.Ask(cutover, OperatorAct.RollBack, 1));
            }

            if (await CalmDownAsync() is { } broken)
            {
                return broken;
            }
        }

        return scene.Cutovers.FirstOrDefault(cutover => cutover.IsOpen && !scene.Judge.Content.HasThird) is { } left
            ? $"{left.Name} did not get home: {left.State!.Phase}, {left.State.Hold?.Words}"
            : null;
    }

    private Move? NextInCalm() =>
        scene.Wire.Held.Select(request => turns.Release(request, Fault.None, 1)).FirstOrDefault()
        ?? scene.Cutovers.Where(cutover => cutover.HasMail).Select(cutover => turns.Deliver(cutover, 1)).FirstOrDefault()
        ?? scene.Cutovers.Where(cutover => cutover.IsOpen).Select(Encouraged).OfType<Move>().FirstOrDefault()
        ?? (scene.Cutovers.Any(cutover => cutover.IsOpen && !IsStuck(cutover)) ? turns.PassTime(1).First() : null);

    private Move? Encouraged(CutoverActor cutover) => cutover.State! switch
    {
        { Phase: var phase } when !phase.IsRollback() && NeedsPass(cutover) => turns.Judge(cutover, Verdict.Passed, 1),
        { Hold: not null, Drift: null, RollbackReason: null } => turns.Ask(cutover, OperatorAct.Resume, 1),
        { Phase: RunPhase.AwaitingApproval, Approved: false, Hold: null } => turns.Ask(cutover, OperatorAct.Approve, 1),
        _ => null,
    };

    private bool NeedsPass(CutoverActor cutover) =>
        cutover.State!.Gates.Values.Any(
            gate => gate.Target?.Verdict != Verdict.Passed || scene.Now - gate.Target.DataTo > TimeSpan.FromSeconds(20));

    // The zone has been read several times since anything moved.
    private bool IsStuck(CutoverActor cutover) => cutover.State!.Drift is not null && scene.Now - quietSince > TimeSpan.FromMinutes(2);

    // Whoever is not done by now has to say what is in its way.
    private string? Unsaid(CutoverActor cutover)
    {
        if (!cutover.IsOpen || cutover.State!.Phase == RunPhase.Abandoned)
        {
            return null;
        }

        var (content, words) = (scene.Judge.Content, cutover.State.Drift ?? "nothing");
        var unsaid = new[]
        {
            content.Weights is null ? "is missing" : null,
            content.HasThird ? "third record set" : null,
            IsAnothers(content.Owner, cutover) ? $"run {content.Owner}" : null,
            content is { HasThird: false, Owner: null, Weights: { } weights } ? $"{weights}" : null,
        }.OfType<string>().Where(word => !words.Contains(word, StringComparison.Ordinal)).ToList();
        return cutover.State.Hold is null || unsaid.Count > 0
            ? $"{cutover.Name} stands still at {content}, held for {cutover.State.Hold?.Words}, and says {words}; "
                + $"it does not say {string.Join(", ", unsaid)}"
            : null;
    }

    private static bool IsAnothers(string? owner, CutoverActor cutover) =>
        owner is not null && cutover.Plan.Owner is { } own && owner != own && !cutover.State!.Phase.IsRollback();

    private Move? Draw(IReadOnlyList<Move> moves)
    {
        var at = random.NextDouble() * moves.Sum(move => move.Weight);
        foreach (var move in moves)
        {
            at -= move.Weight;
            if (at <= 0)
            {
                return move;
            }
        }

        return moves.Count == 0 ? null : moves[^1];
    }

    private async Task MakeAsync(Move move)
    {
        told.Add($"{scene.Now:HH:mm:ss} {Drawn().Replace(move.Words, "...")}");
        var before = Standing();
        var came = await move.MakeAsync();
        quietSince = before.SequenceEqual(Standing()) ? quietSince : scene.Now;
        told[^1] += $" -> {Drawn().Replace(came, "...")}";
    }

    private List<(RunPhase?, Hold?)> Standing() => [.. scene.Cutovers.Select(cutover => (cutover.State?.Phase, cutover.State?.Hold))];

    // Ids that the emulator draws.
    [GeneratedRegex("C[A-Z0-9]{20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Drawn();
}

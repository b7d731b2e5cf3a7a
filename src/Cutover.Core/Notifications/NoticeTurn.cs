using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Notifications;

/// <summary>One decision with what it was made from, as notices look at it.</summary>
internal sealed record NoticeTurn(Plan Plan, RunState? Before, RunEvent Happened, Decision Decision)
{
    public RunState After => Decision.State;

    public string Reason => Decision.Reason;

    public ImmutableArray<RecordWeights> AppliedBefore => Before?.Applied ?? Plan.Initial;

    /// <summary>What the machine itself wants told; null for nothing.</summary>
    public string? Announced { get; } =
        Decision.Commands.OfType<AnnounceCommand>().Select(announce => announce.Words).Distinct().ToList() is { Count: > 0 } words
            ? string.Join(' ', words)
            : null;

    /// <summary>What a person asked for and why, without what the machine says beside it; null for anything else.</summary>
    public string? Asked => Happened switch
    {
        StartedEvent started => By("Started", started.Who, started.Why),
        OperatorAskedEvent { Act: OperatorAct.Resume } asked => By("Resumed", asked.Who, asked.Why),
        _ => null,
    };

    /// <summary>A person asked for it, here or past the host.</summary>
    public bool IsByPerson => Happened is OperatorAskedEvent or ZoneReadEvent { Found.BreakGlass: not null };

    private static string By(string what, string who, string? why) =>
        $"{what} by {who}{(string.IsNullOrWhiteSpace(why) ? string.Empty : $": {why.TrimEnd('.')}")}.";

    public bool IsAsked(OperatorAct act) => Happened is OperatorAskedEvent asked && asked.Act == act;
}

using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>As much of Route 53 as a run can see: one zone, compare-and-swap, PENDING for a while.</summary>
internal sealed class SmallRoute53(Plan plan)
{
    private readonly Dictionary<string, DateTimeOffset> _inSyncAt = [];

    public ImmutableArray<RecordWeights> Zone { get; set; } = plan.Initial;

    /// <summary>How long a change is PENDING.</summary>
    public TimeSpan Spreading { get; set; } = TimeSpan.FromSeconds(4);

    public void WriteForeign(PairWeights weights) => Zone = [.. Zone.Select(pair => pair with { Weights = weights })];

    /// <summary>Carries out a command and gives its outcome.</summary>
    public RunEvent Perform(RunCommand command, Luck luck, DateTimeOffset now) => command switch
    {
        ApplyWeightsCommand apply => Apply(apply, luck, now),
        CheckChangeCommand check => Check(check, luck, now),
        ReadZoneCommand read => luck is Luck.Passing or Luck.Lasting
            ? new ZoneUnreadEvent(read.Reading, "Throttling")
            : new ZoneReadEvent(read.Reading, new PairReading(Zone, [])),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "has no outcome"),
    };

    private RunEvent Apply(ApplyWeightsCommand apply, Luck luck, DateTimeOffset now)
    {
        if (luck is Luck.Passing or Luck.Lasting)
        {
            return new ChangeFailedEvent(
                apply.Change,
                luck == Luck.Passing ? ChangeFailure.Passing : ChangeFailure.Lasting,
                luck == Luck.Passing ? "Throttling" : "AccessDenied");
        }

        var expected = apply.Known.Add(apply.Wanted).Any(known => known.SameAs(Zone));
        if (!expected && !apply.Overwrite)
        {
            return new ChangeFailedEvent(apply.Change, ChangeFailure.Conflict, $"the zone holds {Zone.InWords()}");
        }

        var replaced = expected ? null : Zone.InWords();
        var id = $"C{_inSyncAt.Count + 1}";
        _inSyncAt[id] = now + (luck == Luck.Slow ? 30 * Spreading : Spreading);
        Zone = apply.Wanted;
        return new ChangeAcceptedEvent(apply.Change, id, replaced);
    }

    private RunEvent Check(CheckChangeCommand check, Luck luck, DateTimeOffset now) => luck switch
    {
        Luck.Passing or Luck.Lasting => new ChangeUncheckedEvent(check.Change, "Throttling"),
        Luck.Forgotten => new ChangeUnknownEvent(check.Change, "NoSuchChange"),
        _ when _inSyncAt.GetValueOrDefault(check.ChangeId, now) <= now => new ChangeInSyncEvent(check.Change),
        _ => new ChangePendingEvent(check.Change),
    };
}

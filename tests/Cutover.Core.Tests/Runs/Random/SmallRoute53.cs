using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>As much of Route 53 as a run can see: record sets in zones, atomic batches, PENDING for a while, and answers.</summary>
internal sealed class SmallRoute53(Plan plan)
{
    private readonly Dictionary<string, DateTimeOffset> _inSyncAt = [];
    private readonly HashSet<string> _foreign = [];

    public Dictionary<string, SmallZone> Zones { get; } = plan.Zones.ToDictionary(zone => zone.Id, zone => new SmallZone(plan, zone.Id));

    /// <summary>The weights in all zones.</summary>
    public ImmutableArray<RecordWeights> Weights => [.. plan.Zones.SelectMany(zone => Zones[zone.Id].Reading.Weights)];

    /// <summary>How long a change is PENDING.</summary>
    public TimeSpan Spreading { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Someone else's weights that a write of this run replaced without having been told to overwrite.</summary>
    public List<(ApplyWeightsCommand Write, ImmutableArray<RecordWeights> Weights)> Replaced { get; } = [];

    /// <summary>True once anyone else has written anything.</summary>
    public bool Disturbed { get; private set; }

    public bool AllHold(ImmutableArray<RecordWeights> weights) => Weights.SameAs(weights);

    public bool HasOwnMarks(string zoneId) => 
        plan.Owner is not null && Zones[zoneId].Sets.Any(set => OwnershipMark.Parse(set)?.Run == plan.Owner);

    /// <summary>Someone else writes into a zone.</summary>
    public void WriteForeign(int zone, Action<SmallZone> write)
    {
        var id = plan.Zones[zone % plan.Zones.Length].Id;
        (_, Disturbed) = (_foreign.Add(id), true);
        write(Zones[id]);
    }

    /// <summary>Someone puts back what the run last wrote.</summary>
    public void Mend(ImmutableArray<RecordWeights> applied)
    {
        _foreign.Clear();
        foreach (var zone in Zones.Values)
        {
            zone.Mend(applied);
        }
    }

    /// <summary>Carries out a command and gives its outcome.</summary>
    public RunEvent Perform(RunCommand command, Luck luck, DateTimeOffset now) => command switch
    {
        ApplyWeightsCommand apply => Apply(apply, luck, now),
        CheckChangeCommand check => Check(check, luck, now),
        ReadZoneCommand read => luck is Luck.Passing or Luck.Lasting
            ? new ZoneUnreadEvent(read.Reading, "Throttling")
            : new ZoneReadEvent(read.Reading, PairReading.Together(plan.Zones.Select(zone => Zones[zone.Id].Reading))),
        ObserveAnswersCommand observe => new AnswersObservedEvent(
            observe.Observation, [.. observe.Wanted.Select(wanted => Answers(wanted, luck))]),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "has no outcome"),
    };

    private RunEvent Apply(ApplyWeightsCommand apply, Luck luck, DateTimeOffset now)
    {
        if (luck is Luck.Passing or Luck.Lasting)
        {
            return luck == Luck.Passing ? Failed(apply, "Throttling") : Failed(apply, "AccessDenied", ChangeFailure.Lasting);
        }

        var zone = Zones[apply.ZoneId];
        var before = zone.Reading.Weights;
        // A rollback has no request to spare: it first takes the zone to hold what this run wrote last.
        if (apply.Urgent && CompareAndSwap.Prepare(plan, apply, CompareAndSwap.LastWritten(plan, apply)) is SwapBatch guess
            && zone.TryWrite(guess.Changes))
        {
            return Written(apply, luck, now, guess, before);
        }

        return CompareAndSwap.Prepare(plan, apply, zone.Sets) switch
        {
            SwapBatch batch when zone.TryWrite(batch.Changes) => Written(apply, luck, now, batch, before),
            SwapConflict conflict => Failed(apply, conflict.Difference, ChangeFailure.Conflict),
            _ => throw new InvalidOperationException("A batch made from what the zone holds was refused."),
        };
    }

    private RunEvent Written(
        ApplyWeightsCommand apply, Luck luck, DateTimeOffset now, SwapBatch batch, ImmutableArray<RecordWeights> before)
    {
        if (_foreign.Remove(apply.ZoneId) && !apply.Overwrite && !apply.Known.Add(apply.Wanted).Any(known => known.SameAs(before)))
        {
            Replaced.Add((apply, before));
        }

        var id = $"C{_inSyncAt.Count + 1}";
        _inSyncAt[id] = now + (luck == Luck.Slow ? 30 * Spreading : Spreading);
        return luck == Luck.Forgotten
            ? Failed(apply, "the connection was reset before the answer")
            : new ChangeAcceptedEvent(apply.Change, id, batch.Replaces, batch.LeavesAlone);
    }

    private RunEvent Check(CheckChangeCommand check, Luck luck, DateTimeOffset now) => luck switch
    {
        Luck.Passing or Luck.Lasting => new ChangeUncheckedEvent(check.Change, "Throttling"),
        Luck.Forgotten => new ChangeUnknownEvent(check.Change, "NoSuchChange"),
        _ when _inSyncAt.GetValueOrDefault(check.ChangeId, now) <= now => new ChangeInSyncEvent(check.Change),
        _ => new ChangePendingEvent(check.Change),
    };

    // Slow luck is a false alarm here.
    private ObservedAnswers Answers(RecordWeights wanted, Luck luck)
    {
        var verdict = luck switch
        {
            Luck.Passing or Luck.Lasting => AnswersVerdict.Unseen,
            Luck.Slow => AnswersVerdict.Differs,
            _ => Weights.Any(pair => pair.Record == wanted.Record && pair.Weights == wanted.Weights)
                ? AnswersVerdict.Matches
                : AnswersVerdict.Differs,
        };
        return new ObservedAnswers(wanted.Record, verdict, 50, 50, 0, 0, $"{wanted.Record}: {verdict}");
    }

    private static ChangeFailedEvent Failed(ApplyWeightsCommand apply, string why, ChangeFailure failure = ChangeFailure.Passing) =>
        new(apply.Change, failure, why);
}

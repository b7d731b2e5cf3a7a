using CsCheck;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>Events of every kind, with numbers and weights out of thin air.</summary>
internal static class JunkEvents
{
    private static readonly Gen<int> Change = Gen.Int[0, 5];

    private static readonly PairDifference Gone =
        new(DifferenceKind.Missing, SamplePlans.Simple.Records[0].Key, "the record set is gone");

    private static readonly Gen<RecordWeights> Weights = Gen.Select(
        Gen.Enum<RecordType>(),
        Gen.Int[0, 255],
        Gen.Int[0, 255],
        (type, source, target) => new RecordWeights(new RecordKey("Z1", "wss.lab.example.", type), new PairWeights(source, target), 10));

    private static readonly Gen<StackVerdict> Stack = Gen.Select(
        Gen.Enum<Verdict>(), Gen.Int[-100, 100], Gen.Int[-100, 100],
        (verdict, from, to) => new StackVerdict(
            verdict, double.NaN, 0, SamplePlans.Noon.AddSeconds(from), SamplePlans.Noon.AddSeconds(to), "junk"));

    public static Gen<RunEvent> Any { get; } = Gen.OneOf<RunEvent>(
        Gen.Const((RunEvent)new StartedEvent("eve", null)),
        Gen.Const((RunEvent)new TickedEvent()),
        Gen.Const((RunEvent)new TakenUpEvent()),
        Change.Select(change => (RunEvent)new ChangeAcceptedEvent(change, "C-junk", null)),
        Change.Select(change => (RunEvent)new ChangePendingEvent(change)),
        Change.Select(change => (RunEvent)new ChangeInSyncEvent(change)),
        Change.Select(change => (RunEvent)new ChangeUncheckedEvent(change, "junk")),
        Change.Select(change => (RunEvent)new ChangeUnknownEvent(change, "junk")),
        Gen.Select(Change, Gen.Enum<ChangeFailure>(), (change, failure) => (RunEvent)new ChangeFailedEvent(change, failure, "junk")),
        Gen.Select(
            Gen.OneOf("handshakes", "Errors", "nobody"),
            Stack,
            Stack,
            (gate, target, source) => (RunEvent)new GateJudgedEvent(gate, target, source)),
        Gen.Int[0, 4].Select(count => (RunEvent)new DialsComparedEvent(new DialComparison(
            "junk", DialAnswers.Of(Enumerable.Repeat(new DialAnswer(101), count)), DialAnswers.Of([])))),
        Gen.Select(
            Change,
            Weights.Array[0, 2],
            (change, weights) => (RunEvent)new ZoneReadEvent(change, new PairReading([.. weights], []))),
        Change.Select(change => (RunEvent)new ZoneReadEvent(
            change, new PairReading([], [Gone]))),
        Change.Select(change => (RunEvent)new ZoneUnreadEvent(change, "junk")),
        Gen.Select(
            Change,
            Gen.Enum<AnswersVerdict>(),
            Weights.Array[0, 2],
            (change, verdict, pairs) => (RunEvent)new AnswersObservedEvent(
                change, [.. pairs.Select(pair => new ObservedAnswers(pair.Record, verdict, 1, 1, 0, 0, "junk"))])),
        Gen.Select(
            Gen.Int[-200, 200],
            Gen.Int[0, 100],
            Gen.Int[0, 100],
            (second, low, high) => (RunEvent)new ConnectionsCountedEvent(
                Counts.Of(SamplePlans.Noon.AddSeconds(second), low == high ? null : low, low, high))),
        Gen.Enum<OperatorAct>()
            .Where(act => act != OperatorAct.Abandon)
            .Select(act => (RunEvent)new OperatorAskedEvent(act, "eve", "junk")));
}

using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>A run may call a zone drifted only where someone else wrote since it was last known to be as the run left it.</summary>
internal sealed class DriftCheck(Judge judge, Tally tally)
{
    // What a roll back leaves alone is still there after it.
    private static readonly string[] Stays = ["is marked as run", "third record set"];

    private readonly Dictionary<string, int> othersWhenGood = [];

    /// <summary>What was broken, in words; null so far.</summary>
    public string? Wrong { get; private set; }

    public void Decided(CutoverActor cutover, RunState before)
    {
        var (others, after) = (judge.BatchesOfOthers(cutover.Name), cutover.State!);
        if (after.Drift is null && cutover.Latest is { } letter && SaysWhatIsThere(letter.Event, before))
        {
            othersWhenGood[cutover.Name] = letter.Call.OthersSeen;
        }

        if (before.Hold is null && after.Hold is { Reason: HoldReason.ChangeRefused } hold)
        {
            var refused = hold.Words.Contains("InvalidChangeBatch", StringComparison.Ordinal);
            Wrong ??= refused && others == othersWhenGood.GetValueOrDefault(cutover.Name)
                ? $"{cutover.Name} takes its own write for a refusal: {hold.Words}"
                : null;
        }

        if (before.Drift is null && after.Drift is { } drift)
        {
            tally.Count("drifts seen");
            Wrong ??= others == othersWhenGood.GetValueOrDefault(cutover.Name) && !Stays.Any(drift.Contains)
                ? $"{cutover.Name} calls its own write someone else's: {drift}"
                : null;
        }
    }

    private static bool SaysWhatIsThere(RunEvent happened, RunState before) => happened switch
    {
        ChangeAcceptedEvent accepted => before.Pending.Any(change => change.Number == accepted.Change),
        ZoneReadEvent read => read.Reading == before.Reading,
        _ => false,
    };
}

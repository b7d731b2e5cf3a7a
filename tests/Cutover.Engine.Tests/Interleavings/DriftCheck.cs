using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>A run may call a zone drifted only where someone else wrote since it was last known to be as the run left it.</summary>
internal sealed class DriftCheck(Judge judge, Tally tally)
{
    private readonly Dictionary<string, int> othersWhenGood = [];

    /// <summary>What was broken, in words; null so far.</summary>
    public string? Wrong { get; private set; }

    public void Decided(CutoverActor cutover, RunState before)
    {
        var (others, after) = (judge.BatchesOfOthers(cutover.Name), cutover.State!);
        if (cutover.Latest is { Event: ChangeAcceptedEvent or ZoneReadEvent } letter && after.Drift is null)
        {
            othersWhenGood[cutover.Name] = letter.Call.OthersSeen;
        }

        if (before.Drift is null && after.Drift is { } drift)
        {
            tally.Count("drifts seen");
            Wrong ??= others == othersWhenGood.GetValueOrDefault(cutover.Name)
                ? $"{cutover.Name} calls its own write someone else's: {drift}"
                : null;
        }
    }
}

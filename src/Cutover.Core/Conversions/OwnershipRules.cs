using Cutover.Core.Ownership;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>Keeps conversions off records that an open run moves, wherever that run is driven from.</summary>
internal static class OwnershipRules
{
    public static Refusal? Check(SelectedRecord record, ZonesNow now)
    {
        if (now.OpenRuns.TryGetValue(record.Key, out var run))
        {
            return record.Refuse($"the open run {run} moves it", "Wait for that run to end, roll it back, or abandon it");
        }

        return record.Mark is not { } mark || (OwnershipMark.Parse(mark) is { Run: var marked } && now.EndedRuns.Contains(marked))
            ? null
            : record.Refuse(
                $"{mark.Name.TrimEnd('.')} TXT says that a Cutover moves it: {string.Join(" ", mark.Values)}",
                "Wait for that run to end, or roll it back, where it was started; if that Cutover is gone for good, delete the TXT record");
    }
}

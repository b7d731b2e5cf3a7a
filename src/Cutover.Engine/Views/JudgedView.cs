using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Views;

/// <summary>A stored verdict about one stack with the raw points it judged.</summary>
/// <param name="Stack">The stack's name; of a gate that knows no stacks "both stacks".</param>
/// <param name="Value">In <paramref name="Unit"/>; null without one.</param>
/// <param name="Objective">As it was at the time.</param>
/// <param name="AgeSeconds">From the end of the data to the verdict.</param>
/// <param name="LatenessSeconds">How late data of this source had lately been; null where nobody saw it arrive.</param>
/// <param name="Words">The arithmetic.</param>
/// <param name="Measurements">What was measured for it, the newest first; 100 at most.</param>
/// <param name="Points">The raw points of all of them, the newest first; 100 at most.</param>
/// <param name="PointCount">How many raw points there are.</param>
public sealed record JudgedView(
    string Gate,
    StackRole Role,
    string Stack,
    DateTimeOffset At,
    Verdict Verdict,
    double? Value,
    ObjectiveUnit Unit,
    string Objective,
    long Samples,
    DateTimeOffset DataFrom,
    DateTimeOffset DataTo,
    double AgeSeconds,
    double? LatenessSeconds,
    string Words,
    ImmutableArray<MeasurementView> Measurements,
    ImmutableArray<PointView> Points,
    int PointCount);

using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Notifications;

/// <summary>One thing that a decision has to tell.</summary>
/// <param name="Words">What happened and why, in sentences.</param>
/// <param name="Before">What every pair held before.</param>
/// <param name="After">
/// What it holds, or is to hold, after; the same as before where no weight moves.
/// </param>
/// <param name="WaitsFor">Who or what the run waits for now; null for nothing.</param>
/// <param name="Step">The step that waits for an approval, counted from 0; null for anything else.</param>
public sealed record RunNotice(
    NotificationEvent Event,
    string Words,
    ImmutableArray<RecordWeights> Before,
    ImmutableArray<RecordWeights> After,
    string? WaitsFor = null,
    int? Step = null);

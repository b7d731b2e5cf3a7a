using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Views;

/// <summary>A stored verdict: one point of a gate's chart.</summary>
public sealed record VerdictView(
    long Id,
    string Gate,
    StackRole Stack,
    DateTimeOffset At,
    Verdict Verdict,
    double? Value,
    long Samples,
    DateTimeOffset DataFrom,
    DateTimeOffset DataTo,
    string Words);

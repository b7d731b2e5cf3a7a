using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A run that is over, in one line of the history.</summary>
/// <param name="Step">The step it came to, counted from 1; 0 before the first.</param>
/// <param name="Share">The target's share of answers by the weights that Route 53 last accepted, 0 to 1.</param>
/// <param name="Why">Why it went back, or was given up; null for a run that did neither.</param>
public sealed record RunLineView(
    long Id,
    string Playbook,
    string SourceName,
    string TargetName,
    RunPhase Phase,
    int Step,
    int Steps,
    double Share,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? Reason,
    string? Why);

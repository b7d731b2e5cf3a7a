using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What a run knows of the answers since its weights were INSYNC.</summary>
/// <param name="Observation">The number of the latest observation that was asked for.</param>
/// <param name="SeenAt">When all pairs last had answers enough to tell; the INSYNC before there were any.</param>
/// <param name="Matched">The pairs whose latest telling answers matched.</param>
/// <param name="Differing">The pairs whose latest telling answers did not.</param>
/// <param name="AskAt">When they are observed again; null while an observation is under way, and once every pair matched.</param>
/// <param name="Words">What differed or was not seen in the latest observation; null where every pair matched.</param>
/// <param name="Twice">A pair differed in two observations in a row.</param>
public sealed record Answers(
    int Observation,
    DateTimeOffset SeenAt,
    ImmutableArray<RecordKey> Matched,
    ImmutableArray<RecordKey> Differing,
    DateTimeOffset? AskAt = null,
    string? Words = null,
    bool Twice = false);

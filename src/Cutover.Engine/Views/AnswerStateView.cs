using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>What a run knows of the name servers' answers since its weights were INSYNC.</summary>
/// <param name="Matched">How many pairs were seen to match.</param>
/// <param name="Pairs">Of how many.</param>
/// <param name="Differing">The pairs whose answers do not fit the weights: name and type.</param>
/// <param name="Words">What differed or was not seen in the latest observation, with its arithmetic; null where nothing was.</param>
/// <param name="SeenAt">When all pairs last had answers enough to tell; the INSYNC before there were any.</param>
/// <param name="AskAt">When they are asked again; null while an observation is under way, and once every pair matched.</param>
public sealed record AnswerStateView(
    int Matched, int Pairs, ImmutableArray<string> Differing, string? Words, DateTimeOffset SeenAt, DateTimeOffset? AskAt);

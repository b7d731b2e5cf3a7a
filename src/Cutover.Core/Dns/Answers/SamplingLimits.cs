namespace Cutover.Core.Dns.Answers;

/// <summary>How sure an observation has to be, and how many answers it may take for that.</summary>
/// <param name="FalseAlarm">
/// The rate, above 0 and below 1, at which name servers that give exactly the asked share may be called wrong. 0.001 by default.
/// </param>
/// <param name="Miss">The rate, above 0 and below 1, at which name servers that still give the old share may be called right.</param>
/// <param name="Least">
/// The fewest answers, 1 or more. Above what the arithmetic needs on purpose: from 0 to 100 % one answer would do, and it would leave
/// three of a zone's four name servers unasked.
/// </param>
/// <param name="Most">
/// The most answers, at least <paramref name="Least"/>; shares too near to each other for it are told apart less surely.
/// </param>
public sealed record SamplingLimits(double FalseAlarm = 0.001, double Miss = 0.001, int Least = 100, int Most = 2_000)
{
    public static SamplingLimits Default { get; } = new();
}

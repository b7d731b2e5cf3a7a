using System.Collections.Immutable;

namespace Cutover.Lab.Dns;

/// <summary>What the name server says to one question.</summary>
/// <param name="Records">The answer section; CNAMEs on the way come first.</param>
/// <param name="Authority">The zone's SOA when there is no record of the type (NODATA) or no such name.</param>
public sealed record ZoneAnswer(AnswerCode Code, ImmutableArray<AnswerRecord> Records, AnswerRecord? Authority = null)
{
    internal static readonly ZoneAnswer Refused = new(AnswerCode.Refused, []);
}

using System.Collections.Immutable;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>What both stacks showed over the same stretch of time, none of which was in a stretch before. Closed.</summary>
public abstract record Stretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>Events of something bad, and what they were seen in.</summary>
public sealed record CountedStretch(DateTimeOffset From, DateTimeOffset To, Tally Target, Tally Source) : Stretch(From, To);

/// <summary>Single times, in order, in milliseconds.</summary>
public sealed record TimedStretch(
    DateTimeOffset From, DateTimeOffset To, ImmutableArray<double> Target, ImmutableArray<double> Source) : Stretch(From, To);

/// <summary>One value of each stack for a whole period, such as CloudWatch's p99 of a minute, with how many samples they rest on.</summary>
public sealed record PeriodStretch(
    DateTimeOffset From, DateTimeOffset To, double Target, double Source, long TargetSamples, long SourceSamples) : Stretch(From, To);

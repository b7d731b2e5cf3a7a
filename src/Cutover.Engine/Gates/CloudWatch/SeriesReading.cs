using System.Collections.Immutable;
using Cutover.Core.Gates;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>What came of a <see cref="SeriesRequest"/>.</summary>
internal abstract record SeriesReading;

/// <summary>The datapoints, oldest first.</summary>
internal sealed record SeriesRead(ImmutableArray<DataPoint> Values, ImmutableArray<DataPoint> Evidence) : SeriesReading;

/// <summary>CloudWatch did not give them.</summary>
/// <param name="Why">Without a full stop at the end.</param>
/// <param name="IsRefused">CloudWatch cannot answer this request however often it is asked.</param>
internal sealed record SeriesUnread(string Why, bool IsRefused) : SeriesReading;

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Cutover.Core.Gates;

/// <summary>One reading of a gate on one stack, over the window from <paramref name="From"/> to <paramref name="To"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Measured), "value")]
[JsonDerivedType(typeof(Filling), "filling")]
[JsonDerivedType(typeof(NoData), "no-data")]
[JsonDerivedType(typeof(NotMeasured), "error")]
public abstract record Measurement(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>
    /// How late data of this source has lately been, from the end of a period until it could be read; null where nobody saw it arrive.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Lateness { get; init; }

    /// <summary>For a gate that adds up: the events that no measurement before this one had, oldest first. Null for any other gate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<EventCount>? Counts { get; init; }
}

/// <summary>A value, with the number of samples it rests on and the raw points it was computed from.</summary>
public sealed record Measured(DateTimeOffset From, DateTimeOffset To, double Value, long Samples, ImmutableArray<DataPoint> Points)
    : Measurement(From, To);

/// <summary>The window is not full yet: measuring began inside it.</summary>
public sealed record Filling(DateTimeOffset From, DateTimeOffset To) : Measurement(From, To);

/// <summary>The source answered and had nothing to say about the window.</summary>
public sealed record NoData(DateTimeOffset From, DateTimeOffset To, string Why) : Measurement(From, To);

/// <summary>The source could not be asked.</summary>
public sealed record NotMeasured(DateTimeOffset From, DateTimeOffset To, string Why) : Measurement(From, To);

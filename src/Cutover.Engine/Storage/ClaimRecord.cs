namespace Cutover.Engine.Storage;

/// <summary>Says that an open run moves a record, so that no second one can: the key is unique.</summary>
public sealed class ClaimRecord
{
    public required string ZoneId { get; init; }

    /// <summary>The name, with the trailing dot.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    public long RunId { get; init; }
}

using Cutover.Core.Conversions;
using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>The part of a conversion that is in one zone.</summary>
public sealed class ConversionBatchRecord
{
    public long ConversionId { get; init; }

    /// <summary>Counted from 1, in the order of writing.</summary>
    public required int Number { get; init; }

    public required string ZoneId { get; init; }

    /// <summary>The <see cref="ZoneBatch"/>, as written by <see cref="RunJson"/>: both sides, and so the undo as well.</summary>
    public required string Batch { get; init; }

    /// <summary>Route 53's change id; null while it is not known to be written.</summary>
    public string? ChangeId { get; set; }

    /// <summary>The change id of the undo.</summary>
    public string? UndoChangeId { get; set; }

    /// <summary>When the change that was written last was first seen INSYNC; null before.</summary>
    public DateTimeOffset? InSyncAt { get; set; }
}

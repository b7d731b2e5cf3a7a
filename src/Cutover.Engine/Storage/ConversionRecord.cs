using Cutover.Core.Conversions;
using Cutover.Engine.Conversions;

namespace Cutover.Engine.Storage;

/// <summary>A simple record that became a weighted pair, or the other way round. The row is there before anything is written.</summary>
public sealed class ConversionRecord
{
    public long Id { get; init; }

    public required ConversionKind Kind { get; init; }

    /// <summary>The playbook's name.</summary>
    public required string Playbook { get; init; }

    /// <summary>Of two that undo it at the same moment, the database refuses one by this.</summary>
    public required ConversionState State { get; set; }

    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Why { get; init; }

    /// <summary>What went wrong in the last try, and what stands where since.</summary>
    public string? Failure { get; set; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneWhy { get; set; }

    /// <summary>One for each zone.</summary>
    public List<ConversionBatchRecord> Batches { get; init; } = [];
}

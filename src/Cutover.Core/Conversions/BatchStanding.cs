namespace Cutover.Core.Conversions;

/// <summary>What a zone holds at the places of a batch.</summary>
public enum BatchStanding
{
    /// <summary>Exactly what the batch deletes.</summary>
    NotWritten,

    /// <summary>Exactly what the batch creates.</summary>
    Written,

    /// <summary>Neither: someone else wrote there.</summary>
    Foreign,
}

namespace Cutover.Engine.Conversions;

/// <summary>Whether Route 53's name servers have what was written last.</summary>
public enum ConversionSync
{
    /// <summary>Nothing was written.</summary>
    Nothing,

    /// <summary>Not every name server has it yet.</summary>
    Pending,

    /// <summary>Every name server has it.</summary>
    InSync,

    /// <summary>Route 53 could not be asked.</summary>
    Unknown,
}

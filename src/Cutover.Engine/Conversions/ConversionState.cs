namespace Cutover.Engine.Conversions;

/// <summary>How far a conversion has got.</summary>
public enum ConversionState
{
    /// <summary>Under way; or the host stopped or Route 53 failed in its midst, and an undo settles it.</summary>
    Applying,

    /// <summary>Written.</summary>
    Applied,

    /// <summary>Not written, in no zone.</summary>
    NotApplied,

    /// <summary>Being taken back; or that stopped in its midst, and another undo settles it.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,
}

namespace Cutover.Core.Runs;

/// <summary>How loud an announcement is.</summary>
public enum Severity
{
    /// <summary>For the record.</summary>
    Info,

    /// <summary>A person is needed, not at once.</summary>
    Warning,

    /// <summary>Traffic is at stake now.</summary>
    Critical,
}

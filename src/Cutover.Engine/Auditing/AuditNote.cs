namespace Cutover.Engine.Auditing;

/// <summary>What goes on record: a row of the audit before it has a number and a hash.</summary>
/// <param name="Origin">Who did it.</param>
/// <param name="Act">What was done, such as "run.approve".</param>
public sealed record AuditNote(Origin Origin, string Act)
{
    public long? Run { get; init; }

    public string? Playbook { get; init; }

    public string? Account { get; init; }

    /// <summary>The reason that was given.</summary>
    public string? Why { get; init; }

    /// <summary>What held before; written as JSON. Never a secret.</summary>
    public object? Before { get; init; }

    /// <summary>What holds after; written as JSON. Never a secret.</summary>
    public object? After { get; init; }
}

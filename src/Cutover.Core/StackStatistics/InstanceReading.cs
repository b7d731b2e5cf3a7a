namespace Cutover.Core.StackStatistics;

/// <summary>One instance of a stack as it was last seen.</summary>
/// <param name="Instance">Its address, as the playbook writes it.</param>
/// <param name="IsSeen">True when the newest look saw it, not long ago.</param>
/// <param name="SeenAt">The newest look that saw it; null when none did.</param>
/// <param name="Process">Tells the process from others at this address; null when it does not say.</param>
/// <param name="Uptime">Of the process; null when it does not say.</param>
/// <param name="Open">WebSockets open when it was last seen.</param>
/// <param name="OpenElsewhere">WebSockets that former processes of this instance may have still, at the churn of the stack.</param>
public sealed record InstanceReading(
    string Instance,
    bool IsSeen,
    DateTimeOffset? SeenAt,
    string? Process,
    TimeSpan? Uptime,
    long Open,
    double OpenElsewhere);

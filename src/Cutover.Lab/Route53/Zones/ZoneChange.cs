namespace Cutover.Lab.Route53.Zones;

/// <summary>One accepted change batch on its way to the name servers.</summary>
public sealed class ZoneChange
{
    private volatile bool _inSync;

    internal ZoneChange(string id, string? comment, DateTimeOffset submittedAt) => (Id, Comment, SubmittedAt) = (id, comment, submittedAt);

    /// <summary><c>C</c> and upper-case letters and digits, without <c>/change/</c>; never used twice.</summary>
    public string Id { get; }

    /// <summary>As the change batch gave it.</summary>
    public string? Comment { get; }

    /// <summary>When the batch was accepted.</summary>
    public DateTimeOffset SubmittedAt { get; }

    /// <summary>True from the moment every name server answers with it.</summary>
    public bool IsInSync => _inSync;

    internal void MarkInSync() => _inSync = true;
}

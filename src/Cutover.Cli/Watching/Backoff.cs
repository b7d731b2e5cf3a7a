namespace Cutover.Cli.Watching;

/// <summary>How long to wait before the host is tried again.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private int failures;

    /// <summary>True while a failure is the first one: proxies cut idle streams, and at once another one is had.</summary>
    public bool IsHiccup => failures <= 1;

    /// <summary>Counts a failure: 0.25 s after the first, doubled with each, at most 10 s.</summary>
    public TimeSpan Next()
    {
        var wait = First * Math.Pow(2, Math.Min(failures++, 16));
        return wait < Longest ? wait : Longest;
    }

    public void Reset() => failures = 0;
}

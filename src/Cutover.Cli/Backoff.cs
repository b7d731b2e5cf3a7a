namespace Cutover.Cli;

/// <summary>How long to wait before something is tried again.</summary>
/// <param name="first">The wait after the first failure; doubled with each.</param>
/// <param name="longest">The longest wait.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private int failures;

    /// <summary>Before the host is tried again: 0.25 s after the first failure, at most 10 s.</summary>
    public static Backoff OfTheHost => new(TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(10));

    /// <summary>True while a failure is the first one: proxies cut idle streams, and at once another one is had.</summary>
    public bool IsHiccup => failures <= 1;

    /// <summary>Counts a failure, and says how long to wait after it.</summary>
    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, Math.Min(failures++, 16));
        return wait < longest ? wait : longest;
    }

    public void Reset() => failures = 0;
}

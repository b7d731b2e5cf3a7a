namespace Cutover.Lab.Population;

/// <summary>A resolver that holds an answer for exactly its TTL, for one client or for a few that share it.</summary>
internal sealed class CachingResolver(NameLookup lookup, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private LookupAnswer? _answer;
    private long _answeredAt;

    /// <summary>The latest answer, held or not; null before the first.</summary>
    public LookupAnswer? LastAnswer => Volatile.Read(ref _answer);

    /// <summary>The held answer, or a new one; null when there is none to be had. Failures are not held.</summary>
    public async Task<LookupAnswer?> ResolveAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return IsFresh() ? _answer : await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsFresh() => _answer is { } held && time.GetElapsedTime(_answeredAt) < held.TimeToLive;

    private async Task<LookupAnswer?> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await lookup.AskAsync(cancellationToken).ConfigureAwait(false);
        if (answer is not null)
        {
            _answeredAt = time.GetTimestamp();
            Volatile.Write(ref _answer, answer);
        }

        return answer;
    }
}

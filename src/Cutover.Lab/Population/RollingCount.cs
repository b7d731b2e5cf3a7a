namespace Cutover.Lab.Population;

/// <summary>How often something happened in the last five seconds. Not safe for concurrent use.</summary>
internal sealed class RollingCount(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Queue<long> _moments = new();

    /// <summary>Mean over the window.</summary>
    public double PerSecond
    {
        get
        {
            Forget();
            return _moments.Count / Window.TotalSeconds;
        }
    }

    public void Add()
    {
        Forget();
        _moments.Enqueue(time.GetTimestamp());
    }

    private void Forget()
    {
        while (_moments.TryPeek(out var moment) && time.GetElapsedTime(moment) > Window)
        {
            _moments.Dequeue();
        }
    }
}

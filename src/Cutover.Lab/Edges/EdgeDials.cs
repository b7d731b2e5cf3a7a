namespace Cutover.Lab.Edges;

/// <summary>The dials of one running edge: safe to turn from any thread, and in force when the setter returns.</summary>
public sealed class EdgeDials
{
    private readonly Lock _lock = new();
    private EdgeDialSettings _settings = EdgeDialSettings.Healthy;

    /// <summary>Raised after a dial really changed, on the thread that turned it.</summary>
    public event EventHandler? Changed;

    /// <summary>All dials at once.</summary>
    public EdgeDialSettings Settings
    {
        get => Volatile.Read(ref _settings);
        set => Change(_ => value);
    }

    /// <inheritdoc cref="EdgeDialSettings.RefuseHandshakes"/>
    public double RefuseHandshakes
    {
        get => Settings.RefuseHandshakes;
        set => Change(s => s with { RefuseHandshakes = value });
    }

    /// <inheritdoc cref="EdgeDialSettings.AddedLatency"/>
    public TimeSpan AddedLatency
    {
        get => Settings.AddedLatency;
        set => Change(s => s with { AddedLatency = value });
    }

    /// <inheritdoc cref="EdgeDialSettings.DropHeld"/>
    public double DropHeld
    {
        get => Settings.DropHeld;
        set => Change(s => s with { DropHeld = value });
    }

    /// <inheritdoc cref="EdgeDialSettings.Stalled"/>
    public bool Stalled
    {
        get => Settings.Stalled;
        set => Change(s => s with { Stalled = value });
    }

    /// <inheritdoc cref="EdgeDialSettings.Dead"/>
    public bool Dead
    {
        get => Settings.Dead;
        set => Change(s => s with { Dead = value });
    }

    private void Change(Func<EdgeDialSettings, EdgeDialSettings> change)
    {
        lock (_lock)
        {
            var next = change(_settings);
            if (next == _settings)
            {
                return;
            }

            Volatile.Write(ref _settings, next);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}

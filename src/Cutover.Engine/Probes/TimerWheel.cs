namespace Cutover.Engine.Probes;

/// <summary>
/// One timer of the system for any number of deadlines: a hashed wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels",
/// SOSP 1987, scheme 6). Setting and cancelling cost the same whatever hangs on it. Unless a grid is asked for, a timer is called at its
/// time or up to <see cref="Tick"/> later, never before. Safe for concurrent use.
/// </summary>
internal sealed class TimerWheel : IDisposable
{
    /// <summary>How finely the wheel turns.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private const int Slots = 1024;
    private readonly WheelTimer?[] _slots = new WheelTimer?[Slots];
    private readonly Lock _gate = new();
    private readonly List<WheelTimer> _due = [];
    private readonly TimeProvider _time;
    private readonly long _begun;
    private readonly ITimer _timer;
    private long _turned;
    private long _armed = long.MaxValue;
    private bool _turning;

    public TimerWheel(TimeProvider time)
    {
        _time = time;
        _begun = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Turn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Hangs the timer up, or moves it if it hangs already.</summary>
    /// <param name="timer">What falls due.</param>
    /// <param name="wait">When, from now.</param>
    /// <param name="grid">
    /// In ticks: how much earlier it may be called for the sake of company. Each waking costs as much as many timers called in it.
    /// </param>
    public void Schedule(WheelTimer timer, TimeSpan wait, int grid = 1)
    {
        lock (_gate)
        {
            Unhang(timer);
            var due = _time.GetElapsedTime(_begun) + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var tick = (due.Ticks + Tick.Ticks - 1) / Tick.Ticks;
            Hang(timer, Math.Max(_turned + 1, tick - (tick % grid)));
            ArmFor(timer.DueTick);
        }
    }

    /// <summary>Takes the timer down if it hangs here.</summary>
    public void Cancel(WheelTimer timer)
    {
        lock (_gate)
        {
            Unhang(timer);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Turn()
    {
        lock (_gate)
        {
            if (_turning)
            {
                return;
            }

            _turning = true;
        }

        while (TakeDue())
        {
            foreach (var timer in _due)
            {
                // Scheduled anew since it was taken down: it is due later.
                if (timer.DueTick < 0)
                {
                    timer.OnDue();
                }
            }
        }
    }

    /// <summary>Takes down all that is due; false, with the system's timer armed anew, when nothing is.</summary>
    private bool TakeDue()
    {
        lock (_gate)
        {
            _due.Clear();
            var now = _time.GetElapsedTime(_begun).Ticks / Tick.Ticks;
            for (var tick = Math.Max(_turned + 1, now - Slots + 1); tick <= now; tick++)
            {
                TakeDue(tick, now);
            }

            _turned = Math.Max(_turned, now);
            if (_due.Count == 0)
            {
                (_turning, _armed) = (false, long.MaxValue);
                ArmForNext();
            }

            return _due.Count > 0;
        }
    }

    private void TakeDue(long tick, long now)
    {
        for (var timer = _slots[tick % Slots]; timer is not null;)
        {
            var next = timer.Next;
            if (timer.DueTick <= now)
            {
                Unhang(timer);
                _due.Add(timer);
            }

            timer = next;
        }
    }

    private void ArmForNext()
    {
        for (var tick = _turned + 1; tick <= _turned + Slots; tick++)
        {
            if (_slots[tick % Slots] is not null)
            {
                ArmFor(tick);
                return;
            }
        }
    }

    private void ArmFor(long tick)
    {
        if (tick < _armed && !_turning)
        {
            _armed = tick;
            var wait = (Tick * tick) - _time.GetElapsedTime(_begun);
            // Timers of the system know whole milliseconds, and would wake a moment too early otherwise.
            var whole = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds)));
            _timer.Change(whole, Timeout.InfiniteTimeSpan);
        }
    }

    private void Hang(WheelTimer timer, long tick)
    {
        ref var slot = ref _slots[tick % Slots];
        (timer.DueTick, timer.Next, timer.Previous) = (tick, slot, null);
        if (slot is not null)
        {
            slot.Previous = timer;
        }

        slot = timer;
    }

    private void Unhang(WheelTimer timer)
    {
        if (timer.DueTick < 0)
        {
            return;
        }

        if (timer.Next is { } next)
        {
            next.Previous = timer.Previous;
        }

        if (timer.Previous is { } previous)
        {
            previous.Next = timer.Next;
        }
        else
        {
            _slots[timer.DueTick % Slots] = timer.Next;
        }

        (timer.DueTick, timer.Next, timer.Previous) = (-1, null, null);
    }
}

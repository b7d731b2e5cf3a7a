using Cutover.Core.Survival;

namespace Cutover.Engine.Probes;

/// <summary>Keeps one connection to a stack open, and opens it again when it is lost.</summary>
internal sealed class Holder(Holding holding, Holders holders) : WheelTimer, IHeldOwner
{
    private readonly ReopenBackoff _backoff = new(holding.Options, holding.Random);
    private HeldConnection? _connection;
    private bool _hasPlace;
    private bool _isOpening;
    private bool _isReleased;
    private bool _hasTried;

    /// <summary>Opens the connection after this wait, and from then on whenever it is lost.</summary>
    public void Begin(TimeSpan wait) => holding.Wheel.Schedule(this, wait);

    /// <summary>No more openings; what is open is closed in order. Call once.</summary>
    public void Release()
    {
        lock (_backoff)
        {
            _isReleased = true;
            holding.Wheel.Cancel(this);
            if (_connection is not null)
            {
                _connection.Release();
            }
            else if (!_isOpening)
            {
                holders.Left();
            }
        }
    }

    /// <summary>How long the connection has been held; null while none is.</summary>
    public TimeSpan? Age
    {
        get
        {
            lock (_backoff)
            {
                return _connection?.Age;
            }
        }
    }

    public void Ended(HeldConnection connection, HeldEnd end)
    {
        holding.Window.RecordHeldEnd(end);
        holders.Ended.Add(new HeldLife(connection.Age, end.IsDrop ? holding.Time.GetUtcNow() : null));
        if (end.IsDrop)
        {
            Log.HeldDropped(holding.Logger, holding.Target.Stack, end);
        }

        if (connection.WasAnswered)
        {
            _backoff.Reset();
        }
    }

    public void Closed(HeldConnection connection)
    {
        lock (_backoff)
        {
            _connection = null;
            Again();
        }
    }

    protected internal override void OnDue()
    {
        lock (_backoff)
        {
            if (_isReleased || DueTick >= 0)
            {
                return;
            }

            if (!_hasPlace && holders.Limit.Reserve() is var wait && wait > TimerWheel.Tick)
            {
                _hasPlace = true;
                Begin(wait);
                return;
            }

            (_hasPlace, _isOpening) = (false, true);
        }

        holders.Limit.Begin(OpenAsync);
    }

    private async Task OpenAsync()
    {
        try
        {
            var outcome = await holders.Dialer.DialAsync(holders.Stop);
            holding.Window.Answers.Add(outcome);
            Take(outcome);
        }
        catch (OperationCanceledException)
        {
            // The probe stops; a dial cut short by that says nothing about the stack.
            Take(null);
        }
        catch (Exception bug)
        {
            holding.Broke(bug);
            Take(null);
        }
    }

    /// <summary>Only the connection is kept: the outcome's headers and bytes would lie in memory as long as it is held.</summary>
    private void Take(DialOutcome? outcome)
    {
        lock (_backoff)
        {
            _isOpening = false;
            if (!_hasTried)
            {
                _hasTried = true;
                holders.Tried();
            }

            if (outcome is DialOutcome.Connected connected)
            {
                Hold(connected.Connection);
                return;
            }

            if (outcome is not null)
            {
                holding.Window.RecordHoldFailure();
                Log.HoldFailed(holding.Logger, holding.Target.Stack, outcome.Describe());
            }

            Again();
        }
    }

    private void Hold(DialedConnection connection)
    {
        holding.Window.RecordHeld();
        _connection = new HeldConnection(connection, holding, this);
        if (_isReleased)
        {
            _connection.StartAndRelease();
        }
        else
        {
            _connection.Start();
        }
    }

    private void Again()
    {
        if (_isReleased)
        {
            holders.Left();
        }
        else
        {
            Begin(_backoff.Next());
        }
    }
}

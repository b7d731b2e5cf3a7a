using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.Probes;

/// <summary>The newest samples of one stack's probe, and what they amount to between two instants. Safe for concurrent use.</summary>
public sealed class ProbeWindow(TimeProvider time)
{
    /// <summary>Older samples are forgotten.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Most samples kept of each sort (handshakes, certificates, round trips, changes of the held): the oldest go first, whatever their
    /// age.
    /// </summary>
    public const int Capacity = 100_000;

    private readonly Lock _gate = new();
    private readonly DateTimeOffset _begun = time.GetUtcNow();
    private readonly SampleSeries _handshakes = new(Capacity, Retention);
    private readonly SampleSeries _roundTrips = new(Capacity, Retention);
    private readonly SampleSeries _certificates = new(Capacity, Retention);
    private readonly SampleSeries _held = new(Capacity, Retention);
    private readonly Thinning _thinning = new((int)(Capacity / Retention.TotalSeconds));
    private int _heldNow;

    /// <summary>What clients can tell stacks apart by, in the latest dials.</summary>
    public RecentAnswers Answers { get; } = new();

    /// <summary>What the probe adds to what its stack counts: handshakes over the last so long, and the connections held now.</summary>
    public OwnConnections Own(TimeSpan window)
    {
        var now = time.GetUtcNow();
        var begin = now - window > _begun ? now - window : _begun;
        var seconds = (now - begin).TotalSeconds;
        lock (_gate)
        {
            var accepted = _handshakes.Between(begin, now).Count(sample => sample.Kind == SampleKind.HandshakeAccepted);
            return new OwnConnections(_heldNow, seconds > 0 ? accepted / seconds : 0);
        }
    }

    /// <summary>A sample arrived. Raised on the thread that brought it: do no more than wake somebody.</summary>
    public event Action? Sampled;

    /// <summary>How many connections are held at this moment.</summary>
    public int HeldNow
    {
        get
        {
            lock (_gate)
            {
                return _heldNow;
            }
        }
    }

    /// <summary>
    /// A handshake ended, now; one that was never answered as well. A certificate that it was shown is kept, good or not.
    /// </summary>
    public void RecordHandshake(DialOutcome outcome)
    {
        if (outcome.Tls?.NotAfter is { } end)
        {
            Add(_certificates, 0, SampleKind.CertificateSeen, (end - time.GetUtcNow()).TotalDays);
        }

        Add(_handshakes, 0, outcome switch
        {
            DialOutcome.Connected => SampleKind.HandshakeAccepted,
            DialOutcome.TimedOut => SampleKind.HandshakeTimedOut,
            _ => SampleKind.HandshakeFailed,
        }, outcome.Timings.Total.TotalMilliseconds);
    }

    /// <summary>
    /// A beat was answered after this time, or given up after it. Of more than <see cref="Capacity"/> in the retention an even choice is
    /// kept.
    /// </summary>
    public void RecordRoundTrip(TimeSpan took)
    {
        lock (_gate)
        {
            if (!_thinning.Keeps(time.GetUtcNow()))
            {
                return;
            }
        }

        Add(_roundTrips, 0, SampleKind.RoundTrip, took.TotalMilliseconds);
    }

    /// <summary>A connection is held from now on.</summary>
    public void RecordHeld() => Add(_held, 1, SampleKind.HeldOpened, 0);

    /// <summary>A connection is no longer held.</summary>
    public void RecordHeldEnd(HeldEnd end) =>
        Add(_held, -1, !end.IsDrop ? SampleKind.HeldReleased : end.IsAbnormal ? SampleKind.HeldBroken : SampleKind.HeldClosed, 0);

    /// <summary>A connection that should be held could not be opened.</summary>
    public void RecordHoldFailure() => Add(_held, 0, SampleKind.HoldFailed, 0);

    /// <summary>
    /// One measure over the stretch after <paramref name="from"/> up to and with <paramref name="to"/>; of a stretch that begins before
    /// this window did, only the part since then. Null when nothing was seen that could be measured.
    /// </summary>
    public ProbeReading? Measure(ProbeMeasure measure, DateTimeOffset from, DateTimeOffset to)
    {
        Func<WindowSlice, Figure?> reduce = measure switch
        {
            ProbeMeasure.HandshakeSuccess => slice => HandshakeFigures.Success(slice.Samples),
            ProbeMeasure.HandshakeFailure => slice => HandshakeFigures.Failure(slice.Samples),
            ProbeMeasure.HeldDropRate => HeldFigures.DropRate,
            ProbeMeasure.AbnormalCloses => HeldFigures.AbnormalCloses,
            ProbeMeasure.CertificateDays => slice => CertificateFigures.LeastDays(slice.Samples),
            _ => slice => Percentiles.NearestRank(slice.Samples, measure.Rank()!.Value),
        };
        var whole = Slice(measure, from, to);
        return reduce(whole) is { } figure
            ? new ProbeReading(figure.Value, figure.Samples, figure.Counted, figure.Of, [.. whole.Points(reduce)])
            : null;
    }

    /// <summary>The samples that a measure rests on, over the same stretch as <see cref="Measure"/>.</summary>
    internal WindowSlice Slice(ProbeMeasure measure, DateTimeOffset from, DateTimeOffset to)
    {
        var begin = from > _begun ? from : _begun;
        var series = measure switch
        {
            ProbeMeasure.RoundTripP50 or ProbeMeasure.RoundTripP99 => _roundTrips,
            ProbeMeasure.HeldDropRate or ProbeMeasure.AbnormalCloses => _held,
            ProbeMeasure.CertificateDays => _certificates,
            _ => _handshakes,
        };
        lock (_gate)
        {
            return new WindowSlice(begin, to, series.ValueAt(begin), series.Between(begin, to));
        }
    }

    private void Add(SampleSeries series, int heldChange, SampleKind kind, double value)
    {
        lock (_gate)
        {
            _heldNow += heldChange;
            series.Add(new Sample(time.GetUtcNow(), kind, series == _held ? _heldNow : value));
        }

        Sampled?.Invoke();
    }
}

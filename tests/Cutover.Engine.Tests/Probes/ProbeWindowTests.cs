using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class ProbeWindowTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly DateTimeOffset _begun;
    private readonly ProbeWindow _window;

    public ProbeWindowTests()
    {
        _begun = _time.GetUtcNow();
        _window = new ProbeWindow(_time);
    }

    [Fact]
    public void Nothing_seen_is_no_reading()
    {
        Advance(10);
        Assert.All(Enum.GetValues<ProbeMeasure>(), measure => Assert.Null(Whole(measure)));
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(199, 1, 99.5)]
    [InlineData(3, 0, 100)]
    public void Success_is_the_accepted_share_of_all_that_ended(int accepted, int failed, double percent)
    {
        Advance(1);
        Repeat(accepted, () => _window.RecordHandshake(Accepted(5)));
        Repeat(failed, () => _window.RecordHandshake(Failed(1)));
        var reading = Whole(ProbeMeasure.HandshakeSuccess)!;
        Assert.Equal((percent, accepted + failed), (reading.Value, reading.Samples));
        Assert.Equal((accepted, accepted + failed), (reading.Counted, reading.Of));
    }

    [Fact]
    public void Stretches_that_follow_each_other_hold_every_sample_once()
    {
        var (from, seen) = (_begun, new List<Stretch>());
        for (var second = 1; second <= 5; second++)
        {
            Advance(1);
            Repeat(second, () => _window.RecordHandshake(Accepted(second)));
            Repeat(1, () => _window.RecordHandshake(Failed(1)));
            var slice = _window.Slice(ProbeMeasure.HandshakeFailure, from, _time.GetUtcNow());
            seen.Add(ProbeStretch.Of(ProbeMeasure.HandshakeFailure, TimeSpan.FromMinutes(1), slice, slice));
            seen.Add(ProbeStretch.Of(ProbeMeasure.HandshakeP50, TimeSpan.FromMinutes(1), slice, slice));
            from = _time.GetUtcNow();
        }

        Assert.Equal(
            [new(1, 2), new(1, 3), new(1, 4), new(1, 5), new Tally(1, 6)], seen.OfType<CountedStretch>().Select(stretch => stretch.Target));
        Assert.Equal(
            [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5], seen.OfType<TimedStretch>().SelectMany(stretch => stretch.Source));
    }

    [Fact]
    public void Drops_are_counted_for_the_connections_held_and_the_time_they_were()
    {
        Repeat(4, _window.RecordHeld);
        Advance(30);
        _window.RecordHeldEnd(new HeldEnd(HeldEndKind.Reset));
        Advance(30);
        var slice = _window.Slice(ProbeMeasure.HeldDropRate, _begun, _time.GetUtcNow());
        var stretch = ProbeStretch.Of(ProbeMeasure.HeldDropRate, TimeSpan.FromMinutes(2), slice, slice);

        // 3.5 connections on average, for half of the gate's window.
        Assert.Equal(new Tally(1, 1.75), ((CountedStretch)stretch).Target);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(4, 2, 4)]
    [InlineData(99, 50, 99)]
    [InlineData(100, 50, 99)]
    [InlineData(200, 100, 198)]
    [InlineData(1000, 500, 990)]
    public void Percentiles_are_nearest_rank(int count, double p50, double p99)
    {
        Advance(1);
        for (var i = count; i >= 1; i--)
        {
            _window.RecordHandshake(Accepted(i));
            _window.RecordRoundTrip(TimeSpan.FromMilliseconds(i));
        }

        Assert.Equal(p50, Whole(ProbeMeasure.HandshakeP50)!.Value);
        Assert.Equal(p99, Whole(ProbeMeasure.HandshakeP99)!.Value);
        Assert.Equal(p50, Whole(ProbeMeasure.RoundTripP50)!.Value);
        Assert.Equal(p99, Whole(ProbeMeasure.RoundTripP99)!.Value);
        Assert.Equal(count, Whole(ProbeMeasure.RoundTripP99)!.Samples);
    }

    [Fact]
    public void A_timed_out_handshake_fails_and_counts_its_deadline_and_a_refused_one_has_no_time()
    {
        Advance(1);
        _window.RecordHandshake(Accepted(5));
        _window.RecordHandshake(new DialOutcome.TimedOut(DialPhase.Tcp) { Timings = Took(5000) });
        _window.RecordHandshake(Failed(1));
        Assert.Equal(100.0 / 3, Whole(ProbeMeasure.HandshakeSuccess)!.Value, 9);
        Assert.Equal(5000, Whole(ProbeMeasure.HandshakeP99)!.Value);
        Assert.Equal(2, Whole(ProbeMeasure.HandshakeP99)!.Samples);
    }

    [Fact]
    public void The_certificate_with_the_fewest_days_left_counts_and_one_that_was_refused_too()
    {
        Advance(1);
        _window.RecordHandshake(Accepted(5) with { Tls = Until(days: 90) });
        _window.RecordHandshake(Failed(1) with { Tls = Until(days: -2) });
        _window.RecordHandshake(Failed(1));
        var reading = Whole(ProbeMeasure.CertificateDays)!;
        Assert.Equal((-2, 2), (reading.Value, reading.Samples));
        Assert.Equal(3, Whole(ProbeMeasure.HandshakeSuccess)!.Samples);
    }

    [Fact]
    public void A_stretch_leaves_out_its_begin_and_takes_in_its_end()
    {
        Advance(1);
        _window.RecordHandshake(Failed(1));
        Advance(1);
        _window.RecordHandshake(Accepted(1));
        Advance(1);
        _window.RecordHandshake(Failed(1));
        var reading = _window.Measure(ProbeMeasure.HandshakeSuccess, _begun.AddSeconds(1), _begun.AddSeconds(2))!;
        Assert.Equal((100, 1), (reading.Value, reading.Samples));
    }

    [Fact]
    public void Points_are_the_measure_of_each_second_that_has_samples()
    {
        Advance(0.5);
        _window.RecordHandshake(Accepted(1));
        _window.RecordHandshake(Failed(1));
        Advance(2);
        _window.RecordHandshake(Accepted(1));
        Assert.Equal(
            [new ProbePoint(_begun, 50, 2), new ProbePoint(_begun.AddSeconds(2), 100, 1)],
            Whole(ProbeMeasure.HandshakeSuccess)!.Points);
    }

    [Fact]
    public void Samples_older_than_the_retention_are_forgotten()
    {
        Advance(1);
        _window.RecordHandshake(Failed(1));
        Advance(ProbeWindow.Retention.TotalSeconds + 1);
        _window.RecordHandshake(Accepted(1));
        Assert.Equal(1, Whole(ProbeMeasure.HandshakeSuccess)!.Samples);
    }

    [Fact]
    public void Samples_beyond_the_capacity_push_the_oldest_out()
    {
        Advance(1);
        _window.RecordHandshake(Failed(1));
        Repeat(ProbeWindow.Capacity, () => _window.RecordHandshake(Accepted(1)));
        var reading = Whole(ProbeMeasure.HandshakeSuccess)!;
        Assert.Equal((100, ProbeWindow.Capacity), (reading.Value, reading.Samples));
    }

    [Fact]
    public void Each_sample_is_announced()
    {
        var announced = 0;
        _window.Sampled += () => announced++;
        _window.RecordHandshake(Accepted(1));
        _window.RecordRoundTrip(TimeSpan.Zero);
        _window.RecordHeld();
        _window.RecordHeldEnd(new HeldEnd(HeldEndKind.Fin));
        _window.RecordHoldFailure();
        Assert.Equal(5, announced);
    }


    private TlsResult Until(int days) => new(SslPolicyErrors.None, "CN=a", _time.GetUtcNow().AddDays(days), "", SslProtocols.Tls13);

    private static readonly PlainConnection Unconnected = new(AddressFamily.InterNetwork);

    private static DialTimings Took(double milliseconds) =>
        new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMilliseconds(milliseconds), TimeSpan.Zero);

    private static DialOutcome.Connected Accepted(double milliseconds) =>
        new(Unconnected, new UpgradeResponse(101, "", [])) { Timings = Took(milliseconds) };

    private static DialOutcome.Failed Failed(double milliseconds) => new(DialPhase.Tcp, "refused") { Timings = Took(milliseconds) };

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private void Advance(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private ProbeReading? Whole(ProbeMeasure measure) => _window.Measure(measure, _begun, _time.GetUtcNow());
}

using System.Security.Cryptography.X509Certificates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>A probe dials real TLS servers, and reads how long their certificates last.</summary>
public sealed class CertificateDaysTests
{
    [Fact]
    public async Task The_days_that_a_good_certificate_has_left_are_read_from_the_dials()
    {
        using var certificate = Certificates.SelfSigned(Dials.Record, TimeProvider.System.GetUtcNow().AddDays(10));

        var window = await ProbeAsync(seen => seen.Samples >= 3, [certificate]);

        Assert.InRange(window.Read(ProbeMeasure.CertificateDays)!.Value, 9.9, 10);
        Assert.Equal(100, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
    }

    [Fact]
    public async Task Of_two_machines_the_one_whose_certificate_ends_first_counts()
    {
        using var old = Certificates.SelfSigned(Dials.Record, TimeProvider.System.GetUtcNow().AddDays(3));
        using var renewed = Certificates.SelfSigned(Dials.Record, TimeProvider.System.GetUtcNow().AddDays(90));

        var window = await ProbeAsync(seen => seen.Samples >= 4, [renewed, old]);

        Assert.InRange(window.Read(ProbeMeasure.CertificateDays)!.Value, 2.9, 3);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_counts_below_zero_although_every_dial_is_refused()
    {
        using var expired = Certificates.SelfSigned(Dials.Record, TimeProvider.System.GetUtcNow().AddDays(-1));

        var window = await ProbeAsync(seen => seen.Samples >= 3, [expired]);

        Assert.InRange(window.Read(ProbeMeasure.CertificateDays)!.Value, -1.1, -1);
        Assert.Equal(0, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
    }

    [Fact]
    public async Task A_stack_without_TLS_shows_no_certificate()
    {
        await using var server = await EchoServer.StartAsync();
        await using var probe = Stacks.Start(server.Uri, Stacks.Quick);

        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 3);

        Assert.Null(probe.Window.Read(ProbeMeasure.CertificateDays));
    }

    /// <summary>The certificates are served in turn, one for each connection.</summary>
    private static async Task<ProbeWindow> ProbeAsync(Predicate<ProbeReading> enough, X509Certificate2[] served)
    {
        var turn = -1;
        await using var server = new RawServer(async peer =>
        {
            await peer.SecureAsync(_ => served[Interlocked.Increment(ref turn) % served.Length]);
            await peer.UpgradeAsync();
            await peer.SwallowAsync();
        });
        await using var probe = Stacks.Start(server.Uri("wss"), new ProbeOptions
        {
            DialsPerSecond = 50,
            Holders = 0,
            DialDeadline = TimeSpan.FromSeconds(20),
            TrustedRoots = [.. served],
        });
        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.CertificateDays) is { } seen && enough(seen));
        return probe.Window;
    }
}

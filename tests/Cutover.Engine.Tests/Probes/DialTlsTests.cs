using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class DialTlsTests
{
    private string? _serverName;

    [Fact]
    public async Task A_trusted_certificate_for_the_record_connects()
    {
        using var certificate = Certificates.SelfSigned(Dials.Record);
        var connected = Assert.IsType<DialOutcome.Connected>(await DialAsync(certificate, [certificate]));
        connected.Connection.Dispose();
        Assert.Equal(Dials.Record, _serverName);
        Assert.Equal(SslPolicyErrors.None, connected.Tls!.Errors);
        Assert.Equal($"CN={Dials.Record}", connected.Tls.Subject);
        Assert.NotEqual(SslProtocols.None, connected.Tls.Protocol);
        Assert.True(connected.Timings.Tls > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var certificate = Certificates.SelfSigned("other.example");
        await AssertRefusedAsync(
            certificate, [certificate], SslPolicyErrors.RemoteCertificateNameMismatch, "RemoteCertificateNameMismatch");
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        using var certificate = Certificates.SelfSigned(Dials.Record);
        await AssertRefusedAsync(certificate, null, SslPolicyErrors.RemoteCertificateChainErrors, "UntrustedRoot");
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using var certificate = Certificates.SelfSigned(Dials.Record, TimeProvider.System.GetUtcNow().AddDays(-1));
        await AssertRefusedAsync(certificate, [certificate], SslPolicyErrors.RemoteCertificateChainErrors, "NotTimeValid");
    }

    [Fact]
    public async Task A_peer_without_TLS_is_a_failure_of_the_TLS_phase()
    {
        await using var server = new RawServer(peer => peer.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"));
        var failed = Assert.IsType<DialOutcome.Failed>(await Dials.DialAsync(server.Uri("wss")));
        Assert.Equal(DialPhase.Tls, failed.Phase);
        Assert.Null(failed.Tls);
    }

    [Fact]
    public async Task A_peer_that_never_answers_the_TLS_hello_times_out_in_the_TLS_phase()
    {
        var time = new FakeTimeProvider();
        var greeted = new TaskCompletionSource();
        await using var server = new RawServer(async peer =>
        {
            await peer.Stream.ReadExactlyAsync(new byte[5], TestContext.Current.CancellationToken);
            greeted.SetResult();
            await peer.SwallowAsync();
        });
        var dial = Dials.DialAsync(server.Uri("wss"), new ProbeOptions { DialDeadline = TimeSpan.FromSeconds(5) }, time);
        await greeted.Task.Guarded();
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(DialPhase.Tls, Assert.IsType<DialOutcome.TimedOut>(await dial).Phase);
    }

    private async Task AssertRefusedAsync(
        X509Certificate2 certificate, X509Certificate2Collection? roots, SslPolicyErrors errors, string word)
    {
        var failed = Assert.IsType<DialOutcome.Failed>(await DialAsync(certificate, roots));
        Assert.Equal(DialPhase.Tls, failed.Phase);
        Assert.Equal(errors, failed.Tls!.Errors);
        Assert.Contains(word, failed.Reason, StringComparison.Ordinal);
    }

    private async Task<DialOutcome> DialAsync(X509Certificate2 certificate, X509Certificate2Collection? roots)
    {
        await using var server = new RawServer(peer => ServeAsync(peer, certificate));
        return await Dials.DialAsync(server.Uri("wss"), new ProbeOptions { TrustedRoots = roots, DialDeadline = TimeSpan.FromSeconds(20) });
    }

    private async Task ServeAsync(RawPeer peer, X509Certificate2 certificate)
    {
        await peer.SecureAsync(name =>
        {
            _serverName = name;
            return certificate;
        });
        await peer.UpgradeAsync();
        await peer.SwallowAsync();
    }
}

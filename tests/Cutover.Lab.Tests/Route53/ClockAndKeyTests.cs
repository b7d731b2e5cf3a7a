using System.Globalization;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;

namespace Cutover.Lab.Tests.Route53;

public sealed class ClockAndKeyTests : IAsyncLifetime
{
    private Route53World _world = null!;

    public async ValueTask InitializeAsync() => _world = await Route53World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(299, null)]
    [InlineData(301, "Signature expired: 20260301T120000Z is now earlier than 20260301T120001Z (20260301T120501Z - 5 min.)")]
    [InlineData(-299, null)]
    [InlineData(-301, "Signature not yet current: 20260301T120000Z is still later than 20260301T115959Z (20260301T115459Z + 5 min.)")]
    public async Task A_signature_more_than_five_minutes_from_the_emulator_s_own_clock_is_refused(int seconds, string? refusal)
    {
        _world.Emulator.Faults.ClockOffset = TimeSpan.FromSeconds(seconds);

        var answer = await _world.ListAsync();

        if (refusal is null)
        {
            answer.ExpectOk();
        }
        else
        {
            answer.ExpectError(403, "SignatureDoesNotMatch", refusal);
        }
    }

    [Fact]
    public async Task The_date_header_tells_the_emulator_s_own_clock()
    {
        _world.Emulator.Faults.ClockOffset = TimeSpan.FromMinutes(12);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(_world.Emulator.Endpoint, TestContext.Current.CancellationToken);

        Assert.Equal(DateTimeOffset.Parse("2026-03-01T12:12:00Z", CultureInfo.InvariantCulture), answer.Headers.Date);
    }

    [Fact]
    public async Task A_key_can_expire_be_forgotten_change_its_secret_and_be_accepted_again()
    {
        var keys = _world.Emulator.Keys;
        keys.Expire(Route53World.Key);
        (await _world.ListAsync()).ExpectError(403, "ExpiredToken", "The security token included in the request is expired");
        keys.Forget(Route53World.Key);
        (await _world.ListAsync()).ExpectError(403, "InvalidClientTokenId");
        keys.Accept(new LabCredentials(Route53World.Key.AccessKeyId, "another"));
        (await _world.ListAsync()).ExpectError(403, "SignatureDoesNotMatch", "Check your AWS Secret Access Key");
        keys.Accept(Route53World.Key);
        (await _world.ListAsync()).ExpectOk();
    }

    [Theory]
    [InlineData(502, false)]
    [InlineData(504, true)]
    public async Task A_proxy_s_page_is_HTML_and_only_a_timeout_hides_a_change_that_was_made(int status, bool changed)
    {
        (status == 502 ? _world.Emulator.Faults.BadGateway : _world.Emulator.Faults.GatewayTimeout).Next(1);

        var answer = await _world.ChangeAsync(ChangeXml.Change("UPSERT", ChangeXml.Weighted("haproxy", "1")));

        Assert.Equal((status, "html"), (answer.Status, answer.Body.Name.LocalName));
        Assert.Equal(changed, _world.Zone.Accepted.At("w.lab.example.").Any());
    }
}

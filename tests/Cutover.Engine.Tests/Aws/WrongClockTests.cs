using System.Globalization;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class WrongClockTests
{
    private static readonly TimeSpan Off = TimeSpan.FromMinutes(12);
    private static readonly ScriptedAnswer Page = new(200, Route53Xml.RecordSets(""));

    [Theory]
    [InlineData("RequestTimeTooSkewed", "m", 12)]
    [InlineData("RequestTimeTooSkewed", "m", -12)]
    [InlineData("SignatureDoesNotMatch", "Signature expired: 20260301T120000Z is now earlier than 20260301T120700Z", 12)]
    [InlineData("SignatureDoesNotMatch", "Signature not yet current: 20260301T120000Z is still later than 20260301T115300Z", -12)]
    [InlineData("InvalidSignatureException", "Signature expired: 20260301T120000Z is now earlier than 20260301T120700Z", 12)]
    public async Task The_request_is_signed_again_by_the_time_of_the_answer_and_later_ones_from_the_start(string code, string message, int off)
    {
        using var meter = new RecordedMeter();
        await using var wire = await AwsWire.StartAsync(meters: meter.Factory);
        var there = wire.Time.GetUtcNow().AddMinutes(off);
        wire.Server.Then(ScriptedAnswer.Error(403, code, message) with { Date = there }, Page, Page);

        Assert.True((await ListAsync(wire)).TryGet(out _, out _));
        Assert.True((await ListAsync(wire)).TryGet(out _, out _));

        var local = wire.Time.GetUtcNow();
        Assert.Equal(
            [Stamp(local), Stamp(there), Stamp(there)],
            wire.Server.Requests.Select(request => request.Headers["X-Amz-Date"].ToString()));
        Assert.Equal([("Route53", off * 60.0)], meter.Of("cutover.aws.clock.offset"));
        Assert.Contains(
            wire.Log.Lines,
            line => line.EventId == 2004 && line.Message.StartsWith(
                $"This machine's clock is 12 min 0 s {(off > 0 ? "behind" : "ahead of")} AWS's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_of_the_corrected_time_too_is_an_outcome_that_says_how_far_the_clock_is_off()
    {
        await using var wire = await AwsWire.StartAsync();
        var refused = ScriptedAnswer.Error(403, "RequestTimeTooSkewed", "The difference is too large.");
        wire.Server.Then(refused with { Date = wire.Time.GetUtcNow() + Off }, refused with { Date = wire.Time.GetUtcNow() + Off });

        var failure = (await ListAsync(wire)).Failure();

        Assert.Equal((AwsFailureKind.Clock, (TimeSpan?)Off), (failure.Kind, failure.ClockOffset));
        Assert.Equal(
            "RequestTimeTooSkewed: The difference is too large (request req-1). This machine's clock is 12 min 0 s behind AWS's, and "
                + "signing by AWS's time did not help; set it, for example by NTP",
            AwsWords.Of(failure));
    }

    [Fact]
    public async Task Without_a_time_in_the_answer_nothing_is_guessed()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Error(403, "RequestTimeTooSkewed"));

        var failure = (await ListAsync(wire)).Failure();

        Assert.Single(wire.Server.Requests);
        Assert.Null(failure.ClockOffset);
        Assert.EndsWith("AWS did not say its time; set it, for example by NTP", AwsWords.Of(failure), StringComparison.Ordinal);
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static Task<AwsOutcome<RecordSetPage>> ListAsync(AwsWire wire) =>
        wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, TestContext.Current.CancellationToken);
}

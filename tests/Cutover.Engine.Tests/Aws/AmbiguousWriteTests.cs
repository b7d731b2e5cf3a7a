using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class AmbiguousWriteTests
{
    public static TheoryData<ScriptedAnswer> UnknownFates { get; } =
    [
        ScriptedAnswer.Abort,
        ScriptedAnswer.Error(500, "InternalFailure"),
        ScriptedAnswer.Error(503, "ServiceUnavailable"),
        new ScriptedAnswer(504, "<html>"),
        new ScriptedAnswer(200, "not xml"),
        new ScriptedAnswer(200, "<SomethingElse/>"),
    ];

    [Theory]
    [MemberData(nameof(UnknownFates), DisableDiscoveryEnumeration = true)]
    public async Task A_write_whose_fate_is_unknown_is_sent_once_and_says_so(ScriptedAnswer answer)
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(answer).Then(Route53Xml.Changed());

        var failure = (await ChangeAsync(wire)).Failure();

        Assert.Equal((AwsFailureKind.Unavailable, true, false), (failure.Kind, failure.Ambiguous, failure.Retriable));
        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task A_write_without_an_answer_in_time_is_ambiguous()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Silence);

        var call = ChangeAsync(wire);
        await wire.Server.NextRequestAsync();
        wire.Time.Advance(wire.Options.Urgent.AttemptTimeout);

        Assert.Equal(("Timeout", true), ((await call).Failure().Code, (await call).Failure().Ambiguous));
        Assert.Single(wire.Server.Requests);
    }

    [Theory]
    [InlineData("Throttling")]
    [InlineData("PriorRequestNotComplete")]
    public async Task A_write_that_was_turned_away_unread_is_sent_again(string code)
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Error(400, code)).Then(Route53Xml.Changed());

        var call = ChangeAsync(wire);
        wire.Time.Advance(await wire.Time.NextWaitAsync(wire.Options.Urgent.MaxDelay));

        Assert.Equal("C2682N5HXP0BZ4", (await call).Value().Id);
        var bodies = wire.Server.Requests.Select(request => request.Body).ToList();
        Assert.Equal(2, bodies.Count);
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact]
    public async Task A_write_that_never_left_is_not_ambiguous()
    {
        await using var wire = await AwsWire.StartAsync(options => options with { Urgent = options.Urgent with { Attempts = 1 } });
        await wire.Server.DisposeAsync();

        var failure = (await ChangeAsync(wire)).Failure();

        Assert.Equal((AwsFailureKind.Unavailable, false, true), (failure.Kind, failure.Ambiguous, failure.Retriable));
    }

    private static Task<AwsOutcome<ZoneChange>> ChangeAsync(AwsWire wire) => wire.Route53.ChangeRecordSetsAsync(
        "Z1",
        [new RecordSetChange(ChangeAction.Create, new RecordSet("wss.lab.example.", "A", "envoy", 3, 60, ["127.0.1.2"]))],
        "roll back",
        CallPriority.Urgent,
        TestContext.Current.CancellationToken);
}

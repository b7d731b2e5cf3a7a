using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class AwsFailureTests
{
    [Theory]
    [InlineData(400, "Throttling", AwsFailureKind.Throttled, true)]
    [InlineData(400, "ThrottlingException", AwsFailureKind.Throttled, true)]
    [InlineData(503, "RequestLimitExceeded", AwsFailureKind.Throttled, true)]
    [InlineData(400, "PriorRequestNotComplete", AwsFailureKind.PriorRequestNotComplete, true)]
    [InlineData(500, "InternalFailure", AwsFailureKind.Unavailable, true)]
    [InlineData(503, "ServiceUnavailable", AwsFailureKind.Unavailable, true)]
    [InlineData(403, "AccessDenied", AwsFailureKind.Denied, false)]
    [InlineData(403, "SignatureDoesNotMatch", AwsFailureKind.Credentials, false)]
    [InlineData(403, "ExpiredToken", AwsFailureKind.Credentials, false)]
    [InlineData(403, "InvalidClientTokenId", AwsFailureKind.Credentials, false)]
    [InlineData(403, "ExpiredTokenException", AwsFailureKind.Credentials, false)]
    [InlineData(403, "UnrecognizedClientException", AwsFailureKind.Credentials, false)]
    [InlineData(403, "InvalidSignatureException", AwsFailureKind.Credentials, false)]
    [InlineData(403, "RequestTimeTooSkewed", AwsFailureKind.Clock, false)]
    [InlineData(400, "RequestExpired", AwsFailureKind.Clock, false)]
    [InlineData(404, "NoSuchHostedZone", AwsFailureKind.NotFound, false)]
    [InlineData(404, "NoSuchChange", AwsFailureKind.NotFound, false)]
    [InlineData(400, "NoSuchHealthCheck", AwsFailureKind.NotFound, false)]
    [InlineData(400, "InvalidInput", AwsFailureKind.Invalid, false)]
    public async Task Every_code_has_its_kind(int status, string code, AwsFailureKind kind, bool retriable)
    {
        var failure = await FailureOfAsync(ScriptedAnswer.Error(status, code, "Why it is so"));

        Assert.Equal(
            (kind, code, "Why it is so", "req-1", retriable, false),
            (failure.Kind, failure.Code, failure.Message, failure.RequestId, failure.Retriable, failure.Ambiguous));
    }

    [Theory]
    [InlineData(429, AwsFailureKind.Throttled)]
    [InlineData(403, AwsFailureKind.Denied)]
    [InlineData(404, AwsFailureKind.NotFound)]
    [InlineData(502, AwsFailureKind.Unavailable)]
    [InlineData(301, AwsFailureKind.Invalid)]
    public async Task Where_the_body_says_nothing_the_status_decides(int status, AwsFailureKind kind)
    {
        var failure = await FailureOfAsync(new ScriptedAnswer(status, "<html><body>proxy<br></body>", RequestId: null));

        Assert.Equal((kind, $"Http{status}", (string?)null), (failure.Kind, failure.Code, failure.RequestId));
    }

    [Fact]
    public async Task The_request_id_is_found_in_the_body_as_well()
    {
        var failure = await FailureOfAsync(ScriptedAnswer.Error(403, "AccessDenied") with { RequestId = null });

        Assert.Equal("req-2", failure.RequestId);
    }

    [Theory]
    [InlineData(
        """<InvalidChangeBatch xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Messages><Message>first</Message><Message>second</Message></Messages><RequestId>r</RequestId></InvalidChangeBatch>""",
        "first|second")]
    [InlineData(
        """<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type><Code>InvalidChangeBatch</Code><Message>[both in one]</Message></Error><RequestId>r</RequestId></ErrorResponse>""",
        "[both in one]")]
    public async Task A_refused_batch_gives_each_reason_in_both_shapes_route_53_has(string body, string details)
    {
        await using var wire = await OneTryAsync();
        wire.Server.Then(new ScriptedAnswer(400, body));
        ImmutableArray<RecordSetChange> changes = [new(ChangeAction.Delete, new RecordSet("a.", "A", "i", 1, 60, ["127.0.0.1"]))];

        var outcome = await wire.Route53.ChangeRecordSetsAsync(
            "Z1", changes, "", CallPriority.Normal, TestContext.Current.CancellationToken);

        var failure = outcome.Failure();
        Assert.Equal(
            (AwsFailureKind.InvalidChangeBatch, "InvalidChangeBatch", false, false),
            (failure.Kind, failure.Code, failure.Retriable, failure.Ambiguous));
        Assert.Equal(details.Split('|'), failure.Details);
    }

    [Fact]
    public async Task A_wrong_clock_is_told_from_a_wrong_secret_where_both_have_one_code()
    {
        var failure = await FailureOfAsync(ScriptedAnswer.Error(
            403, "SignatureDoesNotMatch", "Signature expired: 20260301T120000Z is now earlier than 20260301T121000Z"));

        Assert.Equal(AwsFailureKind.Clock, failure.Kind);
    }

    [Fact]
    public async Task What_aws_would_have_signed_is_not_repeated()
    {
        var failure = await FailureOfAsync(ScriptedAnswer.Error(
            403,
            "SignatureDoesNotMatch",
            "The signature does not match.\n\nThe Canonical String should have been\n'x-amz-security-token:SECRET'"));

        Assert.Equal("The signature does not match.", failure.Message);
    }

    [Fact]
    public async Task An_answer_without_its_parts_is_unreadable_and_not_a_default()
    {
        var failure = await FailureOfAsync(new ScriptedAnswer(
            200, Route53Xml.RecordSets("<ResourceRecordSet><Name>a.</Name></ResourceRecordSet>")));

        Assert.Equal((AwsFailureKind.Unavailable, "UnreadableAnswer"), (failure.Kind, failure.Code));
        Assert.Contains("<ResourceRecordSet> has no <Type>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_another_namespace_is_unreadable()
    {
        var failure = await FailureOfAsync(new ScriptedAnswer(200, "<ListResourceRecordSetsResponse/>"));

        Assert.Equal("UnreadableAnswer", failure.Code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        await using var wire = await OneTryAsync();
        await wire.Server.DisposeAsync();

        var failure = (await ListAsync(wire)).Failure();

        Assert.Equal((AwsFailureKind.Unavailable, "ConnectionError", true), (failure.Kind, failure.Code, failure.Retriable));
    }

    private static async Task<AwsFailure> FailureOfAsync(ScriptedAnswer answer)
    {
        await using var wire = await OneTryAsync();
        wire.Server.Then(answer);
        return (await ListAsync(wire)).Failure();
    }

    private static Task<AwsWire> OneTryAsync() =>
        AwsWire.StartAsync(options => options with { Normal = options.Normal with { Attempts = 1 } });

    private static Task<AwsOutcome<RecordSetPage>> ListAsync(AwsWire wire) =>
        wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, TestContext.Current.CancellationToken);
}

using Amazon;
using Amazon.Runtime;
using Cutover.Lab.Aws;

namespace Cutover.Lab.Tests.Aws;

public sealed class SignatureVerifierTests : IAsyncLifetime
{
    private SignatureCheckpoint _checkpoint = null!;

    public async ValueTask InitializeAsync() => _checkpoint = await SignatureCheckpoint.StartAsync();

    public ValueTask DisposeAsync() => _checkpoint.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/2013-04-01/hostedzone/Z1/rrset?type=A&name=a.example.&identifier=a%2Fb%20c")]
    [InlineData("/2013-04-01/hostedzone?b&a=2&a=1&A=0")]
    [InlineData("/with%20space/and%2Aescape?name=%5C052.example")]
    public async Task A_request_signed_by_the_known_key_is_valid(string target)
    {
        var verdict = await _checkpoint.JudgeAsync(Get(target));
        Assert.Equal(new SignatureVerdict(SignatureStatus.Valid, "", "AKIALAB"), verdict);
    }

    [Fact]
    public async Task A_signed_body_is_valid_and_can_be_read_again() =>
        Assert.True((await _checkpoint.JudgeAsync(Post("<Change>äöü</Change>"))).IsValid);

    [Fact]
    public async Task A_session_token_is_accepted_when_it_is_signed()
    {
        var session = new SessionAWSCredentials("AKIALAB", "lab/secret+key", "a-session-token");
        Assert.True((await _checkpoint.JudgeAsync(Get("/"), session)).IsValid);
    }

    [Fact]
    public async Task Without_a_signature_the_token_is_missing() =>
        await ExpectAsync(SignatureStatus.MissingAuthenticationToken, _checkpoint.JudgeUnsignedAsync(Get("/")));

    [Theory]
    [InlineData("Basic abc")]
    [InlineData("AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIALAB/20260301/us-east-1/route53/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIALAB/us-east-1, SignedHeaders=host, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIALAB/20260301/us-east-1/route53/aws4_request, SignedHeaders=host, Signature=00")]
    public async Task A_header_with_parts_missing_is_incomplete(string authorization)
    {
        var request = Get("/");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        await ExpectAsync(SignatureStatus.IncompleteSignature, _checkpoint.JudgeUnsignedAsync(request));
    }

    [Fact]
    public async Task An_unknown_key_is_an_invalid_token() =>
        await ExpectAsync(
            SignatureStatus.InvalidClientTokenId, _checkpoint.JudgeAsync(Get("/"), new BasicAWSCredentials("AKIAOTHER", "x")));

    [Fact]
    public async Task A_wrong_secret_does_not_match() =>
        await ExpectAsync(
            SignatureStatus.SignatureDoesNotMatch, _checkpoint.JudgeAsync(Get("/"), new BasicAWSCredentials("AKIALAB", "wrong")));

    [Fact]
    public async Task Another_service_or_region_does_not_match()
    {
        await ExpectAsync(SignatureStatus.SignatureDoesNotMatch, _checkpoint.JudgeAsync(Get("/"), service: "monitoring"));
        await ExpectAsync(SignatureStatus.SignatureDoesNotMatch, _checkpoint.JudgeAsync(Get("/"), region: RegionEndpoint.EUWest1));
    }

    [Theory]
    [InlineData(-300, SignatureStatus.Valid)]
    [InlineData(300, SignatureStatus.Valid)]
    [InlineData(-301, SignatureStatus.RequestExpired)]
    [InlineData(301, SignatureStatus.RequestExpired)]
    public async Task Five_minutes_of_skew_are_allowed_and_no_more(int seconds, SignatureStatus expected) =>
        await ExpectAsync(expected, _checkpoint.JudgeAsync(Get("/"), at: SignatureCheckpoint.Now.AddSeconds(seconds)));

    [Fact]
    public async Task Skew_is_reported_on_the_wire_as_a_signature_that_expired()
    {
        var verdict = await _checkpoint.JudgeAsync(Get("/"), at: SignatureCheckpoint.Now.AddMinutes(-10));
        Assert.Equal("SignatureDoesNotMatch", verdict.ErrorCode);
        Assert.Equal(
            "Signature expired: 20260301T115000Z is now earlier than 20260301T115500Z (20260301T120000Z - 5 min.)", verdict.Message);
    }

    [Fact]
    public async Task A_changed_path_query_header_or_body_does_not_match()
    {
        await ExpectTamperedAsync(Get("/a"), request => request.RequestUri = new Uri(_checkpoint.Endpoint, "/b"));
        await ExpectTamperedAsync(Get("/a?x=1"), request => request.RequestUri = new Uri(_checkpoint.Endpoint, "/a?x=2"));
        await ExpectTamperedAsync(Get("/a"), request => request.Headers.Host = "route53.amazonaws.com");
        await ExpectTamperedAsync(Get("/a"), request => request.Headers.Add("X-Amz-Extra", "unsigned"));
        await ExpectTamperedAsync(Post("abc"), request => request.Content = new StringContent("abd"));
    }

    [Fact]
    public void A_printed_key_keeps_its_secret() =>
        Assert.DoesNotContain("hush", new LabCredentials("AKIALAB", "hush").ToString(), StringComparison.Ordinal);

    private async Task ExpectTamperedAsync(HttpRequestMessage request, Action<HttpRequestMessage> tamper) =>
        await ExpectAsync(SignatureStatus.SignatureDoesNotMatch, _checkpoint.JudgeAsync(request, tamper: tamper));

    private static async Task ExpectAsync(SignatureStatus expected, Task<SignatureVerdict> verdict) =>
        Assert.Equal(expected, (await verdict).Status);

    private static HttpRequestMessage Get(string target) => new(HttpMethod.Get, target);

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/2013-04-01/hostedzone/Z1/rrset") { Content = new StringContent(body) };
}

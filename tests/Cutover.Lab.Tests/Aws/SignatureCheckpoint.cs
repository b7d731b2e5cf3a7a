using System.Threading.Channels;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Cutover.Lab.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Aws;

/// <summary>A real HTTP listener that does nothing but judge the signature of each request.</summary>
internal sealed class SignatureCheckpoint : IAsyncDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    internal static readonly LabCredentials Known = new("AKIALAB", "lab/secret+key");
    private readonly WebApplication _app;
    private readonly Channel<SignatureVerdict> _verdicts = Channel.CreateUnbounded<SignatureVerdict>();

    private SignatureCheckpoint(SignatureVerifier verifier)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            _verdicts.Writer.TryWrite(await verifier.VerifyAsync(context.Request, context.RequestAborted));
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync(context.RequestAborted));
        });
    }

    internal Uri Endpoint => new(_app.Urls.Single());

    internal static async Task<SignatureCheckpoint> StartAsync()
    {
        var checkpoint = new SignatureCheckpoint(new([Known], "route53", "us-east-1", new FakeTimeProvider(Now)));
        await checkpoint._app.StartAsync(TestContext.Current.CancellationToken);
        return checkpoint;
    }

    /// <summary>
    /// Sends a request signed by AWSSDK.Core, after <paramref name="tamper"/> had its hands on it, and gives the verdict.
    /// </summary>
    internal async Task<SignatureVerdict> JudgeAsync(
        HttpRequestMessage request, AWSCredentials? credentials = null, DateTimeOffset? at = null, string service = "route53",
        RegionEndpoint? region = null, Action<HttpRequestMessage>? tamper = null)
    {
        var parameters = new AWSSigV4Parameters
        {
            Credentials = credentials ?? new BasicAWSCredentials(Known.AccessKeyId, Known.SecretAccessKey),
            Region = region ?? RegionEndpoint.USEast1,
            Service = service,
            SignPayload = true,
            SignedAt = (at ?? Now).UtcDateTime,
        };
        using var client = new HttpClient(new SigV4SigningHandler(parameters, new TamperingHandler(tamper)));
        return await SendAsync(client, request);
    }

    internal async Task<SignatureVerdict> JudgeUnsignedAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient();
        return await SendAsync(client, request);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<SignatureVerdict> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        client.BaseAddress = Endpoint;
        using var response = await client.SendAsync(request, cancellationToken);
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Assert.Equal(sent, await response.Content.ReadAsStringAsync(cancellationToken));
        return await _verdicts.Reader.ReadAsync(cancellationToken);
    }

    private sealed class TamperingHandler(Action<HttpRequestMessage>? tamper) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            tamper?.Invoke(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

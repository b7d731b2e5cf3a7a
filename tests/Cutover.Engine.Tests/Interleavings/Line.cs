namespace Cutover.Engine.Tests.Interleavings;

/// <summary>One actor's connection to the wire.</summary>
internal sealed class Line(Wire wire, string actor) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        wire.HoldAsync(actor, request, cancellationToken);
}

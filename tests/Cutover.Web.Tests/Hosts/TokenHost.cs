namespace Cutover.Web.Tests.Hosts;

/// <summary>One host with a shared token, and no lab, for the tests of a class.</summary>
public sealed class TokenHost : IAsyncLifetime
{
    public const string Token = "a token for tests that nobody else has, 32 and more";

    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RunningHost.WithTokenAsync(Token);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

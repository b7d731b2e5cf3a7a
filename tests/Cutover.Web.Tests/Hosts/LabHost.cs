namespace Cutover.Web.Tests.Hosts;

/// <summary>One host with a lab for the tests of a class.</summary>
public sealed class LabHost : IAsyncLifetime
{
    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RunningHost.WithLabAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

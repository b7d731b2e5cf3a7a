using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;

namespace Cutover.Cli.Tests;

/// <summary>A test of the command against a host of its own.</summary>
public abstract class HostTest : IAsyncLifetime
{
    private ScriptedHost? host;

    internal ScriptedWorld World { get; } = new();

    internal ScriptedHost Host => host!;

    public async ValueTask InitializeAsync() => host = await ScriptedHost.StartAsync(World);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Task<Ended> RunAsync(params string[] arguments) => CutoverProcess.RunAsync(Host.Url, arguments);
}

namespace Cutover.Cli.Tests.Emergency;

/// <summary>A test of the rollback past the host, in an account of its own.</summary>
public abstract class BreakGlassTest : IAsyncLifetime
{
    private EmulatedAccount? account;

    internal EmulatedAccount Account => account!;

    public async ValueTask InitializeAsync() => account = await EmulatedAccount.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Account.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>A test on the stage: however it ends, the next one finds no browser of its people and no run of theirs.</summary>
public abstract class StageTest(Stage stage) : IAsyncLifetime
{
    protected Stage Stage => stage;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stage.ClearAsync();
        GC.SuppressFinalize(this);
    }
}

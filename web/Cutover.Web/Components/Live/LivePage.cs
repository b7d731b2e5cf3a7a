using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Live;

/// <summary>A page that works in the background for as long as it is on a screen, and stops for good when it leaves it.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    protected CancellationToken Leaving => leaving.Token;

    public void Dispose()
    {
        if (!leaving.IsCancellationRequested)
        {
            leaving.Cancel();
            leaving.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Runs the work beside the page. An error that nobody caught ends the circuit, which the browser shows, and is never lost.
    /// </summary>
    protected async void Begin(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(leaving.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (ObjectDisposedException) when (leaving.IsCancellationRequested)
        {
            // The page was left while it was being drawn.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}

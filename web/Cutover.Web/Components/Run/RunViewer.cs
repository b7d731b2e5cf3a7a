namespace Cutover.Web.Components.Run;

/// <summary>A page that is shown a run's readings: one at a time, and while it is busy only the latest of those that come meanwhile.</summary>
internal sealed class RunViewer(Func<RunReading, Task> show)
{
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private RunReading? next;
    private Task showing = Task.CompletedTask;
    private bool isShowing;

    /// <summary>Ends with the error of the page or of the readings, and only so.</summary>
    public Task Failed => failed.Task;

    /// <summary>What fails on one page is no matter of the others.</summary>
    public Task ShowAsync(RunReading reading)
    {
        lock (gate)
        {
            next = reading;
            if (isShowing)
            {
                return showing;
            }

            isShowing = true;
        }

        return showing = ShowAllAsync();
    }

    public void Fail(Exception failure) => failed.TrySetException(failure);

    private async Task ShowAllAsync()
    {
        try
        {
            while (Take() is { } reading)
            {
                await show(reading);
            }
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    // A page that failed stays busy: it is over.
    private RunReading? Take()
    {
        lock (gate)
        {
            var taken = next;
            (next, isShowing) = (null, taken is not null);
            return taken;
        }
    }
}

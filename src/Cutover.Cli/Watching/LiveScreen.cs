using Cutover.Cli.Problems;
using Spectre.Console;

namespace Cutover.Cli.Watching;

/// <summary>A watch on a terminal: the run in place, redrawn as it moves.</summary>
internal sealed class LiveScreen : IWatchScreen
{
    private readonly IAnsiConsole console;
    private readonly TimeProvider time;
    private readonly LiveDisplayContext display;
    private RunReading? shown;
    private string? notice;

    private LiveScreen(IAnsiConsole console, TimeProvider time, LiveDisplayContext display) =>
        (this.console, this.time, this.display) = (console, time, display);

    /// <summary>Keeps the screen for as long as <paramref name="follow"/> runs; its last picture stays.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole console, TimeProvider time, Func<IWatchScreen, Task<T>> follow) =>
        console.Live(new Text("Reading the run…")).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Bottom)
            .StartAsync(display => follow(new LiveScreen(console, time, display)));

    public void Show(RunReading reading)
    {
        shown = reading;
        Draw();
    }

    public void Tick() => Draw();

    public void Lost(CommandProblem problem, TimeSpan again)
    {
        notice = FormattableString.Invariant(
            $"{problem.Title} ({problem.Detail}); tried again in {again.TotalSeconds:0.#} s. What is shown is from before.");
        Draw();
    }

    public void Back()
    {
        notice = null;
        Draw();
    }

    private void Draw()
    {
        if (shown is { } reading)
        {
            display.UpdateTarget(LiveView.Of(reading, notice, time.GetUtcNow(), console.Profile.Height));
        }
    }
}

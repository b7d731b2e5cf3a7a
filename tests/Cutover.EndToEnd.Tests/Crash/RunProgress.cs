using Cutover.EndToEnd.Tests.Hosts;
using System.Globalization;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>Follows a run in the log of the host that drives it.</summary>
internal sealed partial class RunProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    /// <summary>As of the last line read, or as the database had it when the host was killed.</summary>
    public Moment Now { get; set; } = new(1, RunPhase.Preflight);

    /// <summary>Reads on until the run has come as far as that, or is over.</summary>
    /// <exception cref="TimeoutException">It does not come to that in time.</exception>
    public async Task ReachAsync(HostProcess host, Moment wanted, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var line = string.Empty;
        try
        {
            while (Now.CompareTo(wanted) < 0 && !Now.Phase.IsFinished())
            {
                line = await host.Lines.ReadAsync(patience.Token);
                Follow(line);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited for {wanted}, and the last that the host said is: {line}");
        }
    }

    private void Follow(string line) => Now = new Moment(
        Step().Match(line) is { Success: true } step ? int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture) : Now.Step,
        Decision().Match(line) is { Success: true } decision ? Enum.Parse<RunPhase>(decision.Groups[1].Value) : Now.Phase);

    [GeneratedRegex(@"Run \d+ decision \d+ \((\w+)\):")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\bStep (\d+): applying")]
    private static partial Regex Step();
}

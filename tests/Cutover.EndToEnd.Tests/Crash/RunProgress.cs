using Cutover.EndToEnd.Tests.Hosts;
using System.Globalization;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>Follows a run in the log of the host that drives it.</summary>
internal sealed partial class RunProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>As of the last line read, or as the database had it when the host was killed.</summary>
    public Moment Now { get; set; } = new(1, RunPhase.Applying);

    /// <summary>Reads on until the run has come as far as that, or is over.</summary>
    /// <exception cref="TimeoutException">The run stands still.</exception>
    public async Task ReachAsync(HostProcess host, Moment wanted, CancellationToken cancellation)
    {
        while (Now.CompareTo(wanted) < 0 && !Now.Phase.IsFinished())
        {
            var line = await host.Lines.ReadAsync(cancellation).AsTask().WaitAsync(Patience, cancellation);
            Now = new Moment(
                Step().Match(line) is { Success: true } step ? int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture) : Now.Step,
                Decision().Match(line) is { Success: true } decision ? Enum.Parse<RunPhase>(decision.Groups[1].Value) : Now.Phase);
        }
    }

    [GeneratedRegex(@"Run \d+ decision \d+ \((\w+)\):")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\bStep (\d+): applying")]
    private static partial Regex Step();
}

using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class AlarmTests
{
    [Fact]
    public void What_a_verdict_says_besides_is_told_once()
    {
        var run = new RunDriver(SamplePlans.Simple);
        Assert.Equal(["handshakes: not tried equally often."], Said("not tried equally often"));
        Assert.Empty(Said("not tried equally often"));
        Assert.Empty(Said(null));

        IEnumerable<string> Said(string? alarm)
        {
            var verdict = new StackVerdict(Verdict.Inconclusive, 1, 100, run.Now, run.Now, "words", Alarm: alarm);
            return run.Send(new GateJudgedEvent("handshakes", verdict, null)).Commands.OfType<AnnounceCommand>()
                .Where(said => said.Severity == Severity.Warning).Select(said => said.Words);
        }
    }
}

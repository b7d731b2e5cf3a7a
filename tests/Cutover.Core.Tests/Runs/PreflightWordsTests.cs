using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs;

public sealed class PreflightWordsTests
{
    [Fact]
    public void What_is_the_same_of_several_gates_or_stacks_is_said_once()
    {
        PreflightFinding[] findings =
        [
            Waiting("not judged yet", "handshakes", "HAProxy"), Waiting("not judged yet", "handshakes", "Envoy"),
            Waiting("not judged yet", "drops", "HAProxy"), Waiting("not judged yet", "drops", "Envoy"),
            Waiting("not judged yet", "errors", "HAProxy"), new(PreflightStanding.Passed, "passes", "errors", "Envoy"),
            new(PreflightStanding.Waiting, "both stacks' answers to the same probe (not compared yet)"),
        ];

        Assert.Equal(
            "handshakes, drops on HAProxy and Envoy (not judged yet); errors on HAProxy (not judged yet); errors passes on Envoy; "
                + "both stacks' answers to the same probe (not compared yet)",
            PreflightWords.Of(findings));
    }

    [Fact]
    public void Several_gates_pass_together()
    {
        PreflightFinding[] findings =
            [new(PreflightStanding.Passed, "passes", "a", "HAProxy"), new(PreflightStanding.Passed, "passes", "b", "HAProxy")];

        Assert.Equal("a, b pass on HAProxy", PreflightWords.Of(findings));
    }

    private static PreflightFinding Waiting(string words, string gate, string stack) => new(PreflightStanding.Waiting, words, gate, stack);
}

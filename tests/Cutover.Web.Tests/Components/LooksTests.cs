using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Tests.Components;

public sealed class LooksTests
{
    public static TheoryData<RunPhase> Phases => [.. Enum.GetValues<RunPhase>()];

    [Theory]
    [MemberData(nameof(Phases))]
    public void Every_phase_has_a_word_and_an_icon(RunPhase phase)
    {
        var look = PhaseLooks.Of(phase);

        Assert.NotEmpty(look.Label);
        Assert.StartsWith("<", look.Icon, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_phases_have_the_same_word() =>
        Assert.Equal(
            Enum.GetValues<RunPhase>().Length, Enum.GetValues<RunPhase>().Select(phase => PhaseLooks.Of(phase).Label).Distinct().Count());

    [Theory]
    [InlineData(RunPhase.Baking, "Held: baking", Tone.Attention)]
    [InlineData(RunPhase.RollbackSyncing, "Rolling back: syncing", Tone.Danger)]
    public void A_hold_outranks_the_phase_but_never_a_rollback(RunPhase phase, string label, Tone tone)
    {
        var look = PhaseLooks.Of(phase, isHeld: true);

        Assert.Equal((label, tone), (look.Label, look.Tone));
    }

    [Fact]
    public void Only_a_pass_looks_good() =>
        Assert.Equal([Verdict.Passed], Enum.GetValues<Verdict>().Where(verdict => VerdictLook.Of(verdict).Tone == Tone.Good));

    [Theory]
    [InlineData(0.5, "just now")]
    [InlineData(12.9, "12 s ago")]
    [InlineData(125, "2 min ago")]
    [InlineData(7_200, "2 h ago")]
    [InlineData(400_000, "4 d ago")]
    public void Ages_have_one_unit(double seconds, string expected) =>
        Assert.Equal(expected, Words.Age(SampleRuns.Noon, SampleRuns.Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.00392, "0.39 %")]
    [InlineData(0.125, "12.5 %")]
    [InlineData(1, "100 %")]
    public void Small_shares_keep_two_digits(double share, string expected) => Assert.Equal(expected, Words.Share(share));

    [Theory]
    [InlineData(-3, "0:00")]
    [InlineData(6.2, "0:07")]
    [InlineData(3_723, "1:02:03")]
    public void Countdowns_round_up_and_end_at_zero(double seconds, string expected) =>
        Assert.Equal(expected, Words.Countdown(TimeSpan.FromSeconds(seconds)));
}

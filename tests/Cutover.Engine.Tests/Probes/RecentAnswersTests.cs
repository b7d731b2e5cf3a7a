using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class RecentAnswersTests
{
    private static readonly Core.Playbooks.Stacks Both = new(new Stack("HAProxy", "haproxy", null), new Stack("Envoy", "envoy", null));

    [Fact]
    public void A_subprotocol_that_only_one_stack_chooses_is_told_in_words() => Assert.Equal(
        "HAProxy answers 101 with subprotocol chat.v2, Envoy 101 with subprotocol none",
        Difference(Connected(101, ("Sec-WebSocket-Protocol", "chat.v2")), Wrong(101)));

    [Fact]
    public void A_refusal_is_told_by_its_status() => Assert.Equal(
        "HAProxy answers 101, Envoy 403", Difference(Connected(101), new DialOutcome.Refused(403, Response(403)) { Timings = default! }));

    [Fact]
    public void A_reply_that_only_one_stack_gives_is_told() => Assert.Equal(
        "HAProxy answers 101 with the expected reply, Envoy 101 with a connection that ended with close 1008 before its reply",
        Difference(Connected(101), new DialOutcome.Failed(DialPhase.Reply, "ended with close 1008 before its reply")
        {
            Timings = default!, Response = Response(101),
        }));

    [Fact]
    public void Dials_that_nobody_answered_say_nothing()
    {
        var answers = new RecentAnswers();
        answers.Add(new DialOutcome.Failed(DialPhase.Tcp, "refused") { Timings = default! });
        answers.Add(new DialOutcome.TimedOut(DialPhase.Upgrade) { Timings = default! });
        Assert.False(answers.Read().IsEnough);
        Assert.Empty(answers.Read().Counts);
    }

    [Fact]
    public void One_odd_answer_in_twenty_is_no_difference_and_five_are_not_told_alike()
    {
        var odd = Mixed(19, 1);
        Assert.Null(new DialComparison(null, Mixed(20, 0), odd).Difference(Both));
        Assert.Null(new DialComparison(null, Mixed(20, 0), odd).Untold(Both));
        Assert.Equal(
            "Envoy does not answer every dial alike (101 to 15 of 20; 503 to 5 of 20)",
            new DialComparison(null, Mixed(20, 0), Mixed(15, 5)).Untold(Both));
    }

    [Fact]
    public void What_was_long_ago_is_forgotten()
    {
        var answers = new RecentAnswers();
        foreach (var status in Enumerable.Repeat(503, 30).Concat(Enumerable.Repeat(101, RecentAnswers.Kept)))
        {
            answers.Add(new DialOutcome.Refused(status, Response(status)) { Timings = default! });
        }

        Assert.Equal(new DialAnswer(101), answers.Read().Usual);
    }

    private static string? Difference(DialOutcome source, DialOutcome target) =>
        new DialComparison(null, Often(source), Often(target)).Difference(Both);

    private static DialAnswers Often(DialOutcome outcome)
    {
        var answers = new RecentAnswers();
        for (var time = 0; time < DialAnswers.Least; time++)
        {
            answers.Add(outcome);
        }

        return answers.Read();
    }

    private static DialAnswers Mixed(int good, int bad) => DialAnswers.Of(
        [.. Enumerable.Repeat(new DialAnswer(101), good), .. Enumerable.Repeat(new DialAnswer(503), bad)]);

    private static DialOutcome.Connected Connected(int status, params (string Name, string Value)[] headers) =>
        new(null!, Response(status, headers)) { Timings = default! };

    private static DialOutcome.Failed Wrong(int status) =>
        new(DialPhase.Upgrade, "101 without the subprotocol chat.v2") { Timings = default!, Response = Response(status) };

    private static UpgradeResponse Response(int status, params (string Name, string Value)[] headers) =>
        new(status, string.Empty, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))]);
}

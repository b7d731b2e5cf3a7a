using Cutover.Core.Dns.Answers;

namespace Cutover.Core.Tests.Dns.Answers;

public sealed class AnswerClassifierTests
{
    [Theory]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "192.0.2.2,192.0.2.1", AnsweredStack.Source)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "192.0.2.3", AnsweredStack.Target)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "192.0.2.2", AnsweredStack.Source)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "192.0.2.1,203.0.113.9", AnsweredStack.Unknown)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "203.0.113.9", AnsweredStack.Unknown)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "192.0.2.1,192.0.2.3", AnsweredStack.Unknown)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.3", "", AnsweredStack.Unknown)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.1", "192.0.2.1", AnsweredStack.Target)]
    [InlineData("192.0.2.1,192.0.2.2", "192.0.2.2,192.0.2.3", "192.0.2.2", AnsweredStack.Unknown)]
    [InlineData("2001:DB8:0::1", "2001:db8::2", "2001:db8:0:0::1", AnsweredStack.Source)]
    [InlineData("Old.example.", "new.example", "NEW.example.", AnsweredStack.Target)]
    public void A_plain_answer_is_known_by_all_its_values(string source, string target, string answer, AnsweredStack expected) =>
        Assert.Equal(expected, new AnswerClassifier(Plain(source), Plain(target)).Classify(Split(answer)));

    [Theory]
    [InlineData("192.0.2.1,203.0.113.9", AnsweredStack.Source)]
    [InlineData("192.0.2.3,203.0.113.9", AnsweredStack.Target)]
    [InlineData("192.0.2.1,192.0.2.3", AnsweredStack.Unknown)]
    [InlineData("203.0.113.9", AnsweredStack.Unknown)]
    public void A_load_balancer_is_known_by_one_address_that_was_seen_there(string answer, AnsweredStack expected) => Assert.Equal(
        expected,
        new AnswerClassifier(StackValues.Learned(["192.0.2.1", "192.0.2.2"]), StackValues.Learned(["192.0.2.3"])).Classify(Split(answer)));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", "HAProxy and Envoy have the same values, 192.0.2.1")]
    [InlineData("", "192.0.2.1", "the record set of HAProxy has no values")]
    [InlineData("192.0.2.1", "192.0.2.1,192.0.2.2", null)]
    public void Stacks_with_the_same_values_cannot_be_told_apart(string source, string target, string? why) =>
        Assert.Equal(why, new AnswerClassifier(Plain(source), Plain(target)).Indistinct(Observed.Pair));

    [Fact]
    public void Aliases_without_an_address_or_for_the_same_name_cannot_be_told_apart()
    {
        var nothing = new AnswerClassifier(StackValues.Learned(["192.0.2.1"]), StackValues.Learned([]));
        Assert.Equal(
            "no address of new.elb.example., which Envoy is an alias for, could be looked up", nothing.Indistinct(Observed.Balancers));
        var same = Observed.Between(Observed.Alias("haproxy", "one.elb.example."), Observed.Alias("envoy", "One.elb.example."));
        Assert.Equal("HAProxy and Envoy are both an alias for one.elb.example.", nothing.Indistinct(same));
    }

    private static StackValues Plain(string values) => StackValues.Of(Observed.Plain("any", [.. Split(values)]));

    private static string[] Split(string values) => values.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

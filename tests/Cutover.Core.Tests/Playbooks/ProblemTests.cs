using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

public sealed class ProblemTests
{
    [Fact]
    public void The_example_itself_is_good() => Readings.Accepted(Example.Yaml);

    [Fact]
    public void The_example_with_waves_is_good() => Assert.Single(Readings.Accepted(Example.Yaml + Example.Waves).Waves);

    [Theory]
    [MemberData(nameof(ProblemTable.Rows), MemberType = typeof(ProblemTable))]
    public void A_single_mistake_is_the_only_problem_and_is_named_where_it_stands(string old, string replacement, string expected)
    {
        var problem = Assert.Single(Readings.Problems(Example.With(old, replacement)));

        Assert.Equal(expected, $"{problem.Line}:{problem.Column} {problem.Path} | {problem.Message} | {problem.Mend}");
    }
}

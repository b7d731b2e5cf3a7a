using Cutover.Core.Runs;
using Cutover.Web.Components.History;

namespace Cutover.Web.Tests.History;

public sealed class RunQueryTests
{
    [Fact]
    public void An_address_gives_the_query_that_it_was_written_from()
    {
        var query = new RunQuery(RunPhase.Baking, null, "wss & more", "ada ü", "50 %=half", 7);

        Assert.Equal("/?phase=Baking&playbook=wss%20%26%20more&who=ada%20%C3%BC&text=50%20%25%3Dhalf&before=7", query.On("/"));
        Assert.Equal(query, RunQuery.Of("baking", "", " wss & more ", "ada ü", "50 %=half", 7));
        Assert.Equal("/history", new RunQuery().On("/history"));
    }

    [Theory]
    [InlineData("Flying", null)]
    [InlineData("Completed", null)]
    [InlineData("3", null)]
    [InlineData(null, "Baking")]
    public void What_cannot_be_read_is_not_asked(string? phase, string? outcome) =>
        Assert.True(RunQuery.Of(phase, outcome, null, " ", "", null).IsEmpty);
}

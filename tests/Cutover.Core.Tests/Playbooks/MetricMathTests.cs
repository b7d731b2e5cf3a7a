using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Tests.Playbooks;

public sealed class MetricMathTests
{
    [Theory]
    [InlineData("100 * m2 / m1", "m2 m1")]
    [InlineData("IF(m1 > 1e3 AND m2 != 0, 100*m2/m1, 0)", "m1 m2")]
    [InlineData("SUM([a_1, aB2])+a_1", "a_1 aB2")]
    [InlineData("ANOMALY_DETECTION_BAND(e1, 2)", "e1")]
    [InlineData("IF(m1, \"m2 'quoted' m3\", 'm4')", "m1")]
    public void The_ids_are_the_words_that_begin_with_a_lower_case_letter(string expression, string ids)
    {
        Assert.Null(MetricMath.Read(expression).Fault);
        Assert.Equal(ids.Split(' '), MetricMath.Ids(expression));
    }

    [Fact]
    public void Renaming_leaves_functions_numbers_and_quoted_text_alone() => Assert.Equal(
        "IF(x_m1 > 1e3 AND x_m10 != 0, \"m1\", x_m1)",
        MetricMath.Rename("IF(m1 > 1e3 AND m10 != 0, \"m1\", m1)", id => "x_" + id));

    [Theory]
    [InlineData("1 + 2", "the expression names no metric")]
    [InlineData("SEARCH('{AWS/EC2}', 'Sum') + m1", "SEARCH gives series that nobody named; name each metric")]
    [InlineData("TIME_SERIES(0) + m1", "TIME_SERIES makes up data where there is none; write the number itself")]
    [InlineData("m1 $ m2", "\"$\" has no meaning in metric math")]
    [InlineData("(m1", "the brackets of the expression do not match")]
    [InlineData("m1)", "the brackets of the expression do not match")]
    public void What_would_fool_a_gate_is_refused(string expression, string why) =>
        Assert.Equal(why, MetricMath.Read(expression).Fault?.Message);
}

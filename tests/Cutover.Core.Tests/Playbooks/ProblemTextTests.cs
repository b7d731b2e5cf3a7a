using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

public sealed class ProblemTextTests
{
    private static readonly PlaybookProblem Problem = new(12, 4, "steps[0].weight", "too much", "weight: 5 %");

    [Fact]
    public void A_problem_shows_its_line_a_caret_and_the_mend() => Assert.Equal(
        """
        a.yaml:12:4: error: steps[0].weight: too much
          12 | abcdef
             |    ^
          write: weight: 5 %

        """,
        PlaybookProblemText.Render(Problem, "abcdef", "a.yaml"));

    [Fact]
    public void A_tab_before_the_caret_stays_a_tab() =>
        Assert.Contains("\n     | \t  ^\n", PlaybookProblemText.Render(Problem, "\tbcdef", "a.yaml"), StringComparison.Ordinal);

    [Fact]
    public void A_problem_without_a_line_or_a_path_shows_neither() => Assert.Equal(
        "a.yaml:1:1: error: the file is empty\n  write: something\n",
        PlaybookProblemText.Render(new PlaybookProblem(1, 1, "", "the file is empty", "something"), "", "a.yaml"));

    [Fact]
    public void The_line_is_found_whatever_ends_lines_and_after_a_byte_order_mark()
    {
        const string Yaml = "\uFEFFversion: 2\r\nname: 12\r\n";
        var refused = Assert.IsType<PlaybookRefused>(PlaybookReader.Read(Yaml));

        Assert.Contains("  2 | name: 12\n    |       ^\n", PlaybookProblemText.Render(refused, Yaml, "a.yaml"), StringComparison.Ordinal);
    }
}

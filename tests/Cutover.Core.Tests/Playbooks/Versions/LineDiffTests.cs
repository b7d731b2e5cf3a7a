using CsCheck;
using Cutover.Core.Playbooks.Versions;

namespace Cutover.Core.Tests.Playbooks.Versions;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", " a b c")]
    [InlineData("a\nb\nc", "a\nc", " a-b c")]
    [InlineData("a\nc", "a\nb\nc", " a+b c")]
    [InlineData("a\nb\nc", "a\nx\nc", " a-b+x c")]
    [InlineData("a\nb\nc\nd", "b\nd\ne", "-a b-c d+e")]
    [InlineData("", "a", "+a")]
    [InlineData("a\r\nb\r\n", "a\nb", " a b")]
    public void Says_line_by_line_what_was_taken_away_and_what_was_added(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(LineDiff.Of(before, after).Select(line => Sign(line.Change) + line.Text)));

    [Fact]
    public void Numbers_the_lines_of_both_texts() => Assert.Equal(
        [(1, 1), (2, null), (null, 2), (3, 3)], LineDiff.Of("a\nb\nc", "a\nx\nc").Select(line => (line.Before, line.After)));

    [Fact]
    public void Both_texts_can_be_read_off_any_comparison() => Texts.Select(Texts).Sample((before, after) =>
    {
        var lines = LineDiff.Of(before, after);
        return Text(lines.Where(line => line.Change != LineChange.Added)) == before
            && Text(lines.Where(line => line.Change != LineChange.Removed)) == after;
    });

    [Fact]
    public void What_is_too_long_to_compare_counts_as_replaced()
    {
        var (before, after) = (Numbers(0, 2_500), Numbers(1, 2_501));
        Assert.Equal(5_000, LineDiff.Of($"{before}\nold", $"{after}\nnew").Count(line => line.Change != LineChange.Same) - 2);
    }

    private static Gen<string> Texts { get; } =
        Gen.Char['a', 'd'].Select(letter => letter.ToString()).Array[1, 12].Select(lines => string.Join('\n', lines));

    private static string Text(IEnumerable<DiffLine> lines) => string.Join('\n', lines.Select(line => line.Text));

    private static string Numbers(int from, int to) => string.Join('\n', Enumerable.Range(from, to - from));

    private static string Sign(LineChange change) => change switch { LineChange.Added => "+", LineChange.Removed => "-", _ => " " };
}

using Cutover.Core.Playbooks;
using CsCheck;
using NJsonSchema;

namespace Cutover.Core.Tests.Playbooks;

public sealed class FuzzTests
{
    private static readonly Gen<string> Scrap = Gen.OneOf(
        Gen.OneOf(
            "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "#", " #", "&a", "*a", "!!x ", "|", ">",
            "%", "@", "`", ",", "?", "? ", "---\n", "...\n", "<<: ", "~", "\r", "\u2028", "\uFEFF", "\0", "0", "1e9", "-1",
            "{stack}", "\ud800"),
        Gen.OneOf(Example.Yaml.Split('\n')).Select(line => line + "\n"),
        Gen.OneOf(Example.Yaml.Split(' ', '\n')),
        Gen.OneOf(Example.Waves.Split('\n')).Select(line => line + "\n"),
        Gen.OneOf(Example.Waves.Split(' ', '\n')),
        Gen.OneOf("steps: [{ weight: 100 %, bake: 1m }]", "apart: [[wss.lab.example, b.lab.example]]\n"),
        Gen.String[0, 4]);

    private static readonly Gen<Func<string, string>> Mutation = Gen.Select(
        Gen.Int[0, 100_000], Gen.Int[0, 12], Scrap, (at, length, scrap) => new Func<string, string>(text =>
        {
            var start = text.Length == 0 ? 0 : at % text.Length;
            return text[..start] + scrap + text[Math.Min(text.Length, start + length)..];
        }));

    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.OneOf(Example.Yaml, Example.Yaml + Example.Waves), Mutation.Array[1, 6], (yaml, mutations) => mutations.Aggregate(
            yaml, (text, mutate) => mutate(text)));

    [Fact]
    public void Any_text_is_accepted_or_refused_with_problems_that_stand_in_it() =>
        Mutated.Sample(HasAProperAnswer, iter: 5_000, print: Shown);

    [Fact]
    public void Noise_is_refused_without_an_exception() =>
        Scrap.Array[0, 60].Select(string.Concat).Sample(HasAProperAnswer, iter: 5_000, print: Shown);

    [Fact]
    public async Task Editors_accept_whatever_the_reader_accepts()
    {
        var schema = await JsonSchema.FromJsonAsync(PlaybookSchema.Generate(), TestContext.Current.CancellationToken);

        Mutation.Array[1, 2].Select(mutations => mutations.Aggregate(Example.Yaml + Example.Waves, (text, mutate) => mutate(text))).Sample(
            text => PlaybookReader.Read(text) is not PlaybookAccepted || schema.Validate(YamlJson.Of(text.TrimStart('\uFEFF'))).Count == 0,
            iter: 1_000, print: Shown);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public void Bottomless_nesting_is_refused(char opening) =>
        Assert.NotEmpty(Readings.Problems(string.Concat(Enumerable.Repeat(opening == '-' ? "- " : opening.ToString(), 100_000))));

    [Theory]
    [InlineData("!!ZBSumHandshakes[- Q)    probe: handshake-success\n\"  handshakes:\n")]
    [InlineData("\n  : ~()O")]
    [InlineData("[\u2028")]
    public void Text_over_which_the_parser_itself_falls_is_refused(string yaml) => Assert.True(HasAProperAnswer(yaml));

    [Fact]
    public void A_text_of_a_megabyte_is_refused() => Assert.NotEmpty(Readings.Problems(new string('a', 1 << 20)));

    [Theory]
    [InlineData("[", 1, 1)]
    [InlineData("a: {b", 1, 4)]
    [InlineData("a: [1,\n\n", 1, 4)]
    [InlineData("a: { b: [1 }\n", 1, 9)]
    [InlineData("a: [ \"]\", '}' # ]\n", 1, 4)]
    [InlineData("a: [1\nb: 2\n", 1, 4)]
    public void A_bracket_left_open_is_named_where_it_opens(string yaml, int line, int column)
    {
        var problem = Assert.Single(Readings.Problems(yaml));

        Assert.Equal(("the bracket that opens here is not closed", line, column), (problem.Message, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_file_is_one_problem(string yaml) =>
        Assert.Equal("the file is empty", Assert.Single(Readings.Problems(yaml)).Message);

    private static string Shown(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static bool HasAProperAnswer(string text)
    {
        var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
        return PlaybookReader.Read(text) switch
        {
            PlaybookAccepted => true,
            PlaybookRefused { Problems.IsEmpty: false } refused => PlaybookProblemText.Render(refused, text, "f").Length > 0
                && refused.Problems.All(problem => problem.Line >= 1
                    && problem.Line <= lines.Length
                    && problem.Column >= 1
                    && problem.Message.Length > 0
                    && problem.Mend.Length > 0),
            _ => false,
        };
    }
}

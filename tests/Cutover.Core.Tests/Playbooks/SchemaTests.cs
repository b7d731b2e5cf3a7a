using Cutover.Core.Playbooks;
using Cutover.Tests.Fixtures;
using NJsonSchema;

namespace Cutover.Core.Tests.Playbooks;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_beside_the_playbooks_is_current() =>
        RepositoryFiles.AssertHolds("playbooks/playbook.schema.json", PlaybookSchema.Generate());

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_playbook_of_this_repository_is_good_for_the_reader_and_for_editors(string file)
    {
        var yaml = RepositoryFiles.Read(file);
        var schema = await JsonSchema.FromJsonAsync(PlaybookSchema.Generate(), TestContext.Current.CancellationToken);

        Readings.Accepted(yaml);
        Assert.Empty(schema.Validate(YamlJson.Of(yaml)));
        Assert.StartsWith("# yaml-language-server: $schema=./playbook.schema.json\n", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("window: 15s", "windw: 15s")]
    [InlineData("window: 15s", "window: 15")]
    [InlineData("window: 15s", "window: 15 sec")]
    [InlineData("weight: 1 %", "weight: 1")]
    [InlineData("objective: \"< 5\"", "objective: \"5\"")]
    [InlineData("version: 1", "version: \"1\"")]
    [InlineData("name: wss-primary", "name: 12")]
    [InlineData("kind: errors", "kind: error")]
    [InlineData("    probe: handshake-success\n", "")]
    [InlineData("      stat: Sum\n", "")]
    [InlineData("types: [A]", "types: [AAA]")]
    public async Task Editors_mark_what_the_reader_refuses(string old, string replacement)
    {
        var schema = await JsonSchema.FromJsonAsync(PlaybookSchema.Generate(), TestContext.Current.CancellationToken);
        var broken = Example.With(old, replacement);

        Assert.Empty(schema.Validate(YamlJson.Of(Example.Yaml)));
        Assert.NotEmpty(schema.Validate(YamlJson.Of(broken)));
        Assert.NotEmpty(Readings.Problems(broken));
    }

    public static TheoryData<string> Files => [.. RepositoryFiles.In("playbooks", "*.yaml")];
}

using System.Text.Json;
using Cutover.Core.Playbooks;
using CsCheck;
using NJsonSchema;

namespace Cutover.Core.Tests.Playbooks;

public sealed class RoundTripTests
{
    [Fact]
    public void A_playbook_that_was_written_out_reads_back_the_same() => PlaybookGen.Playbook.Sample(playbook =>
        Assert.Equal(JsonSerializer.Serialize(playbook), JsonSerializer.Serialize(Readings.Accepted(PlaybookText.Write(playbook)))));

    [Fact]
    public async Task A_playbook_that_was_written_out_is_good_for_editors()
    {
        var schema = await JsonSchema.FromJsonAsync(PlaybookSchema.Generate(), TestContext.Current.CancellationToken);

        PlaybookGen.Playbook.Sample(playbook => Assert.Empty(schema.Validate(YamlJson.Of(PlaybookText.Write(playbook)))));
    }
}

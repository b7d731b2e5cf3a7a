using System.Net;
using Cutover.Core.Conversions;
using Cutover.Engine.Api;
using Cutover.Engine.Conversions;
using Cutover.Engine.Views;
using Cutover.Lab.Route53.Zones;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class ConversionTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task A_record_is_shown_adopted_seen_in_sync_and_taken_back()
    {
        var request = Adoption("whole");

        var shown = await (await Host.PostAsync(ApiRoutes.ConversionPreview, request)).ReadAsync<ConversionPreviewView>();
        var answer = await Host.PostAsync(ApiRoutes.Conversions, new ConvertRequest(request, shown.Checksum, "it is  time"), "kim");
        var adopted = await answer.ReadAsync<ConversionView>();

        Assert.Equal(
            (HttpStatusCode.Created, ApiRoutes.Conversion(adopted.Id)), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal((ConversionState.Applied, "kim", "it is time"), (adopted.State, adopted.By, adopted.Why));
        Assert.Equal(100, Host.World.Zone.Accepted.Find("whole.lab.example.", "A", "haproxy")?.Weight);
        Assert.Equal(adopted.ChangeIds, (await InSyncAsync(adopted.Id)).ChangeIds);
        var listed = await (await Host.GetAsync(ApiRoutes.Conversions + "?playbook=whole")).ReadAsync<ConversionView[]>();
        Assert.Equal(adopted.Id, Assert.Single(listed).Id);
        var undone = await (await Host.PostAsync(ApiRoutes.Undo(adopted.Id), new UndoRequest())).ReadAsync<ConversionView>();
        Assert.Equal(ConversionState.Undone, undone.State);
        Assert.NotNull(Host.World.Zone.Accepted.Find("whole.lab.example.", "A", null));
        var again = await (await Host.PostAsync(ApiRoutes.Undo(adopted.Id), new UndoRequest())).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("was undone by lab operator", again.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_has_changed_since_it_was_shown_is_a_conflict()
    {
        var request = Adoption("changed");
        var shown = await (await Host.PostAsync(ApiRoutes.ConversionPreview, request)).ReadAsync<ConversionPreviewView>();
        Host.World.Zone.Seed(ZoneRecordSet.Simple("changed.lab.example", "A", 60, "127.0.9.9"));

        var problem = await (await Host.PostAsync(
            ApiRoutes.Conversions, new ConvertRequest(request, shown.Checksum))).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("The zone has changed since this was shown", problem.Title);
        Assert.Null(Host.World.Zone.Accepted.Find("changed.lab.example.", "A", "haproxy"));
    }

    [Fact]
    public async Task An_undo_over_a_foreign_change_is_a_conflict_that_shows_it()
    {
        var request = Adoption("drifted");
        var shown = await (await Host.PostAsync(ApiRoutes.ConversionPreview, request)).ReadAsync<ConversionPreviewView>();
        var adopted = await (await Host.PostAsync(
            ApiRoutes.Conversions, new ConvertRequest(request, shown.Checksum))).ReadAsync<ConversionView>();
        Host.World.Zone.Seed(ZoneRecordSet.Weighted("drifted.lab.example", "A", "envoy", 17, 60, "127.0.2.2"));

        var problem = await (await Host.PostAsync(ApiRoutes.Undo(adopted.Id), new UndoRequest())).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Contains("\"envoy\" weight 17", Assert.Single(problem.Refusals!.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_zone_does_not_allow_is_refused_with_every_reason()
    {
        var problem = await (await Host.PostAsync(
            ApiRoutes.ConversionPreview,
            new ConversionRequest(ConversionKind.Finish, Text("nowhere")))).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("the zone holds no record of this name and type", Assert.Single(problem.Refusals!.Value).Message);
    }

    [Fact]
    public async Task A_broken_playbook_is_refused_with_every_problem() => Assert.NotEmpty((await (await Host.PostAsync(
        ApiRoutes.ConversionPreview,
        new ConversionRequest(ConversionKind.Finish, "version: 1"))).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Problems!.Value);

    [Theory]
    [InlineData("/preview", """{"playbook":""}""", "'kind' is missing")]
    [InlineData("/preview", """{"kind":"Adopt","playbook":"","targetValues":"127.0.2.2"}""", "write a list in brackets")]
    [InlineData("/preview", """{"kind":"Adopt","playbook":"","targetAlias":"lb"}""", "write an object in braces")]
    [InlineData("", """{"checksum":"0"}""", "conversion and checksum: write both")]
    public async Task Json_that_cannot_be_read_is_refused_with_the_mend(string route, string json, string words) => Assert.Contains(
        words,
        (await (await Host.PostTextAsync(ApiRoutes.Conversions + route, json)).ProblemAsync(HttpStatusCode.BadRequest)).Detail,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("GET", "/api/v1/conversions/987", 404)]
    [InlineData("GET", "/api/v1/conversions?take=0", 400)]
    [InlineData("DELETE", "/api/v1/conversions/987", 405)]
    public async Task Whatever_goes_wrong_is_told_as_problem_details(string method, string path, int status) => Assert.NotNull(
        (await (await Host.SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).ProblemAsync((HttpStatusCode)status)).Detail);

    [Fact]
    public async Task An_undo_of_an_unknown_conversion_is_not_found() =>
        await (await Host.PostAsync(ApiRoutes.Undo(987), new UndoRequest())).ProblemAsync(HttpStatusCode.NotFound);

    private ConversionRequest Adoption(string name)
    {
        Host.World.Zone.Seed(ZoneRecordSet.Simple($"{name}.lab.example", "A", 60, "127.0.2.1"));
        return new ConversionRequest(ConversionKind.Adopt, Text(name), ["127.0.2.2"]);
    }

    private async Task<ConversionView> InSyncAsync(long id)
    {
        using var guard = Patience.Guard();
        while (true)
        {
            guard.Token.ThrowIfCancellationRequested();
            if (await (await Host.GetAsync(ApiRoutes.Conversion(id))).ReadAsync<ConversionView>() is { Sync: ConversionSync.InSync } seen)
            {
                return seen;
            }
        }
    }

    private static string Text(string name) => $$"""
        version: 1
        name: {{name}}
        records:
          - { zone: lab.example, name: {{name}}.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          alarm: { cloudwatch: { alarm: wss } }
        steps:
          - { weight: 100 %, bake: 1m }
        """;
}

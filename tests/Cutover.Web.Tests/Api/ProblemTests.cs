using System.Net;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Lab.Route53;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class ProblemTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Theory]
    [InlineData("""{"act":"Fly"}""", "act, line 1, byte 13: this cannot be read; write one of \"Pause\", \"Resume\"")]
    [InlineData("""{"act":3}""", "act, line 1, byte 9: this cannot be read; write one of \"Pause\", \"Resume\"")]
    [InlineData("{}", "'act' is missing")]
    [InlineData("""{"act":"Pause","resaon":"x"}""", "resaon, line 1, byte 25: there is no such member; those there are: act, reason, step, asOf")]
    [InlineData("""{"act":"Pause","reason":7}""", "write text in quotation marks")]
    [InlineData("{\"act\":\"Pause\",\n\"step\":\"two\"}", "step, line 2, byte 13: this cannot be read; write a whole number")]
    [InlineData("""{"act":""", "line 1, byte 8: ")]
    [InlineData("[]", "write an object of act, reason, step, asOf")]
    [InlineData("null", "A JSON object is missing")]
    [InlineData("", "A JSON object is missing")]
    public async Task Json_that_cannot_be_read_is_refused_with_its_place_and_the_mend(string json, string words)
    {
        var problem = await (await Host.PostTextAsync(ApiRoutes.Acts(1), json)).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Cutover.Engine", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("DELETE", "/api/v1/runs", 405)]
    [InlineData("GET", "/api/v1/runs/987", 404)]
    [InlineData("GET", "/api/v1/runs/first", 404)]
    [InlineData("GET", "/api/v1/runs/987/playbook", 404)]
    [InlineData("GET", "/api/v1/runs/987/decisions", 404)]
    [InlineData("GET", "/api/v1/runs/987/decisions/1", 404)]
    [InlineData("GET", "/api/v1/runs/987/verdicts", 404)]
    [InlineData("GET", "/api/v1/runs/987/answers", 404)]
    [InlineData("GET", "/api/v1/runs/1/answers?take=20001", 400)]
    [InlineData("GET", "/api/v1/runs/987/events", 404)]
    [InlineData("GET", "/api/v1/runs?take=0", 400)]
    [InlineData("GET", "/api/v1/runs?skip=-1", 400)]
    [InlineData("GET", "/api/v1/runs?take=many", 400)]
    [InlineData("GET", "/api/v1/runs/1/decisions?take=1001", 400)]
    [InlineData("GET", "/api/v1/runs/1/decisions?kind=weather", 400)]
    [InlineData("GET", "/api/v1/runs/1/verdicts?since=yesterday", 400)]
    public async Task Whatever_goes_wrong_is_told_as_problem_details(string method, string path, int status) =>
        Assert.NotNull((await (await Host.SendAsync(new HttpRequestMessage(
            new HttpMethod(method), path))).ProblemAsync((HttpStatusCode)status)).Detail);

    [Fact]
    public async Task An_act_on_an_unknown_run_is_not_found() =>
        await (await Host.ActAsync(987, Core.Runs.OperatorAct.Pause)).ProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task Only_json_is_taken() =>
        await (await Host.PostTextAsync(ApiRoutes.Plans, "{}", "text/plain")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_request_over_a_mebibyte_is_refused() =>
        await (await Host.PostAsync(
            ApiRoutes.Plans, new PlanRequest(new string('a', 1024 * 1024)))).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_reason_as_long_as_a_book_is_refused() =>
        Assert.Contains("at most 1000", (await (await Host.ActAsync(
            1,
            Core.Runs.OperatorAct.Pause,
            new string('a', 1001))).ProblemAsync(HttpStatusCode.BadRequest)).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"playbook":null}""")]
    [InlineData("""{"playbook":"version: 1"}""")]
    public async Task Problems_of_a_playbook_come_with_their_place(string json)
    {
        var problem = await (await Host.PostTextAsync(ApiRoutes.Plans, json)).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.All(problem.Problems!.Value, one => Assert.True(one.Line > 0 && one.Mend.Length > 0));
        Assert.Null(problem.Refusals);
    }

    [Fact]
    public async Task A_plan_shows_the_weights_of_each_step_and_one_that_cannot_be_is_refused()
    {
        var plan = await (await Host.PostAsync(ApiRoutes.Plans, new PlanRequest(Host.Playbook()))).ReadAsync<PlanView>();
        Assert.Equal(["Move 50 %", "Move 100 %", "HandBack 100 %"], plan.Steps.Select(step => $"{step.Kind} {step.Share}"));

        var elsewhere = Host.Playbook().Replace("wss-primary.lab", "elsewhere.lab", StringComparison.Ordinal);
        var problem = await (await Host.PostAsync(
            ApiRoutes.Plans, new PlanRequest(elsewhere))).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty(problem.Refusals!.Value);
    }
}

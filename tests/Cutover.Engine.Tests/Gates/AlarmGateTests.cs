using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;

namespace Cutover.Engine.Tests.Gates;

public sealed class AlarmGateTests
{
    [Fact]
    public async Task An_alarm_passes_while_OK_and_takes_the_traffic_back_when_it_goes_off()
    {
        await using var engine = await LabEngine.StartAsync();
        await SendAsync(engine, Alarm);
        await SendAsync(engine, State("OK"));
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine, "{ cloudwatch: { alarm: delivery }, freshness: 2s }", "{ holdAfter: 2m, rollBackAfter: 4m }"));
        await engine.UntilAsync(run, seen => seen.Summary.Phase == RunPhase.Baking && seen.Gates[0].Target?.Verdict == Verdict.Passed);

        await SendAsync(engine, State("ALARM"));
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("watched on both stacks", back.RollbackReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_that_does_not_exist_keeps_the_run_from_starting()
    {
        await using var engine = await LabEngine.StartAsync();
        var outcome = await engine.Host.Planning.PlanAsync(
            GatePlaybook.With(engine, "{ cloudwatch: { alarm: misspelt }, freshness: 2s }", "{ holdAfter: 2m, rollBackAfter: 4m }"),
            TestContext.Current.CancellationToken);

        Assert.Equal("CloudWatch has no alarm misspelt", Assert.Single(Assert.IsType<PlanNotPossible>(outcome).Refusals).Message);
    }

    [Fact]
    public async Task An_alarm_that_is_deleted_while_it_guards_is_an_error_that_names_it()
    {
        await using var engine = await LabEngine.StartAsync();
        await SendAsync(engine, Alarm);
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine, "{ cloudwatch: { alarm: delivery }, freshness: 2s }", "{ holdAfter: 2m, rollBackAfter: 4m }"));

        await SendAsync(engine, new() { ["Action"] = "DeleteAlarms", ["AlarmNames.member.1"] = "delivery" });
        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Errored);

        Assert.Contains("there is no alarm delivery", view.Gates[0].Target!.Words, StringComparison.Ordinal);
    }

    // An alarm on a metric that nobody publishes keeps the state that it is given between two evaluations a minute apart.
    private static Dictionary<string, string> Alarm => new()
    {
        ["Action"] = "PutMetricAlarm",
        ["AlarmName"] = "delivery",
        ["Namespace"] = "Lab/Chat",
        ["MetricName"] = "Undelivered",
        ["Statistic"] = "Sum",
        ["Period"] = "86400",
        ["EvaluationPeriods"] = "1",
        ["Threshold"] = "1",
        ["ComparisonOperator"] = "GreaterThanThreshold",
        ["TreatMissingData"] = "ignore",
    };

    private static Dictionary<string, string> State(string state) => new()
    {
        ["Action"] = "SetAlarmState", ["AlarmName"] = "delivery", ["StateValue"] = state, ["StateReason"] = "set by the test",
    };

    private static async Task SendAsync(LabEngine engine, Dictionary<string, string> fields)
    {
        using var handler = new SigV4SigningHandler(
            new AWSSigV4Parameters
            {
                Credentials = new BasicAWSCredentials(engine.Lab.Credentials.AccessKeyId, engine.Lab.Credentials.SecretAccessKey),
                Region = Amazon.RegionEndpoint.GetBySystemName(LabWorld.Region),
                Service = "monitoring",
                SignPayload = true,
            },
            new SocketsHttpHandler());
        using var client = new HttpClient(handler);
        using var form = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("Version", "2010-08-01")));
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-8");
        using var answer = await client.PostAsync(engine.Lab.CloudWatch.Endpoint, form, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

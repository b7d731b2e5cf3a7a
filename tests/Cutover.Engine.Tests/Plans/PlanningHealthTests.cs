using Amazon.Runtime;
using Cutover.Core.Plans;
using Cutover.Engine.Aws;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Storage;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Health;
using Cutover.Lab.Route53.Zones;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Plans;

/// <summary>Plans for a pair in the middle of a move whose record sets both have a health check, which Route 53 is asked about.</summary>
public sealed class PlanningHealthTests : IAsyncLifetime
{
    // A gate that asks nothing of CloudWatch, which is not there.
    private static readonly string Text = SamplePlan.Text
        .Replace("haproxy }", "haproxy, endpoint: \"ws://127.0.1.1/\" }", StringComparison.Ordinal)
        .Replace("envoy }", "envoy, endpoint: \"ws://127.0.1.2/\" }", StringComparison.Ordinal)
        .Replace(
            "alarm: { cloudwatch: { alarm: wss } }",
            "handshakes: { probe: handshake-success, objective: \">= 99 %\" }",
            StringComparison.Ordinal);

    private readonly LabCredentials key = new("LABACCESSKEY00000000", new string('s', 40));
    private Route53Emulator route53 = null!;
    private AwsConnection aws = null!;
    private StorageBench storage = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var unlimited = new Route53EmulatorOptions { Credentials = [key], RequestsPerSecond = 100 };
        route53 = await Route53Emulator.StartAsync(unlimited, TimeProvider.System, Cancellation);
        aws = new AwsConnection(
            new AwsOptions { Region = "us-east-1", Route53Endpoint = route53.Endpoint },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
        storage = await StorageBench.CreateAsync();
        (route53.Zones.HealthChecks["hc-old"], route53.Zones.HealthChecks["hc-new"]) = (HealthCheck.Healthy, HealthCheck.Healthy);
        Seed("hc-old", "hc-new");
    }

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await route53.DisposeAsync();
        await storage.DisposeAsync();
    }

    [Theory]
    [InlineData(16)]
    [InlineData(3)]
    public async Task Healthy_checks_are_planned_without_a_word(int successes)
    {
        route53.Zones.HealthChecks["hc-new"] = new HealthCheck(successes, 16);

        Assert.Empty((await PlanAsync()).Warnings);
        Assert.Equal(2, Questions);
    }

    [Fact]
    public async Task A_target_whose_checkers_report_failure_is_refused_with_what_they_say()
    {
        route53.Zones.HealthChecks["hc-new"] = new HealthCheck(2, 16);

        Assert.Equal(
            "wss.lab.example A: \"envoy\" is unhealthy (health check hc-new: 2 of 16 health checkers report success, and Route 53 wants "
                + "more than 18 %; one in us-west-2 says \"Failure: HTTP Status Code 503, Service Unavailable\"), "
                + "and Route 53 answers by health before it answers by weight. "
                + "Bring it back to health first, and look why it is not.",
            await RefusalAsync());
    }

    [Fact]
    public async Task A_check_that_was_deleted_under_its_record_set_is_refused()
    {
        Assert.True(route53.Zones.HealthChecks.TryRemove("hc-new", out _));

        Assert.Contains("has a health check that does not exist any more (hc-new)", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_read_is_a_warning_that_names_the_permission()
    {
        route53.Faults.Denied = [Route53Operation.GetHealthCheckStatus];

        var warnings = (await PlanAsync()).Warnings;

        Assert.Equal(["hc-old", "hc-new"], warnings.Select(warning => warning.Message.Split("(health check ")[1].Split(':')[0]));
        Assert.All(warnings, warning => Assert.Contains(
            "Allow route53:GetHealthCheckStatus on arn:aws:route53:::healthcheck/hc-", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_that_no_checker_reports_on_is_a_warning_too()
    {
        route53.Zones.HealthChecks["hc-new"] = new HealthCheck(0, 0);

        Assert.Contains("no health checker reports a status", Assert.Single((await PlanAsync()).Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hc-old", 1)]
    [InlineData(null, 0)]
    public async Task Route_53_is_asked_once_for_each_check_and_not_at_all_without_one(string? check, int questions)
    {
        Seed(check, check);

        await PlanAsync();

        Assert.Equal(questions, Questions);
    }

    private long Questions => route53.Requests.Count(Route53Operation.GetHealthCheckStatus);

    private void Seed(string? source, string? target)
    {
        var zone = route53.Zones.Find("Z0LAB") ?? route53.Zones.Create("lab.example", "Z0LAB");
        zone.Seed(
            ZoneRecordSet.Weighted("wss.lab.example", "A", "haproxy", 90, 60, "127.0.1.1") with { HealthCheckId = source },
            ZoneRecordSet.Weighted("wss.lab.example", "A", "envoy", 10, 60, "127.0.1.2") with { HealthCheckId = target });
    }

    private async Task<Plan> PlanAsync() => Assert.IsType<PlanMade>(await OutcomeAsync()).Plan;

    private async Task<string> RefusalAsync() => Assert.Single(Assert.IsType<PlanNotPossible>(await OutcomeAsync()).Refusals).ToString();

    private Task<PlanOutcome> OutcomeAsync() =>
        new RunPlanning(new PlanningView(aws, storage), storage, new EngineOptions(), aws, NotificationChannels.None, TimeProvider.System)
            .PlanAsync(Text, Cancellation);
}

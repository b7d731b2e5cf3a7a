using Cutover.Lab.Route53.Zones;
using static Cutover.Cli.Tests.Emergency.EmulatedAccount;

namespace Cutover.Cli.Tests.Emergency;

public sealed class BreakGlassZoneTests : BreakGlassTest
{
    private static readonly string TwoZones = Playbook.Replace(
        "types: [A] }", "types: [A] }\n  - { zone: lab2.example, name: wss.lab2.example, types: [A] }", StringComparison.Ordinal);

    [Fact]
    public async Task Several_zones_are_rolled_back_each_in_a_batch_of_its_own()
    {
        var second = Account.Route53.Zones.Create("lab2.example", "Z0SECOND");
        second.Seed(Set("haproxy", 5, "127.0.1.1", name: "wss.lab2.example."), Set("envoy", 5, "127.0.1.2", name: "wss.lab2.example."));
        var ended = await Account.RollBackByPlaybookAsync(TwoZones);

        Assert.Equal((0, "100/0"), (ended.Code, Account.Weights));
        Assert.Equal(0, second.Accepted.Find("wss.lab2.example.", "A", "envoy")!.Weight);
    }

    [Fact]
    public async Task A_zone_that_fails_does_not_keep_the_other_from_going_back()
    {
        var ended = await Account.RollBackByPlaybookAsync(TwoZones);

        Assert.Equal((20, "100/0"), (ended.Code, Account.Weights));
        Assert.Contains("Zone lab2.example\n  NOT ROLLED BACK: no hosted zone of this account is", ended.Output, StringComparison.Ordinal);
        Assert.Contains("error: rolled back in part", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("no hosted zone of this account is called lab2.example", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twins_of_one_name_are_listed_and_the_id_is_asked_for()
    {
        Account.Route53.Zones.Create("lab.example", "Z0TWIN");
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((4, "60/40"), (ended.Code, Account.Weights));
        Assert.Contains("2 hosted zones are called lab.example", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("Z0LAB (public); Z0TWIN (public)", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("say which by its id", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_is_not_there_is_said_with_what_is_and_the_others_go_back()
    {
        var ended = await Account.RollBackByPlaybookAsync(Playbook.Replace("[A]", "[A, AAAA]", StringComparison.Ordinal));

        Assert.Equal((20, "100/0"), (ended.Code, Account.Weights));
        Assert.Contains(
            "NOT ROLLED BACK: wss.lab.example AAAA: no record set \"haproxy\"; found none of this name and type",
            ended.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_roll_back_nothing_is_written()
    {
        var ended = await Account.RollBackAsync("--zone", "Z0LAB", "--name", "wss.lab.example", "--to", "nginx");

        Assert.Equal((4, "60/40"), (ended.Code, Account.Weights));
        Assert.Contains("no record set \"nginx\"; found \"envoy\", \"haproxy\"", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_of_CNAMEs_goes_back_and_is_verified()
    {
        Account.Zone.Seed(
            Set("haproxy", 1, "ha.example.net", "CNAME", "c.lab.example."),
            Set("envoy", 9, "envoy.example.net.", "CNAME", "c.lab.example."));
        var ended = await Account.RollBackAsync("--zone", "Z0LAB", "--name", "c.lab.example", "--to", "haproxy");

        Assert.Equal(0, ended.Code);
        Assert.Contains("c.lab.example CNAME 100/0", ended.Output, StringComparison.Ordinal);
        Assert.Contains("10 answers of 1 name server", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_of_aliases_goes_back_and_its_answers_are_said_to_tell_nothing()
    {
        Account.Route53.Zones.Create("elb.example", "Z0ELB", ownedByAws: true).Seed(
            ZoneRecordSet.Simple("ha.elb.example", "A", 60, "127.0.3.1"),
            ZoneRecordSet.Simple("envoy.elb.example", "A", 60, "127.0.3.2"));
        Account.Zone.Seed(Alias("haproxy", 1, "ha.elb.example."), Alias("envoy", 9, "envoy.elb.example."));
        var ended = await Account.RollBackAsync("--zone", "Z0LAB", "--name", "b.lab.example", "--to", "haproxy");

        Assert.Equal(0, ended.Code);
        Assert.Contains("\"envoy\" is an alias of envoy.elb.example.; its answers cannot be told", ended.Output, StringComparison.Ordinal);
        Assert.Contains("WARNING: b.lab.example A: \"haproxy\" and \"envoy\" have a health check", ended.Output, StringComparison.Ordinal);
        Assert.Contains("up to 60 s after INSYNC", ended.Output, StringComparison.Ordinal);
    }

    private static ZoneRecordSet Alias(string identifier, int weight, string balancer) => ZoneRecordSet.WeightedAlias(
        "b.lab.example", "A", identifier, weight, new ZoneAlias("Z0ELB", balancer, EvaluateTargetHealth: true));
}

using System.Text.Json;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Lab.Route53;
using static Cutover.Cli.Tests.Emergency.EmulatedAccount;

namespace Cutover.Cli.Tests.Emergency;

public sealed class BreakGlassTests : BreakGlassTest
{
    [Fact]
    public async Task A_playbook_is_rolled_back_in_one_batch_shown_waited_for_and_verified()
    {
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Equal("100/0", Account.Weights);
        Assert.Equal(1, Account.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets));
        Assert.All(
            [
                "Zone lab.example (Z0LAB)",
                "    haproxy          weight  60 -> 100        60 % -> 100 % of the answers",
                "    envoy            weight  40 -> 0          40 % -> 0 % of the answers",
                "    no run's mark remembers the weights from before: everything goes back to the source",
                "  One batch of 4 changes, all of them or none:",
                "    DELETE wss.lab.example A \"envoy\" weight 40 TTL 60 127.0.1.2",
                "    CREATE wss.lab.example A \"envoy\" weight 0 TTL 60 127.0.1.2",
                "lab.example: INSYNC after",
                "lab.example (Z0LAB): rolled back, wss.lab.example A 100/0",
                "  10 answers of 1 name server: none sends anyone to \"envoy\" any more",
                "old answer for up to 60 s after INSYNC",
            ],
            line => Assert.Contains(line, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_weights_and_TTL_that_a_mark_remembers_are_restored_and_the_mark_says_who_did_it()
    {
        Account.SeedMark(new MarkedPair(RecordType.A, new PairWeights(255, 0), 300));
        var ended = await Account.RollBackByPlaybookAsync(Playbook, "--who", "kim@example.com", "--reason", "users complain");

        Assert.Equal(0, ended.Code);
        Assert.Equal(("255/0", 300), (Account.Weights, Account.Zone.Accepted.Find(Name, "A", "envoy")!.Ttl));
        Assert.Equal("kim@example.com", Account.Mark?.BreakGlass?.Who);
        Assert.Contains("before run 12-9f3c21ab, as its mark remembers them", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mark_none_is_written()
    {
        await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Empty(Account.Zone.Accepted.At("_cutover." + Name));
    }

    [Fact]
    public async Task A_pair_and_its_mark_are_read_with_one_request_and_the_zone_with_one_more()
    {
        Account.SeedMark(new MarkedPair(RecordType.A, new PairWeights(100, 0), 60));
        await Account.RollBackByPlaybookAsync(Playbook, "--no-wait");

        Assert.Equal(
            [
                Route53Operation.ListHostedZonesByName,
                Route53Operation.ListResourceRecordSets,
                Route53Operation.ChangeResourceRecordSets,
            ],
            Account.Route53.Requests.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task Without_a_playbook_a_name_and_where_it_goes_back_to_are_enough()
    {
        Account.Zone.Seed(Set("haproxy", 1, "::1", "AAAA"), Set("envoy", 9, "::2", "AAAA"));
        var ended = await Account.RollBackAsync("--zone", "Z0LAB", "--name", "WSS.lab.example", "--to", "haproxy");

        Assert.Equal((0, "100/0", "100/0"), (ended.Code, Account.Weights, Account.WeightsOf("AAAA")));
        Assert.Equal(0, Account.Route53.Requests.Count(Route53Operation.ListHostedZonesByName));
    }

    [Fact]
    public async Task Only_the_named_type_is_touched()
    {
        Account.Zone.Seed(Set("haproxy", 1, "::1", "AAAA"), Set("envoy", 9, "::2", "AAAA"));
        var ended = await Account.RollBackAsync("--zone", "lab.example", "--name", "wss.lab.example", "--type", "AAAA", "--to", "haproxy");

        Assert.Equal((0, "60/40", "100/0"), (ended.Code, Account.Weights, Account.WeightsOf("AAAA")));
    }

    [Fact]
    public async Task As_json_there_is_data_on_stdout_and_nothing_else()
    {
        Account.Zone.Seed(Set("canary", 100, "127.0.1.3"));
        var ended = await Account.RollBackByPlaybookAsync(Playbook, "-o", "json");

        static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
        var zone = ended.Data<JsonElement>().GetProperty("zones")[0];
        var sets = zone.GetProperty("records")[0].GetProperty("recordSets").EnumerateArray()
            .Select(set => (set.GetProperty("role").GetString(), Number(set, "before"), Number(set, "after")));
        Assert.Equal([("source", 60, 100), ("target", 40, 0), ("other", 100, 100)], sets);
        Assert.Equal(("INSYNC", 10), (zone.GetProperty("status").GetString(), Number(zone.GetProperty("answers"), "answered")));
        Assert.Contains("\"canary\" (weight 100) takes part too", zone.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_waiting_it_ends_when_the_batch_is_accepted()
    {
        Account.Route53.Faults.KeepPending = true;
        var ended = await Account.RollBackByPlaybookAsync(Playbook, "--no-wait");

        Assert.Equal((0, "100/0"), (ended.Code, Account.Weights));
        Assert.Equal(0, Account.Route53.Requests.Count(Route53Operation.GetChange));
    }

    [Fact]
    public async Task A_name_server_that_does_not_answer_is_said_and_does_not_fail_the_rollback()
    {
        using var file = new Processes.PlaybookFile(Playbook);
        var ended = await Account.RunAsync("--playbook", file.Path, "--yes", "--name-server", "no.such.host.invalid");

        Assert.Equal((0, "100/0"), (ended.Code, Account.Weights));
        Assert.Contains("no.such.host.invalid could not be asked: its address is not to be found", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_still_name_the_target_are_not_called_a_success()
    {
        await using var elsewhere = await StartAsync();
        using var file = new Processes.PlaybookFile(Playbook);
        var ended = await Account.RunAsync("--playbook", file.Path, "--yes", "--name-server", elsewhere.NameServer);

        Assert.Equal((21, "100/0"), (ended.Code, Account.Weights));
        Assert.Matches("[1-9][0-9]* of 10 answers of 127.0.0.1:[0-9]+ still send people away", ended.Errors);
    }
}

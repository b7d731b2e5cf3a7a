using Cutover.Cli.Tests.Processes;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Lab.Route53;
using static Cutover.Cli.Tests.Emergency.EmulatedAccount;

namespace Cutover.Cli.Tests.Emergency;

public sealed class BreakGlassFaultTests : BreakGlassTest
{
    private Route53Faults Faults => Account.Route53.Faults;

    [Theory]
    [InlineData("throttled")]
    [InlineData("prior request not complete")]
    [InlineData("unavailable")]
    [InlineData("closed before acting")]
    public async Task A_fault_that_passes_is_waited_out(string fault)
    {
        Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        (fault switch
        {
            "throttled" => Faults.Throttle,
            "prior request not complete" => Faults.PriorRequestNotComplete,
            "unavailable" => Faults.ServiceUnavailable,
            _ => Faults.CloseBeforeActing,
        }).Next(2);
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((0, "100/0"), (ended.Code, Account.Weights));
        Assert.Equal(3, Account.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_recognised_and_waited_for()
    {
        Account.SeedMark(new MarkedPair(RecordType.A, new PairWeights(255, 0), 60));
        Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        Faults.LoseResponse.Next(1);
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((0, "255/0"), (ended.Code, Account.Weights));
        Assert.Contains("the change stands; it is written once more to get an id to wait for", ended.Output, StringComparison.Ordinal);
        Assert.Contains("INSYNC", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_someone_else_wrote_between_reading_and_writing_is_shown_and_rolled_back()
    {
        var isFirst = true;
        Account.Route53.Requests.Arrived += request =>
        {
            if (request.Operation == Route53Operation.ChangeResourceRecordSets && isFirst)
            {
                isFirst = false;
                Account.Zone.Seed(Set("envoy", 77, "127.0.9.9"));
            }
        };
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((0, "100/0"), (ended.Code, Account.Weights));
        Assert.Equal("127.0.9.9", Account.Zone.Accepted.Find(Name, "A", "envoy")!.Values[0]);
        Assert.Contains("someone else changed it meanwhile", ended.Output, StringComparison.Ordinal);
        Assert.Contains("envoy            weight  77 -> 0", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_credentials_may_not_do_is_said_with_the_action_that_they_lack()
    {
        Faults.Denied = Route53Faults.Writes;
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((10, "60/40"), (ended.Code, Account.Weights));
        Assert.Contains("the zone lab.example (Z0LAB) was not rolled back", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("AccessDenied: ", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("these credentials need route53:ChangeResourceRecordSets", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("rolled back, wss", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_every_place_that_was_searched_is_named()
    {
        using var file = new PlaybookFile(Playbook);
        var ended = await CutoverProcess.RunAsync(
            null, string.Empty, NoCredentials, "rollback", "--break-glass", "--yes", "--playbook", file.Path);

        Assert.Equal((10, string.Empty), (ended.Code, ended.Output));
        Assert.All(
            [
                "no AWS credentials were found", "AWS_ACCESS_KEY_ID is not set", "AWS_WEB_IDENTITY_TOKEN_FILE is not set",
                "/nowhere/credentials is not there", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set",
                "instance metadata is switched off",
            ],
            words => Assert.Contains(words, ended.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outage_of_the_control_plane_ends_with_words_and_changes_nothing()
    {
        Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        Faults.ServiceUnavailable.Next(100);
        var ended = await Account.RollBackByPlaybookAsync(Playbook);

        Assert.Equal((11, "60/40"), (ended.Code, Account.Weights));
        Assert.Contains("ServiceUnavailable", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("it is safe to repeat", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_while_it_waits_it_says_what_is_written()
    {
        Faults.KeepPending = true;
        using var file = new PlaybookFile(Playbook);
        using var command = CutoverProcess.StartWith(Account.Environment, "rollback", "--break-glass", "--yes", "--playbook", file.Path);
        await command.PrintsAsync("PENDING");
        command.Interrupt();
        var ended = await command.EndAsync();

        Assert.Equal((130, "100/0"), (ended.Code, Account.Weights));
        Assert.Contains("lab.example is written (change C", ended.Errors, StringComparison.Ordinal);
    }
}

using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications.Approvals;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Links to approve with: what they are good for, and for how long.</summary>
public sealed class ApprovalLinkTests : IAsyncLifetime
{
    private HookReceiver receiver = null!;
    private NotificationBench bench = null!;
    private OpenRun run = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        receiver = await HookReceiver.StartAsync();
        bench = await NotificationBench.CreateAsync(("hook", NotificationBench.Webhook(receiver.Address, "approval-needed")));
        run = await WaitAsync(await bench.StartRunAsync(approval: true));
        await bench.SendAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_message_carries_a_link_whose_code_lies_nowhere()
    {
        var hook = await receiver.NextAsync();

        var data = hook.Json["data"]!;
        Assert.StartsWith("https://cutover.example/ops/runs/1/approval?code=", (string?)data["approvalLink"], StringComparison.Ordinal);
        Assert.Equal("step 2 (100 %) waits for an approval", (string?)data["waitsFor"]);
        Assert.Equal(43, Code(hook).Length);
        await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Delivered);
        Assert.DoesNotContain(Code(hook), await bench.FileAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Code(hook), bench.Log.All, StringComparison.Ordinal);
        Assert.Equal(1, Assert.IsType<ApprovalLinkGood>(await ReadAsync(Code(hook))).Step);
    }

    [Fact]
    public async Task A_link_works_once_and_the_decision_says_that_it_did()
    {
        var code = Code(await receiver.NextAsync());
        var link = Assert.IsType<ApprovalLinkGood>(await ReadAsync(code));

        await bench.AskAsync(run, OperatorAct.Approve, link.Step, link.Id);

        Assert.Equal("This link was used already, by ada at 2026-03-14 12:06:00 UTC.", Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code)).Why);
        var after = await bench.DatabaseAsync(
            context => context.Audit.Where(row => row.Act == "run.approve").Select(row => row.After).SingleAsync(Cancellation));
        Assert.Contains($"\"approvalLink\":{link.Id}", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_was_refused_leaves_the_link_as_it_was()
    {
        var code = Code(await receiver.NextAsync());
        var link = Assert.IsType<ApprovalLinkGood>(await ReadAsync(code));

        await bench.AskAsync(run, OperatorAct.Approve, step: 0, link.Id);

        Assert.IsType<ApprovalLinkGood>(await ReadAsync(code));
    }

    [Fact]
    public async Task A_link_ends()
    {
        var code = Code(await receiver.NextAsync());
        bench.Time.Advance(bench.Options.ApprovalLinkLifetime);

        Assert.Equal("This link was good until 2026-03-15 12:06:00 UTC.", Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code)).Why);
    }

    [Fact]
    public async Task A_link_is_void_once_the_step_is_approved_otherwise_or_the_run_goes_home()
    {
        var code = Code(await receiver.NextAsync());
        var approved = await bench.AskAsync(run, OperatorAct.Approve);
        Assert.Equal("Step 2 does not wait for an approval any more.", Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code)).Why);

        await bench.AskAsync(approved, OperatorAct.RollBack);

        Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code));
    }

    [Fact]
    public async Task A_link_is_void_when_the_same_step_waits_another_time()
    {
        var code = Code(await receiver.NextAsync());
        await bench.DatabaseAsync(context => context.ApprovalLinks.ExecuteUpdateAsync(
            set => set.SetProperty(link => link.WaitingSince, Storage.StorageBench.Now.AddMinutes(-1)), Cancellation));

        Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_code_is_void(string code) =>
        Assert.Equal("This link is not whole, or not of this run.", Assert.IsType<ApprovalLinkVoid>(await ReadAsync(code)).Why);

    [Fact]
    public async Task A_link_of_one_run_says_nothing_of_another()
    {
        var code = Code(await receiver.NextAsync());

        Assert.IsType<ApprovalLinkVoid>(await bench.Approvals.ReadAsync(run.Id + 1, code, Cancellation));
    }

    private static string Code(Hook hook) => ((string)hook.Json["data"]!["approvalLink"]!).Split("code=")[1];

    private Task<ApprovalLinkReading> ReadAsync(string code) => bench.Approvals.ReadAsync(run.Id, code, Cancellation);

    // Through the first step to where the second waits for a person.
    private async Task<OpenRun> WaitAsync(OpenRun begun)
    {
        var taken = await bench.TakeAsync(begun, new ChangeAcceptedEvent(begun.State.Changes, "C1", null));
        taken = await bench.TakeAsync(taken, new ChangeInSyncEvent(taken.State.Changes));
        taken = await bench.TakeAsync(taken, new AnswersObservedEvent(
            taken.State.Observations,
            [.. taken.Plan.Records.Select(record => new ObservedAnswers(record.Key, AnswersVerdict.Matches, 50, 50, 0, 0, "match"))]));
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        taken = await bench.TakeAsync(taken, new TickedEvent());
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        var now = bench.Time.GetUtcNow();
        taken = await bench.TakeAsync(taken, new GateJudgedEvent(
            "alarm", new StackVerdict(Verdict.Passed, 1, 1, now, now, "alarm: Passed"), Source: null));
        Assert.Equal(RunPhase.AwaitingApproval, taken.State.Phase);
        return taken;
    }
}

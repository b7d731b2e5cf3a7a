using Bunit;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Storage;
using Cutover.Web.Components.Notifications;
using Cutover.Web.Tests.Components;
using Microsoft.EntityFrameworkCore;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Notifications;

/// <summary>The page of the channels, in each of its states. Nothing is sent: there is no sender on this bench.</summary>
public sealed class NotificationsPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_channels_it_says_where_they_are_made()
    {
        await using var bench = await DashboardBench.StartAsync();

        var page = bench.Render<NotificationsPage>();

        Assert.Contains("Cutover:Notifications:Channels", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".channel"));
    }

    [Fact]
    public async Task A_channel_shows_what_it_is_told_and_that_it_was_not_used_yet()
    {
        await using var bench = await BenchAsync();

        var card = bench.Render<NotificationsPage>().Find(".channel").TextContent;

        Assert.Contains("slack, https://hooks.example", card, StringComparison.Ordinal);
        Assert.DoesNotContain("T0PSECRET", card, StringComparison.Ordinal);
        Assert.Contains("Told of: started, held", card, StringComparison.Ordinal);
        Assert.Contains("not used yet", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutboxState.Waiting, 0, null, "sending")]
    [InlineData(OutboxState.Waiting, 3, "hooks.example answered 503 ServiceUnavailable", "failing, tried again")]
    [InlineData(OutboxState.Delivered, 1, null, "delivers")]
    [InlineData(OutboxState.Dead, 16, "hooks.example answered 410 Gone", "has dead letters")]
    public async Task A_channel_shows_its_health(OutboxState state, int attempts, string? failure, string expected)
    {
        await using var bench = await BenchAsync();
        await bench.StartRunAsync();
        await SetAsync(bench, state, attempts, failure);

        var page = bench.Render<NotificationsPage>();

        Assert.Contains(expected, page.Find(".channel .chip").TextContent, StringComparison.Ordinal);
        Assert.Equal(state == OutboxState.Dead, page.Markup.Contains("Given up", StringComparison.Ordinal));
        Assert.Contains(failure ?? expected, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_is_sent_again_or_dropped_by_a_button()
    {
        await using var bench = await BenchAsync();
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.Pause);
        await SetAsync(bench, OutboxState.Dead, 1, "gone");
        var page = bench.Render<NotificationsPage>();
        Assert.Equal(2, page.FindAll(".dead-letters tbody tr").Count);

        page.FindAll(".drop")[0].Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".dead-letters tbody tr")));
        Assert.Contains("was dropped", page.Find(".said").TextContent, StringComparison.Ordinal);
        page.FindAll(".again")[0].Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dead-letters")));
        Assert.Contains("is sent to ops again", page.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Equal([OutboxState.Waiting, OutboxState.Dropped], await StatesAsync(bench));
    }

    [Fact]
    public async Task An_admin_sends_a_test_and_others_have_no_button_for_it()
    {
        await using var bench = await BenchAsync();
        var page = bench.Render<NotificationsPage>();

        page.Find(".test").Click();

        page.WaitForAssertion(() => Assert.Contains("A test message to ops is on its way", page.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Equal([OutboxState.Waiting], await StatesAsync(bench));
        await using var operators = await BenchAsync("Operator");
        Assert.Empty(operators.Render<NotificationsPage>().FindAll(".test"));
    }

    [Theory]
    [InlineData("Viewer", true)]
    [InlineData("Operator:elsewhere", false)]
    public async Task Who_may_not_act_on_the_letters_playbook_does_nothing_to_it(string role, bool isDisabled)
    {
        await using var bench = await BenchAsync(role);
        await bench.StartRunAsync();
        await SetAsync(bench, OutboxState.Dead, 1, "gone");
        var page = bench.Render<NotificationsPage>();

        Assert.Equal(isDisabled, page.Find(".drop").HasAttribute("disabled"));
        if (!isDisabled)
        {
            page.Find(".drop").Click();
            page.WaitForAssertion(() => Assert.Contains("needs the role Operator", page.Find(".said").TextContent, StringComparison.Ordinal));
        }

        Assert.Equal([OutboxState.Dead], await StatesAsync(bench));
    }

    [Fact]
    public async Task A_broken_database_is_said_and_the_page_goes_on()
    {
        await using var bench = await BenchAsync();
        await ExecuteAsync(bench, context => context.Database.ExecuteSqlAsync($"DROP TABLE Outbox", Cancellation));

        var page = bench.Render<NotificationsPage>();

        Assert.Contains("Could not be read just now", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".empty"));
    }

    private static Task<DashboardBench> BenchAsync(string role = "Admin") => DashboardBench.StartAsync(role, new NotificationOptions
    {
        Channels =
        {
            ["ops"] = new ChannelOptions { Kind = ChannelKind.Slack, Url = "https://hooks.example/T0PSECRET", Events = ["started", "held"] },
        },
    });

    private static Task SetAsync(DashboardBench bench, OutboxState state, int attempts, string? failure)
    {
        var now = bench.Time.GetUtcNow();
        DateTimeOffset? ended = state == OutboxState.Waiting ? null : now;
        return ExecuteAsync(bench, context => context.Outbox.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state)
                .SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.Failure, failure)
                .SetProperty(row => row.EndedAt, ended),
            Cancellation));
    }

    private static async Task<List<OutboxState>> StatesAsync(DashboardBench bench)
    {
        await using var context = await bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);
        return await context.Outbox.OrderBy(row => row.Id).Select(row => row.State).ToListAsync(Cancellation);
    }

    private static async Task ExecuteAsync(DashboardBench bench, Func<CutoverContext, Task> change)
    {
        await using var context = await bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);
        await change(context);
    }
}

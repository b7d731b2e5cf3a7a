using System.Net;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Notifications;

/// <summary>The channels and the dead letters over HTTP.</summary>
public sealed class NotificationApiTests : IAsyncLifetime
{
    private const string Root = "/api/v1/notifications";

    private HookedHost hooked = null!;
    private string admin = null!;

    private RunningHost Host => hooked.Host;

    public async ValueTask InitializeAsync()
    {
        hooked = await HookedHost.StartAsync("started");
        admin = await Host.TokenAsync("admin", await Host.AddAsync("admin", "Admin"));
    }

    public ValueTask DisposeAsync() => hooked.DisposeAsync();

    [Fact]
    public async Task A_test_message_arrives_and_counts()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"{Root}/channels/ops/test")).StatusCode);

        Assert.Equal("test", (string?)(await hooked.Receiver.NextAsync()).Json["type"]);
        var channel = await UntilAsync(view => view.DeliveredAt is not null);
        Assert.Equal(("ops", 0, 0), (channel.Name, channel.Waiting, channel.Dead));
        Assert.Equal(["started"], channel.Events);
        Assert.Contains(
            "cutover_notifications_total{", await (await SendAsync(HttpMethod.Get, "/metrics")).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, $"{Root}/channels/nobody/test")).StatusCode);
    }

    [Fact]
    public async Task Dead_letters_are_listed_without_a_secret_and_handled_by_who_may_act_on_their_playbook()
    {
        hooked.Receiver.Answer(HttpStatusCode.Gone);
        var elsewhere = await Host.TokenAsync("elsewhere", await Host.AddAsync("elsewhere", "Operator:other"));
        await Host.StartAsync(token: admin);
        await hooked.Receiver.NextAsync();
        await UntilAsync(view => view.Dead == 1);
        var text = await (await SendAsync(HttpMethod.Get, $"{Root}/dead-letters")).TextAsync();
        Assert.DoesNotContain("T0PSECRET", text, StringComparison.Ordinal);
        var letter = Assert.Single(await (await SendAsync(HttpMethod.Get, $"{Root}/dead-letters")).ReadAsync<List<DeadLetterView>>());
        Assert.Equal(("started", "quick", "127.0.0.1 answered 410 Gone"), (letter.Event, letter.Playbook, letter.Failure));
        var path = FormattableString.Invariant($"{Root}/dead-letters/{letter.Id}");

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Delete, path, elsewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, $"{path}/send-again", elsewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"{path}/send-again")).StatusCode);

        Assert.Equal(letter.MessageId, (await hooked.Receiver.NextAsync()).Id);
        await UntilAsync(view => view is { Dead: 0, DeliveredAt: not null });
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, path)).StatusCode);
        Assert.DoesNotContain("T0PSECRET", string.Join('\n', Host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_names_a_channel_which_the_host_does_not_have_is_not_started()
    {
        var answer = await Host.PostAsync(
            ApiRoutes.Runs, new StartRequest(Host.Playbook() + "\nnotify: [{ channel: pager }]", null), token: admin);

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Set Cutover:Notifications:Channels:pager on the host", Assert.Single(problem.Refusals!.Value).Mend, StringComparison.Ordinal);
        Assert.Equal(0, await Host.DatabaseAsync(database => database.Outbox.CountAsync()));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new("Bearer", token ?? admin);
        return Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<ChannelView> UntilAsync(Func<ChannelView, bool> reached)
    {
        using var guard = Patience.Guard();
        while (true)
        {
            var view = Assert.Single(await (await SendAsync(HttpMethod.Get, $"{Root}/channels")).ReadAsync<List<ChannelView>>());
            if (reached(view))
            {
                return view;
            }

            await Task.Delay(50, guard.Token);
        }
    }
}

using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Notifications;
using Cutover.Engine.Views;
using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Notifications;

/// <summary>The channels with their health, and what could not be told.</summary>
public sealed partial class NotificationsPage : LivePage
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private NotificationsPageModel model = null!;
    private DateTimeOffset now;
    private string said = string.Empty;
    private bool isBusy;
    private bool mayTest;
    private bool mayAct;

    [Inject]
    private NotificationDesk Desk { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<NotificationsPage> Logger { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        model = new NotificationsPageModel(Desk, Time, Logger);
        await ReadAsync();
        // What the buttons look like; whether they may is asked again when one is pressed.
        mayTest = (await OperatorName.PermitAsync(Role.Admin, null)).Origin is not null;
        mayAct = (await OperatorName.PermitAsync(Role.Operator, null)).Origin is not null;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(leaving => Watch.TickAsync(Period, () => InvokeAsync(TickAsync), leaving));
        }
    }

    private async Task TickAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        await model.ReadAsync(Leaving);
        now = Time.GetUtcNow();
    }

    private Task TestAsync(ChannelView channel) => AskAsync(
        Role.Admin,
        playbook: null,
        origin => Desk.TestAsync(channel.Name, origin, CancellationToken.None),
        $"A test message to {channel.Name} is on its way.");

    private Task SendAgainAsync(DeadLetterView letter) => AskAsync(
        Role.Operator,
        letter.Playbook,
        origin => Desk.SendAgainAsync(letter.Id, origin, CancellationToken.None),
        $"“{letter.Title}” is sent to {letter.Channel} again.");

    private Task DropAsync(DeadLetterView letter) => AskAsync(
        Role.Operator, letter.Playbook, origin => Desk.DropAsync(letter.Id, origin, CancellationToken.None), $"“{letter.Title}” was dropped.");

    private async Task AskAsync(Role least, string? playbook, Func<Origin, Task<bool>> ask, string done)
    {
        isBusy = true;
        try
        {
            var permit = await OperatorName.PermitAsync(least, playbook);
            said = permit.Origin is not { } origin ? permit.Refusal ?? string.Empty
                : await ask(origin) ? done
                : "Nothing was done: somebody was faster, or the channel is gone.";
            await ReadAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotificationsNotRead(Logger, failure);
            said = $"Not done: {failure.Message}";
        }
        finally
        {
            isBusy = false;
        }
    }
}

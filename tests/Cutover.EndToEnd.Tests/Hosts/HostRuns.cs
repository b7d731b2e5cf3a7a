using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;

namespace Cutover.EndToEnd.Tests.Hosts;

/// <summary>Runs of a host.</summary>
internal static class HostRuns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Starts a run in a host that takes a lab for AWS.</summary>
    public static async Task<long> StartRunAsync(this HostProcess host, string playbook, string why)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostCommand.Token);
        var answer = await http.PostAsJsonAsync(
            ApiRoutes.Runs, new StartRequest(playbook, why), RunJson.Options, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<StartedView>(RunJson.Options, TestContext.Current.CancellationToken))!.RunId;
    }

    /// <summary>Waits until a run looks as asked for.</summary>
    /// <exception cref="TimeoutException">It does not come to that in time.</exception>
    public static async Task<RunView> UntilAsync(this HttpClient host, long run, Func<RunView, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        RunView? view = null;
        try
        {
            while ((view = await host.GetFromJsonAsync<RunView>(ApiRoutes.Run(run), RunJson.Options, patience.Token)) is null || !reached(view))
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }

            return view;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Run {run} stays at: {view?.Summary.Doing}");
        }
    }
}

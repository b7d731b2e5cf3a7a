using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.EndToEnd.Tests.Hosts;

/// <summary>Runs of a host that takes a lab for AWS.</summary>
internal static class HostRuns
{
    public static async Task<long> StartRunAsync(this HostProcess host, string playbook, string why)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostCommand.Token);
        var answer = await http.PostAsJsonAsync(
            ApiRoutes.Runs, new StartRequest(playbook, why), RunJson.Options, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<StartedView>(RunJson.Options, TestContext.Current.CancellationToken))!.RunId;
    }
}

using System.Net.ServerSentEvents;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Starts runs of a quick playbook and follows them as a client does.</summary>
internal static class Runs
{
    /// <summary>Half the traffic, then everything after an approval; every wait about a second.</summary>
    public static string Playbook(this RunningHost host) => FormattableString.Invariant($$"""
        version: 1
        name: quick
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.2.1:{{host.World.Options.EdgePort}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.2.2:{{host.World.Options.EdgePort}}/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 50 %", window: 2s, minSamples: 2 }
        steps:
          - { weight: 50 %, bake: 1s }
          - { weight: 100 %, bake: 1s, approval: required }
        """);

    public static async Task<long> StartAsync(this RunningHost host, string? who = null, string? token = null) =>
        (await (await host.PostAsync(
            ApiRoutes.Runs, new StartRequest(host.Playbook(), "to see it move"), who, token)).ReadAsync<StartedView>()).RunId;

    /// <summary>Follows the run's events until it is as asked.</summary>
    public static async Task<RunView> UntilAsync(this RunningHost host, long id, Func<RunView, bool> isReached)
    {
        using var guard = Patience.Guard();
        using var response = await host.Http.GetAsync(ApiRoutes.EventsOf(id), HttpCompletionOption.ResponseHeadersRead, guard.Token);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(guard.Token)).EnumerateAsync(guard.Token))
        {
            Assert.Equal(id, RunJson.Read<RunEventView>(item.Data).RunId);
            var run = await (await host.GetAsync(ApiRoutes.Run(id))).ReadAsync<RunView>();
            if (isReached(run))
            {
                return run;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public static Task<RunView> UntilAsync(this RunningHost host, long id, RunPhase phase) =>
        host.UntilAsync(id, run => run.Summary.Phase == phase);

    public static Task<HttpResponseMessage> ActAsync(
        this RunningHost host, long id, OperatorAct act, string? reason = null, int? step = null, string? who = null) =>
        host.PostAsync(ApiRoutes.Acts(id), new ActRequest(act, reason, step), who);
}

using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>The routes of the API over a <see cref="ScriptedWorld"/>.</summary>
internal static class ScriptedApi
{
    public static void Map(IEndpointRouteBuilder app, ScriptedWorld world)
    {
        app.MapPost(
            ApiRoutes.Plans,
            async context => await Write(context, Plan(world, (await Body<PlanRequest>(context)).Playbook, plan => (200, plan))));
        app.MapPost(ApiRoutes.Backtests, async context =>
        {
            world.BacktestAsked = await Body<BacktestRequest>(context);
            await Write(context, world.Backtest is { } made
                ? (200, made)
                : (400, new ApiProblem("Cannot be replayed", 400, "from must be before to, and to must not be in the future")));
        });
        app.MapPost(ApiRoutes.Runs, async context =>
        {
            var asked = await Body<StartRequest>(context);
            await Once(context, world, () => Plan(world, asked.Playbook, plan => asked.Plan is null || asked.Plan == plan.Checksum
                ? (201, new StartedView(world.Start(Operator(context), asked.Reason).Id))
                : (412, new ApiProblem("The plan has changed", 412, new PlanChanged(asked.Plan, plan.Checksum).ToString()))));
        });
        app.MapGet(ApiRoutes.Runs, context => Write(context, (200, world.List(Query(context, "skip", 0), Query(context, "take", 50)))));
        app.MapGet(ApiRoutes.Runs + "/{id:long}", context => Write(context, Of(context, world, run => run.View)));
        app.MapGet(ApiRoutes.Runs + "/{id:long}/decisions", context => Write(context, Of(context, world, run => Decisions(context, run))));
        app.MapGet(ApiRoutes.Runs + "/{id:long}/playbook", context => context.Response.WriteAsync(Examples.Playbook));
        app.MapGet(
            ApiRoutes.Runs + "/{id:long}/report",
            context => context.Response.WriteAsync($"report of {Id(context)} as {context.Request.Query["format"]}\n"));
        app.MapPost(
            ApiRoutes.Runs + "/{id:long}/acts",
            async context =>
            {
                var asked = await Body<ActRequest>(context);
                world.Acts.Enqueue(asked);
                await Once(context, world, () => Act(context, world, asked));
            });
        ScriptedPlaybooks.Map(app);
        app.MapGet(ApiRoutes.Runs + "/{id:long}/events", context => ScriptedEvents.SendAsync(context, world, Id(context)));
    }

    // What has a key is done once, whether or not its answer arrives.
    private static async Task Once(HttpContext context, ScriptedWorld world, Func<(int Status, object Body)> act)
    {
        var answer = world.Kept.GetOrAdd(context.Request.Headers[ApiRoutes.KeyHeader].ToString(), _ => act());
        if (world.AnswersLost-- > 0)
        {
            context.Abort();
            return;
        }

        await Write(context, answer);
    }

    private static string Operator(HttpContext context) => context.Request.Headers[ApiRoutes.OperatorHeader].ToString();

    private static (int Status, object Body) Plan(ScriptedWorld world, string text, Func<PlanView, (int Status, object Body)> made)
    {
        if (PlaybookReader.Read(text) is PlaybookRefused unreadable)
        {
            return (422, new ApiProblem("The playbook is not valid", 422, null, Problems: unreadable.Problems));
        }

        var playbook = ((PlaybookAccepted)PlaybookReader.Read(text)).Playbook;
        return world.ZoneIsDown
            ? (502, new ApiProblem("Route 53 cannot be read", 502, "AccessDenied"))
            : Planner.Plan(playbook, world.Zone, Pace.Default) switch
            {
                PlanRefused refused => (422, new ApiProblem("The zone does not allow it", 422, null, Refusals: refused.Refusals)),
                Planned planned => made(PlanView.From(
                    planned.Plan with { CloudWatch = CloudWatchForecast.Of(playbook, TimeSpan.FromSeconds(10), CloudWatchPrices.Listed) },
                    world.Now)),
                _ => throw new InvalidOperationException("A plan is made or refused."),
            };
    }

    private static (int Status, object Body) Act(HttpContext context, ScriptedWorld world, ActRequest asked)
    {
        if (world.Find(Id(context)) is not { } run)
        {
            return Unknown(context);
        }

        var decision = run.Happen(new OperatorAskedEvent(asked.Act, Operator(context), asked.Reason, asked.Step));
        return decision.Refused
            ? (409, new ApiProblem("The run refused it", 409, decision.Reason))
            : (200, new ActDoneView(decision.Reason));
    }

    private static ImmutableArray<DecisionView> Decisions(HttpContext context, ScriptedRun run)
    {
        var before = Query(context, "before", int.MaxValue);
        var notable = context.Request.Query["notable"] == "true";
        return [.. run.Decisions
            .Reverse()
            .Where(decision => decision.Sequence < before && (!notable || decision.IsNotable))
            .Take(Query(context, "take", 100))];
    }

    private static (int Status, object Body) Of(HttpContext context, ScriptedWorld world, Func<ScriptedRun, object> view) =>
        world.Find(Id(context)) is { } run ? (200, view(run)) : Unknown(context);

    private static (int Status, object Body) Unknown(HttpContext context) =>
        (404, new ApiProblem($"There is no run {Id(context)}", 404, null));

    private static long Id(HttpContext context) => long.Parse((string)context.Request.RouteValues["id"]!, null);

    private static int Query(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], out var value) ? value : otherwise;

    private static async Task<T> Body<T>(HttpContext context) => (await context.Request.ReadFromJsonAsync<T>(RunJson.Options))!;

    private static Task Write(HttpContext context, (int Status, object Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        return context.Response.WriteAsJsonAsync(answer.Body, answer.Body.GetType(), RunJson.Options);
    }
}

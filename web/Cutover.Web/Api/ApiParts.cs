using Cutover.Engine.Api;
using Cutover.Web.Access;
using Cutover.Web.Api.Accounts;
using Cutover.Web.Api.Document;
using Cutover.Web.Api.Events;
using Cutover.Web.Health;
using Cutover.Web.Hosting;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Api;

/// <summary>Puts the HTTP API, access and health into the host.</summary>
public static class ApiParts
{
    /// <summary>Longest request, in bytes: a playbook is a few KiB.</summary>
    public const int LongestRequest = PlaybookFolder.LongestPlaybook;

    public static void AddCutoverApi(this WebApplicationBuilder builder, CutoverOptions host)
    {
        builder.AddCutoverAccess(host);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(json => RequestJson.Apply(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        ApiDocument.Add(builder.Services);
        builder.Services.AddSingleton<RunPositions>();
        builder.Services.AddSingleton<RunStream>();
        builder.Services.AddSingleton<Readiness>();
    }

    /// <summary>Must come before the pages are mapped: what stands here guards them too.</summary>
    public static void UseCutoverApi(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler(ApiFailures.Handling).UseStatusCodePages(ApiFailures.DescribeAsync));
        app.UseWhen(context => !IsApi(context), pages => pages.UseStatusCodePages(NoSuchPage.ShowAsync));
        app.UseCutoverAccess();
        HealthEndpoints.Map(app);
        ActForm.Map(app);
        StartForm.Map(app);
        CommentForm.Map(app);
        ApprovalForm.Map(app);
        ReportEndpoints.MapPage(app);
        PlaybookEndpoints.MapPage(app);
        app.MapOpenApi().RequireAuthorization(Policies.Reads);
        MapApi(app);
    }

    private static void MapApi(WebApplication app)
    {
        var api = app.MapGroup(ApiRoutes.Root);
        api.MayAllFail();
        PlanEndpoints.Map(api);
        PlaybookEndpoints.Map(api);
        PlaybookSaving.Map(api);
        BacktestEndpoints.Map(api);
        RunEndpoints.Map(api);
        HistoryEndpoints.Map(api);
        ReportEndpoints.Map(api);
        ActEndpoints.Map(api);
        CommentEndpoints.Map(api);
        ConversionEndpoints.Map(api);
        EventEndpoints.Map(api);
        LabEndpoints.Map(api);
        AccountEndpoints.Map(api);
        AuditEndpoints.Map(api);
        NotificationEndpoints.Map(api);
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}

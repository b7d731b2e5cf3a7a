using System.Diagnostics.Metrics;
using Cutover.Engine;
using Cutover.Engine.Aws;
using Cutover.Engine.Storage;
using Cutover.Web.Api;
using Cutover.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Hosting;

/// <summary>What the host is made of.</summary>
public static class HostParts
{
    /// <summary>Adds the engine, its AWS account and everything people touch.</summary>
    public static void AddCutover(this WebApplicationBuilder builder, CutoverOptions host, LabHosting lab)
    {
        // Every statement of the database and every request are of interest to nobody who watches a cutover.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSingleton(host);
        builder.Services.AddSingleton(lab);
        builder.Services.AddSingleton(provider => lab.Connect(
            TimeProvider.System, provider.GetRequiredService<ILogger<AwsConnection>>(), provider.GetRequiredService<IMeterFactory>()));
        builder.Services.AddCutoverEngine(lab.Observing(host.Engine), TimeProvider.System);
        builder.AddCutoverApi(host);
        builder.AddTelemetry();
        builder.Services.AddCutoverDashboard();
    }

    /// <summary>Brings the database to this version's schema; nothing is served before.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync();
        await context.BringUpToDateAsync();
    }

    /// <summary>Maps the pages and the API.</summary>
    public static void UseCutover(this WebApplication app)
    {
        app.UseCutoverApi();
        app.MapMetrics();
        app.MapCutoverDashboard();
    }
}

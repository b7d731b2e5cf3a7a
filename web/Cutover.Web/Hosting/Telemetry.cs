using Cutover.Web.Access;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cutover.Web.Hosting;

/// <summary>
/// Metrics for Prometheus, and metrics, traces and logs over OTLP where OpenTelemetry's own OTEL_EXPORTER_OTLP_ENDPOINT says where to.
/// </summary>
internal static class Telemetry
{
    private const string Own = "Cutover.*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("cutover", serviceVersion: ThisVersion))
            .WithMetrics(metrics => metrics
                .AddMeter(Own, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddPrometheusExporter());
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry
                .WithTracing(traces => traces.AddSource(Own, "Microsoft.AspNetCore", "System.Net.Http"))
                .WithLogging()
                .UseOtlpExporter();
        }
    }

    /// <summary>Needs a sign-in as everything else: a scraper brings a token.</summary>
    public static void MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint().RequireAuthorization(Policies.Reads);

    private static string? ThisVersion => typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
}

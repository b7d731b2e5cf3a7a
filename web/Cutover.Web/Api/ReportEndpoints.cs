using System.Text;
using Cutover.Engine.Reports;
using Cutover.Web.Access;
using Cutover.Web.Reports;

namespace Cutover.Web.Api;

/// <summary>A run as one page, for an incident review.</summary>
internal static class ReportEndpoints
{
    private const string Html = "text/html";

    private const string Markdown = "text/markdown";

    public static void Map(RouteGroupBuilder api) => api.MapGet("/runs/{id:long}/report", ReportAsync).RequireAuthorization(Policies.Reads).WithName("getReport").WithTags("Runs")
        .WithSummary("A run, finished or open, as one self-contained page. format: html (charts as pictures) or markdown.")
        .Produces<string>(200, Html, Markdown).MayFail(400, 404);

    /// <summary>The same for the dashboard's own session, which the API does not take.</summary>
    public static void MapPage(WebApplication app) => app.MapGet("/runs/{id:long}/report", ReportAsync)
        .RequireAuthorization(Policies.Reads).ExcludeFromDescription();

    private static async Task<IResult> ReportAsync(
        long id, RunReports reports, CancellationToken cancellation, string format = "html")
    {
        if (format is not ("html" or "markdown"))
        {
            return Problem.Answer(new("Out of range", 400, $"format: \"{format}\" is no format of a report; write html or markdown."));
        }

        return await reports.FindAsync(id, cancellation) is not { } report ? Problem.NoSuchRun(id)
            : format == "html" ? TypedResults.Text(ReportHtml.Write(ReportDocument.Of(report)), Html, Encoding.UTF8)
            : TypedResults.Text(ReportMarkdown.Write(ReportDocument.Of(report)), Markdown, Encoding.UTF8);
    }
}

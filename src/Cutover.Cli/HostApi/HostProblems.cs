using System.Net;
using System.Text.Json;
using Cutover.Cli.Problems;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.Cli.HostApi;

/// <summary>What an answer other than success, or none, means for the person who asked.</summary>
internal static class HostProblems
{
    public static CommandProblem Unreachable(HostAddress host, string why) => new(
        ExitCodes.HostUnreachable,
        $"the host at {host} does not answer",
        why,
        $"is it running? start it (dotnet run --project web/Cutover.Web), or name another with --host or {HostAddress.Variable}");

    public static CommandProblem NotUnderstood(HostAddress host, string why) => new(
        ExitCodes.Unexpected,
        $"the answer of {host} is not one that this version understands",
        why,
        "is this the address of Cutover, and are host and command of the same version (cutover --version)?");

    public static async Task<CommandProblem> OfAsync(
        HostAddress host, string route, HttpResponseMessage response, CancellationToken cancellation)
    {
        var said = Read(await response.Content.ReadAsStringAsync(cancellation));
        return (int)response.StatusCode switch
        {
            401 or 403 => NotAllowed(host, response.StatusCode, said),
            404 when route.StartsWith(ApiRoutes.Runs + "/", StringComparison.Ordinal) =>
                Of(ExitCodes.NoSuchRun, response, said, "list runs: cutover history"),
            404 when route.StartsWith(ApiRoutes.Conversions + "/", StringComparison.Ordinal) =>
                Of(ExitCodes.NoSuchRun, response, said, "leave its number out: the playbook's latest is taken"),
            404 when route.StartsWith(ApiRoutes.Playbooks, StringComparison.Ordinal) =>
                Of(ExitCodes.NoSuchRun, response, said, "list playbooks: cutover playbooks list"),
            409 when said?.Head is { } head =>
                Of(ExitCodes.ActRefused, response, said, FormattableString.Invariant(
                    $"read version {head}, take over what you want of it, and give --base {head}")),
            400 when route == ApiRoutes.Backtests => Of(ExitCodes.Usage, response, said, "how to write it: cutover backtest --help"),
            404 when route == ApiRoutes.Backtests => Of(ExitCodes.NoSuchRun, response, said, "list runs: cutover history"),
            // A key that is under way: the one answer with a time to wait for.
            409 => Of(ExitCodes.ActRefused, response, said, null) with { MayBeUnderWay = response.Headers.RetryAfter is not null },
            412 => Of(ExitCodes.PlanChanged, response, said, "cutover plan FILE"),
            422 =>
                Of(said?.Problems is { IsDefaultOrEmpty: false } ? ExitCodes.PlaybookInvalid : ExitCodes.PlanRefused, response, said, null),
            502 when said is not null => Of(
                ExitCodes.ZoneUnreadable,
                response,
                said,
                "the host needs AWS credentials that may read and change the zone, and a way to Route 53"),
            502 or 503 or 504 => Unreachable(host, said?.Detail ?? $"something in its place says {Status(response)}") with
            {
                MayBeUnderWay = true,
            },
            >= 300 and < 400 => NotUnderstood(host, $"it redirects to {response.Headers.Location}"),
            _ => said is null
                ? NotUnderstood(host, $"{Status(response)} for {route}") with { Status = (int)response.StatusCode }
                : Of(ExitCodes.Unexpected, response, said, null),
        };
    }

    private static CommandProblem Of(int exitCode, HttpResponseMessage response, ApiProblem? said, string? next) => new(
        exitCode,
        said?.Title ?? $"the host says {Status(response)}",
        said?.Detail,
        next,
        (int)response.StatusCode,
        said?.Problems,
        said?.Refusals);

    private static CommandProblem NotAllowed(HostAddress host, HttpStatusCode status, ApiProblem? said) => new(
        ExitCodes.NotAllowed,
        status == HttpStatusCode.Unauthorized ? $"{host} does not know who you are" : $"{host} does not allow this",
        said?.Detail ?? said?.Title,
        $"put an API token with the right role into {HostConnection.TokenVariable}",
        (int)status);

    private static ApiProblem? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiProblem>(body, RunJson.Options) is { Title: not null } problem ? problem : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Status(HttpResponseMessage response) =>
        FormattableString.Invariant($"{(int)response.StatusCode} {response.ReasonPhrase}").TrimEnd();
}

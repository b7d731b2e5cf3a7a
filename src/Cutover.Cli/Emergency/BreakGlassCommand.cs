using System.CommandLine;
using Cutover.Cli.Access;
using Cutover.Core.Ownership;
using Cutover.Engine.Aws;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Cli.Emergency;

/// <summary>"rollback --break-glass": needs AWS credentials, and neither host nor database.</summary>
internal static class BreakGlassCommand
{
    public static async Task<int> RunAsync(
        ParseResult parsed, BreakGlassArguments arguments, string? reason, bool yes, Shell shell, CancellationToken cancellation)
    {
        var output = shell.OutputOf(parsed);

        // Both take their time, and neither needs the other.
        var finding = AwsCredentials.FindAsync(shell.Time, cancellation);
        if (!(await BreakGlassScope.ReadAsync(parsed, arguments, cancellation)).TryGet(out var requests, out var misused))
        {
            return output.Fail(misused);
        }

        if (!AwsAccess.ReadOptions().TryGet(out var options, out var wrong) || !(await finding).TryGet(out var credentials, out wrong))
        {
            return output.Fail(wrong);
        }

        using var aws = new AwsConnection(options, shell.Time, NullLogger<AwsConnection>.Instance, credentials);
        var session = new GlassSession(
            aws.Route53,
            output,
            shell.Time,
            By(parsed.GetValue(arguments.Who), shell.Time),
            reason,
            [.. parsed.GetValue(arguments.NameServers) ?? []],
            cancellation);
        return await new BreakGlassRollback(session, yes, parsed.GetValue(arguments.NoWait)).RunAsync(requests);
    }

    // A mark keeps whole seconds, and the batch that is read back has to be the one that was written.
    private static BreakGlass By(string? who, TimeProvider time) =>
        new(who ?? Environment.UserName, DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()));
}

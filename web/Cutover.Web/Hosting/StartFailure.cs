using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace Cutover.Web.Hosting;

/// <summary>What keeps the host from starting and is no bug, in words for whoever started it.</summary>
public static class StartFailure
{
    private const string LabPorts = "--Lab:Route53Port, --Lab:CloudWatchPort, --Lab:DnsPort, --Lab:EdgePort and --Lab:StatisticsPort";

    /// <summary>
    /// What is wrong and what to do about it; null where the failure is a bug, whose stack trace is worth more than words.
    /// </summary>
    public static string? Words(Exception failure) => Causes(failure).Select(Known).FirstOrDefault(words => words is not null);

    /// <summary>Says it on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> SayAsync(string words)
    {
        await Console.Error.WriteLineAsync($"Cutover did not start. {words}");
        return 1;
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string? Known(Exception cause) => cause switch
    {
        IOException { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            $"{Sentence(cause)} Perhaps another Cutover runs here: stop it, or take another address with ASPNETCORE_URLS, "
            + $"and other ports for the lab with {LabPorts}.",
        SocketException => $"It cannot listen: {Sentence(cause)}",
        SqliteException or UnauthorizedAccessException or IOException =>
            $"The database or its keys cannot be read or written: {Sentence(cause)} "
            + "The folder must exist and be writable; choose the file with --Cutover:Database.",
        // The binder's own words name the setting and the value.
        InvalidOperationException { InnerException: not null, Source: "Microsoft.Extensions.Configuration.Binder" }
            or UriFormatException or FormatException => Sentence(cause),
        _ => null,
    };

    private static string Sentence(Exception cause) => cause.Message.TrimEnd('.') + ".";
}

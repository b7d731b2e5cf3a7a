using System.Net;

namespace Cutover.Web.Access;

/// <summary>Where the host is told to listen, read before it listens there.</summary>
internal static class ListenAddresses
{
    /// <summary>Where the host listens when it is told nothing: where the command line looks for it.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The addresses by the rules of the web server: its own endpoints win over URLs, and URLs over bare ports.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        var urls = Split(configuration["urls"]);
        string[] told = urls.Length > 0 ? urls : [.. Ports(configuration, "http"), .. Ports(configuration, "https")];
        return told.Length > 0 ? told : [Default];
    }

    /// <summary>True for localhost, 127.0.0.0/8, ::1 and a socket in the file system.</summary>
    public static bool IsLoopback(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.IsUnixPipe || IsLoopbackHost(address.Host);
    }

    /// <summary>True for localhost and for loopback addresses, those of IPv6 with or without brackets.</summary>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static IEnumerable<string> Ports(IConfiguration configuration, string scheme) =>
        Split(configuration[$"{scheme}_ports"]).Select(port => $"{scheme}://*:{port}");

    private static string[] Split(string? list) =>
        (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
